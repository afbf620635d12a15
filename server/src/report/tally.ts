// How many findings are there of each kind, and how is that said?

import type { Severity } from '../lint/finding';
import type { ArticleImpact } from '../overview/article-impact';
import { many } from './count';
import { findingsText, SEVERITIES } from './page/words';
import type { Result } from './result';

type Tally = Readonly<Record<Severity, number>>;

/** Findings counted by their level. */
export function tallyOf(findings: readonly { readonly severity: Severity }[]): Tally {
  const tally = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) tally[severity]++;
  return tally;
}

/** Place of a level in the order of weight: 0 for errors. */
export function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Why there is nothing to tell. */
export function nothingText({ changes }: Result): string {
  return changes
    ? `No article, record or reference has changed since ${changes.since}.`
    : 'Nothing was checked: no articles, records or references were found there.';
}

/** “Checked 2 files: 3 citations, 1 reference, 0 records (72 checks run).”, or that nothing was checked. */
export function lookedText(result: Result): string {
  const { files, citations, references, records, checks } = result.counts;
  if (files === 0) return nothingText(result);
  return `Checked ${many(files, 'file')}: ${many(citations, 'citation')}, ${many(references, 'reference')}, ${many(records, 'record')} (${many(checks, 'check')} run).`;
}

/** “2 errors, 1 hint”, or undefined for no findings. */
export function foundText(result: Result): string | undefined {
  return findingsText(tallyOf(result.files.flatMap((file) => file.findings)));
}

/** “3 files could not be read.”, or undefined. */
export function unreadText({ unread }: Result): string | undefined {
  return unread.length > 0 ? `${many(unread.length, 'file')} could not be read.` : undefined;
}

/** “12 findings that were there before are left out.”, or undefined. */
export function leftOutText({ leftOut }: Result): string | undefined {
  if (leftOut === 0) return undefined;
  return `${many(leftOut, 'finding')} that ${leftOut === 1 ? 'was' : 'were'} there before ${leftOut === 1 ? 'is' : 'are'} left out.`;
}

/** “cites “smith-2021”, which has changed in references/pain.yaml”. */
export function touchText({ relation, name, kind, change, path }: ArticleImpact): string {
  const what = kind === 'reference' ? `“${name}”` : `the ${kind} “${name}”`;
  const how = { new: 'is new', changed: 'has changed', removed: 'was removed' }[change];
  return `${relation} ${what}, which ${how} in ${path}`;
}

/** The findings of one check at one level. */
interface Group {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** How often each check reported something: the gravest first, then the most frequent. */
export function groupsOf(result: Result): Group[] {
  const counts = new Map<string, { rule: string; severity: Severity; count: number }>();
  for (const { rule, severity } of result.files.flatMap(({ findings }) => findings)) {
    const group = counts.get(`${severity} ${rule}`) ?? { rule, severity, count: 0 };
    counts.set(`${severity} ${rule}`, group);
    group.count++;
  }
  return [...counts.values()].sort(
    (a, b) => rankOf(a.severity) - rankOf(b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}
