// The findings for a person at a terminal: grouped by file, aligned, coloured where colours are wanted.

import type { Colors } from 'picocolors/types';
import type { Severity } from '../lint/finding';
import { type Placed, placedIn, type Result } from './result';
import { safeText } from './safe-text';
import { wrapped } from './wrap';

function painter(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.dim }[severity];
}

function rows(findings: readonly Placed[], colors: Colors, width: number): string {
  const place = (one: Placed) => `${one.line}:${one.column}`;
  const wide = findings.reduce((most, one) => Math.max(most, place(one).length), 0);
  const label = (one: Placed) => one.finding.severity;
  const indent = ' '.repeat(wide + 13);
  return findings
    .map((one) => {
      const { severity, rule, message } = one.finding;
      const head = `  ${colors.dim(place(one).padStart(wide))}  ${painter(severity, colors)(label(one).padEnd(7))}  `;
      const lines = wrapped(safeText(message), Math.max(40, width - indent.length));
      const last = lines.at(-1) ?? '';
      const fits = indent.length + last.length + rule.length + 2 <= width;
      const body = lines.join(`\n${indent}`);
      return `${head}${body}${fits ? '  ' : `\n${indent}`}${colors.dim(rule)}\n`;
    })
    .join('');
}

/** Findings grouped by file. `width` is the terminal's, in characters. */
export function stylish(result: Result, colors: Colors, width: number): string {
  return result.files
    .filter(({ findings }) => findings.length > 0)
    .map((file) => `${colors.underline(safeText(file.path))}\n${rows(placedIn(file), colors, width)}\n`)
    .join('');
}
