// How does fish complete the command line?

import type { CommandSpec, OptionSpec } from '../command';
import { fishQuoted } from './quote';

const COMPLETE = 'complete -c clinical-content';

function optionLine(command: string, [name, { short, help, type, choices }]: [string, OptionSpec]): string {
  const letter = short ? ` -s ${short}` : '';
  const value = type === 'boolean' ? '' : choices ? ` -x -a ${fishQuoted(choices.join(' '))}` : ' -r -F';
  return `${COMPLETE} -n '__fish_seen_subcommand_from ${command}' -l ${name}${letter}${value} -d ${fishQuoted(help)}`;
}

function commandLines({ name, summary, options, operands }: CommandSpec): string[] {
  const within = `${COMPLETE} -n '__fish_seen_subcommand_from ${name}'`;
  const rest = operands === 'paths' ? ' -F' : ` -a ${fishQuoted(operands.join(' '))}`;
  return [
    `${COMPLETE} -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
    ...Object.entries(options).map((entry) => optionLine(name, entry)),
    ...(operands.length > 0 ? [`${within}${rest}`] : []),
  ];
}

export function fishScript(commands: readonly CommandSpec[]): string {
  const lines = [
    '# Completes clinical-content in fish. To load it: clinical-content completion fish | source',
    `${COMPLETE} -f`,
    ...commands.flatMap(commandLines),
    `${COMPLETE} -n __fish_use_subcommand -a help -d 'Show how a command is used'`,
    `${COMPLETE} -n '__fish_seen_subcommand_from help' -a ${fishQuoted(commands.map((one) => one.name).join(' '))}`,
    `${COMPLETE} -n __fish_use_subcommand -l version -s v -d 'Show the version'`,
  ];
  return `${lines.join('\n')}\n`;
}
