// Which words does the page use for severities, numbers and dates?

import type { Severity } from '../../lint/finding';
import { many } from '../count';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const NAMES: Readonly<Record<Severity, readonly [one: string, more: string, meaning: string, meanings: string]>> = {
  error: [
    'error',
    'errors',
    'a fact that would mislead a reader, or a citation that leads nowhere',
    'facts that would mislead a reader, or citations that lead nowhere',
  ],
  warning: ['warning', 'warnings', 'something wrong that costs a reader time', 'things wrong that cost a reader time'],
  info: ['note', 'notes', 'a matter of upkeep', 'matters of upkeep'],
  hint: ['hint', 'hints', 'a suggestion for a person to judge', 'suggestions for a person to judge'],
};

/** “Error”, “Note”. */
export function nameOf(severity: Severity): string {
  const [name] = NAMES[severity];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What findings of a severity are. */
export function meaningOf(severity: Severity, count: number): string {
  return NAMES[severity][count === 1 ? 2 : 3];
}

/** “1 note”, “2 errors”. */
export function countOfSeverity(severity: Severity, count: number): string {
  const [one, more] = NAMES[severity];
  return many(count, one, more);
}

/** “1 error, 2 hints”, or undefined when there is nothing. */
export function findingsText(findings: Readonly<Record<Severity, number>>): string | undefined {
  const counted = SEVERITIES.filter((severity) => findings[severity] > 0);
  if (counted.length === 0) return undefined;
  return counted.map((severity) => countOfSeverity(severity, findings[severity])).join(', ');
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-22` as “22 November 2026”. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** Cut at a word where one ends near. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > length - 20 ? head.slice(0, space) : head).trimEnd()}…`;
}
