// What was found where: at which reference, at which line, how often of each severity?

import type { LineIndex } from '../base/line-index';
import { lowerBound } from '../base/range';
import type { Finding, Severity } from '../lint/finding';
import type { Reference } from '../model/facts';
import { noFindings, type Remark } from './overview';

/** A finding with its line. */
export function remarkOf(finding: Finding, lines: LineIndex): Remark {
  const { severity, rule, message, start } = finding;
  return { severity, rule, message, line: lines.position(start).line + 1 };
}

/** Findings of one file by the reference in which they begin, and the rest of them. */
export function sortedOut(
  findings: readonly Finding[],
  references: readonly Reference[],
): { readonly at: ReadonlyMap<Reference, readonly Finding[]>; readonly rest: readonly Finding[] } {
  const inOrder = [...references].sort((a, b) => a.start - b.start);
  const at = new Map<Reference, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    const before = inOrder[lowerBound(inOrder, (reference) => reference.start > finding.start) - 1];
    if (!before || finding.start >= before.end) rest.push(finding);
    else if (at.has(before)) at.get(before)?.push(finding);
    else at.set(before, [finding]);
  }
  return { at, rest };
}

/** Adds findings to a count by severity. */
export function countIn(
  counts: Record<Severity, number>,
  remarks: readonly { readonly severity: Severity }[],
): Record<Severity, number> {
  for (const { severity } of remarks) counts[severity]++;
  return counts;
}

/** How often each severity occurs. */
export function countOf(remarks: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  return countIn(noFindings(), remarks);
}
