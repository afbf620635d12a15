// The findings as marks on the lines of a pull request: commands that GitHub Actions reads from the log of a step.

import type { Severity } from '../lint/finding';
import { type Placed, placed, type Result } from './result';
import { plainText, wellFormed } from './safe-text';
import { nothingText, rankOf } from './tally';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function message(text: string): string {
  return plainText(text).replaceAll('%', '%25');
}

/** A value among several: what would end it is written as a code. */
function value(text: string): string {
  const codes: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' };
  return (
    wellFormed(text)
      .replace(/[%\r\n:,]/g, (sign) => codes[sign] as string)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
  );
}

function command(name: string, values: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(values).map(([key, one]) => `${key}=${value(String(one))}`);
  return `::${name} ${list.join(',')}::${message(text)}\n`;
}

function annotation({ file, line, column, endLine, endColumn, finding }: Placed): string {
  // GitHub takes columns only for what stands on one line.
  const columns: Record<string, number> = line === endLine ? { col: column, endColumn } : {};
  const values = { file, line, endLine, ...columns, title: finding.rule };
  return command(COMMANDS[finding.severity], values, finding.message);
}

/** One command a finding, errors first: GitHub shows no more than ten of a kind for each step. */
export function github(result: Result): string {
  const unread = result.unread.map(({ path, problem }) =>
    command('error', { file: path, title: 'Not checked' }, `${path} ${problem}.`),
  );
  const nothing =
    result.counts.files === 0
      ? [command(result.changes ? 'notice' : 'warning', { title: 'Clinical Content' }, nothingText(result))]
      : [];
  const findings = placed(result)
    .sort((a, b) => rankOf(a.finding.severity) - rankOf(b.finding.severity))
    .map(annotation);
  return [...unread, ...nothing, ...findings].join('');
}
