// What does `--help` print? One form for all commands, made of their descriptions.

import type { Colors } from 'picocolors/types';
import { wrapped } from '../report/wrap';
import type { CommandSpec, OptionSpec } from './command';

const PROGRAM = 'clinical-content';

/** Characters in a line where there is no terminal to ask. */
const PLAIN_WIDTH = 80;
const NARROWEST = 40;
const WIDEST = 100;
/** A longer name stands on a line of its own. */
const WIDEST_NAME = 26;
const INDENT = 2;

export interface HelpSetting {
  /** Characters in a line of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  readonly colors: Colors;
}

type Row = readonly [left: string, right: string];

function widthOf({ columns }: HelpSetting): number {
  return columns === undefined ? PLAIN_WIDTH : Math.max(NARROWEST, Math.min(WIDEST, columns));
}

/** Two columns, the second one wrapped under itself; under the first one where the line is too narrow for both. */
function columned(rows: readonly Row[], width: number): string {
  const names = rows.map(([left]) => left.length).filter((length) => length <= WIDEST_NAME);
  const isNarrow = width < 60;
  const indent = isNarrow ? INDENT * 3 : INDENT + Math.max(0, ...names) + 2;
  return rows
    .map(([left, right]) => {
      const lines = wrapped(right, width - indent);
      const isBeside = !isNarrow && left.length <= WIDEST_NAME;
      const first = `${' '.repeat(INDENT)}${isBeside ? left.padEnd(indent - INDENT) : left}`;
      return isBeside
        ? `${first}${lines.join(`\n${' '.repeat(indent)}`)}\n`
        : `${first}\n${lines.map((line) => `${' '.repeat(indent)}${line}\n`).join('')}`;
    })
    .join('');
}

function paragraph(text: string, width: number): string {
  return wrapped(text, width)
    .map((line) => `${line}\n`)
    .join('');
}

function optionRow(name: string, { short, value, help, multiple }: OptionSpec): Row {
  const left = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
  return [left, multiple ? `${help}; may be repeated` : help];
}

/** The help of one command. */
export function helpOf(command: CommandSpec, setting: HelpSetting): string {
  const width = widthOf(setting);
  const title = (text: string) => setting.colors.bold(paragraph(text, width));
  const usage = `${PROGRAM} ${command.name}${command.usage ? ` ${command.usage}` : ''}`;
  const options = Object.entries(command.options).map(([name, spec]) => optionRow(name, spec));
  const examples = command.examples.map(
    ({ line, help }) => `${' '.repeat(INDENT)}${PROGRAM} ${line}\n${block(help, INDENT * 3, width)}`,
  );
  return [
    `${setting.colors.bold('Usage:')} ${usage}\n`,
    ...command.about.map((text) => paragraph(text, width)),
    `${title('Options:')}${columned(options, width)}`,
    ...(command.lists ?? []).map((list) => `${title(list.title)}${columned(list.rows, width)}`),
    `${title('Examples:')}${examples.join('')}`,
    `${title('Exit codes:')}${columned(command.exitCodes, width)}`,
  ].join('\n');
}

function block(text: string, indent: number, width: number): string {
  return wrapped(text, width - indent)
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');
}

/** The help of the program: all commands. */
export function programHelp(commands: readonly CommandSpec[], setting: HelpSetting): string {
  const width = widthOf(setting);
  const title = (text: string) => setting.colors.bold(paragraph(text, width));
  const options: Row[] = [
    ['-v, --version', 'Show the version'],
    ['-h, --help', 'Show this text, or behind a command its help'],
  ];
  return [
    `${setting.colors.bold('Usage:')} ${PROGRAM} COMMAND [options]\n`,
    paragraph('Checks medical education content: articles, records and every citation in them.', width),
    `${title('Commands:')}${columned(
      commands.map(({ name, summary }): Row => [name, summary]),
      width,
    )}`,
    `${title('Options:')}${columned(options, width)}`,
    paragraph(
      `Begin with “${PROGRAM} init” in the top folder of your repository, then “${PROGRAM} check”. Run “${PROGRAM} COMMAND --help” for all that a command takes.`,
      width,
    ),
  ].join('\n');
}
