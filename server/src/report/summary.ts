// What was checked, and what came of it, in words: so that "no findings" is never mistaken for "nothing was checked".

import type { Colors } from 'picocolors/types';
import type { Severity } from '../lint/finding';
import { many } from './count';
import type { Result } from './result';

const NAMES: Readonly<Record<Severity, [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

/** Two lines: what was looked at, and what was found. */
export function summary(result: Result, colors: Colors): string {
  const { files, citations, references, records, checks, skipped } = result.counts;
  const looked = `Checked ${many(files, 'file')}: ${many(citations, 'citation')}, ${many(references, 'reference')}, ${many(records, 'record')} (${many(checks, 'check')} run).`;
  const left = skipped > 0 ? ` ${many(skipped, 'file')} could not be read.` : '';
  const findings = result.files.flatMap((file) => file.findings);
  const counted = (['error', 'warning', 'info', 'hint'] as const)
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter((one) => one.count > 0);
  if (files === 0)
    return `${colors.yellow('Nothing was checked:')} no articles, records or references were found there.${left}\n`;
  if (counted.length === 0) return `${looked}${left}\n${colors.green('No problems found.')}\n`;
  const paint = (
    counted[0]?.severity === 'error' ? colors.red : counted[0]?.severity === 'warning' ? colors.yellow : colors.blue
  ).bind(colors);
  const total = counted.map(({ severity, count }) => many(count, ...NAMES[severity])).join(', ');
  const fixable = findings.filter((one) => one.fix).length;
  const hint = fixable > 0 ? ` ${many(fixable, 'finding')} can be fixed with --fix.` : '';
  return `${looked}${left}\n${paint(`Found ${total}.`)}${hint}\n`;
}
