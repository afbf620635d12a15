// `clinical-content explain [RULE]`: what does a check report, why, and what is to be done? Without a rule, which checks are there?

import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';
import { nearestOf } from '../base/near-miss';
import type { Severity } from '../lint/finding';
import type { Rule, RuleMeta } from '../lint/rule';
import { wrapped } from '../report/wrap';
import { RULES } from '../rules/table';
import { COLOUR_OPTIONS, type CommandSpec, HELP_OPTION, parseOptions } from './command';
import { EXPLANATIONS, GROUP_TITLES, RULE_PAGES } from './explanations.gen';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export const EXPLAIN = {
  name: 'explain',
  summary: 'Say what a check reports, and why; list all checks',
  usage: '[NAME] [options]',
  operands: RULES.map((rule) => rule.meta.id),
  about: [
    'Says what a check reports, why it matters and how to put it right. Without a name, lists all checks with their levels.',
    'NAME is the name of a check, which stands behind each of its findings.',
  ],
  options: { ...COLOUR_OPTIONS, ...HELP_OPTION },
  examples: [
    { line: 'explain', help: 'All checks' },
    { line: 'explain glued-citation', help: 'One of them, with an example' },
  ],
  exitCodes: [
    ['0', 'It was explained.'],
    ['2', 'There is no such check.'],
  ],
} as const satisfies CommandSpec;

/** Beyond this many characters a line of text is hard to read, however wide the terminal. */
const WIDEST = 100;
const NARROWEST = 40;

/** A paragraph or list item under an indent; the lines of an item after the first one stand under its text. */
function block(text: string, indent: number, width: number): string {
  const mark = /^(?:\d+\.|-) /.exec(text)?.[0] ?? '';
  const first = ' '.repeat(indent) + mark;
  const rest = ' '.repeat(first.length);
  const lines = wrapped(text.slice(mark.length), Math.max(NARROWEST, width) - first.length);
  return lines.map((line, i) => `${i === 0 ? first : rest}${line}\n`).join('');
}

function painter(level: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.dim }[level];
}

/** All rules, grouped, in columns; on a narrow terminal what a rule reports stands under its name. */
function list(rules: readonly Rule[], colors: Colors, width: number): string {
  const idWidth = Math.max(...rules.map((rule) => rule.meta.id.length));
  const indent = idWidth + 13;
  const parts = Object.entries(GROUP_TITLES).map(([group, title]) => {
    const rows = rules
      .filter((rule) => rule.meta.group === group)
      .map(({ meta }) => {
        const head = `  ${meta.id.padEnd(idWidth)}  ${painter(meta.severity, colors)(meta.severity.padEnd(7))}  `;
        if (width < indent + NARROWEST) return `${head.trimEnd()}\n${block(meta.summary, 4, width)}`;
        const lines = wrapped(meta.summary, width - indent);
        return `${head}${lines.join(`\n${' '.repeat(indent)}`)}\n`;
      });
    return rows.length === 0 ? '' : `${colors.bold(title)}\n${rows.join('')}\n`;
  });
  return `${parts.join('')}${block('Run “clinical-content explain NAME” for one of them.', 0, width)}`;
}

function facts({ severity, confidence, fixable }: RuleMeta, colors: Colors, width: number): string {
  const sure = {
    high: 'what it reports is a fact',
    medium: 'a strong sign, for a person to judge',
    low: 'a guess that never fails a run',
  }[confidence];
  const repair = fixable ? 'put right by --fix' : 'put right by hand';
  const text = block(`${severity} by default, ${sure}, ${repair}`, 0, width);
  return painter(severity, colors)(severity) + text.slice(severity.length);
}

/** One rule: what, how serious, why, what to do, an example, and where to read on. */
function details({ meta }: Rule, colors: Colors, width: number): string {
  const parts = [`${colors.bold(meta.id)}\n${block(meta.summary, 0, width)}${facts(meta, colors, width)}`];
  const { why, remedy, example } = EXPLANATIONS[meta.id] ?? {};
  if (why) parts.push(`${colors.bold('Why it matters')}\n${block(why, 2, width)}`);
  if (remedy) {
    const steps = remedy.map((text) => block(text, 2, width)).join('');
    parts.push(`${colors.bold('How to put it right')}\n${steps}`);
  }
  if (example) {
    const lines = example.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
    parts.push(`${colors.bold('Example of what is reported')}\n${lines.map((line) => colors.dim(line)).join('\n')}\n`);
  }
  const options = Object.entries(meta.options ?? {}).map(([name, option]) =>
    block(`- ${name} (${JSON.stringify(option.default)}): ${option.description}`, 2, width),
  );
  if (options.length > 0) parts.push(`${colors.bold('Options')}\n${options.join('')}`);
  parts.push(`More: ${colors.underline(`${RULE_PAGES}${meta.id}.md`)}\n`);
  return parts.join('\n');
}

function find(name: string): Rule {
  const found = RULES.find((rule) => rule.meta.id === name);
  if (found) return found;
  const near = nearestOf(
    name,
    RULES.map((rule) => rule.meta.id),
  );
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
  throw new UsageError(`There is no check called “${name}”.${hint} Run “clinical-content explain” for the list.`);
}

/** Runs `explain` and returns the exit code. @throws UsageError */
export function explain(argv: readonly string[], { out, env }: Terminal): number {
  const { values, positionals } = parseOptions(EXPLAIN, argv);
  const color = values['no-color'] ? false : values.color;
  const [name, ...others] = positionals;
  if (others.length > 0) throw new UsageError('Name one check, or none for the list of all.');
  const colors = createColors(color ?? (env.FORCE_COLOR ? true : env.NO_COLOR ? false : out.isTTY));
  const width = out.isTTY ? Math.min(WIDEST, out.columns) : WIDEST;
  if (name === undefined) out.write(list(RULES, colors, out.isTTY ? out.columns : WIDEST));
  else out.write(details(find(name), colors, width));
  return 0;
}
