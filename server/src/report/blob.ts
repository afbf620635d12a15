// How does one machine hand its findings to another? A whole result in one text, to be merged and printed in any format.

import { isFinding } from '../lint/finding-shape';
import { jsonText } from './json-text';
import type { CheckedFile, ReportedRule, Result, TouchedArticle } from './result';

/** Another layout has another number. */
const LAYOUT = 1;
/** How the names of such files end. */
export const blobEnding = '.blob.json';
const KIND = 'clinical-content result';

/** The result as `readBlob` understands it; with the texts of files that have findings, and no others. */
export function blob(result: Result): string {
  const files = result.files.map(({ path, findings, checks, text }) => ({
    path,
    findings,
    checks,
    ...(findings.length > 0 && { text: text() }),
  }));
  return jsonText({ kind: KIND, layout: LAYOUT, ...result, files });
}

interface Written extends Omit<Result, 'files'> {
  readonly kind: string;
  readonly layout: number;
  readonly files: readonly (Omit<CheckedFile, 'text'> & { readonly text?: string })[];
}

/** A text that is no result of this program; the message follows the file's name in a sentence. */
export class BlobProblem extends Error {}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isFile(one: Partial<Written['files'][number]> | null): boolean {
  const text = one?.text;
  if (!isText(one?.path) || !isCount(one?.checks) || !Array.isArray(one?.findings)) return false;
  // A file that was gone has no text, and its findings are told without a place.
  const length = isText(text) ? text.length : Number.POSITIVE_INFINITY;
  return (
    (text === undefined || isText(text)) &&
    one.findings.every((finding: unknown) => isFinding(finding) && finding.end <= length)
  );
}

function isRule(one: Partial<ReportedRule> | null): boolean {
  return [one?.id, one?.group, one?.summary, one?.severity, one?.confidence, one?.page, one?.help].every(isText);
}

function isTouched(one: Partial<TouchedArticle> | null): boolean {
  return (
    isText(one?.path) &&
    Array.isArray(one?.touches) &&
    one.touches.every((touch: Readonly<Record<string, unknown>> | null) =>
      [touch?.path, touch?.name, touch?.kind, touch?.relation, touch?.change].every(isText),
    )
  );
}

/** Whether a value has all that reports read of it; it has passed from machine to machine. */
function isWhole({ files, rules, unread, counts, share, changes, version, leftOut }: Partial<Written>): boolean {
  return (
    files?.every(isFile) === true &&
    Array.isArray(rules) &&
    rules.every(isRule) &&
    Array.isArray(unread) &&
    unread.every((one) => isText(one?.path) && isText(one?.problem)) &&
    [counts?.files, counts?.citations, counts?.references, counts?.records, counts?.checks].every(isCount) &&
    isCount(leftOut) &&
    (share === undefined || [share?.index, share?.count].every(isCount)) &&
    (changes === undefined ||
      (isText(changes?.since) && Array.isArray(changes.touched) && changes.touched.every(isTouched))) &&
    isText(version)
  );
}

/** Reads what `blob` wrote. @throws BlobProblem */
export function readBlob(text: string): Result {
  let value: Partial<Written> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BlobProblem('is not JSON');
  }
  if (typeof value !== 'object' || value?.kind !== KIND || !Array.isArray(value.files))
    throw new BlobProblem('was not written with “--format blob”');
  if (value.layout === LAYOUT && !isWhole(value)) throw new BlobProblem('is damaged: check that share again');
  if (value.layout !== LAYOUT) throw new BlobProblem('was written by another version of this program');
  const { kind: _kind, layout: _layout, ...result } = value as Written;
  return { ...result, files: result.files.map((file) => ({ ...file, text: () => file.text })) };
}

/** What is wrong with several results as the shares of one check; undefined when they are whole. */
export function mistakeIn(results: readonly Result[]): string | undefined {
  const versions = [...new Set(results.map((one) => one.version))];
  if (versions.length > 1)
    return `They were written by versions ${versions.join(' and ')}. Check every share with the same one.`;
  const counts = [...new Set(results.map((one) => one.share?.count ?? 1))];
  if (counts.length > 1) return `They are shares of ${counts.join(' and of ')}. Check with the same number everywhere.`;
  const [count = 1] = counts;
  for (let index = 1; index <= count; index++) {
    const found = results.filter((one) => (one.share?.index ?? 1) === index).length;
    if (found === 0) return `Share ${index} of ${count} is missing.`;
    if (found > 1)
      return count === 1
        ? 'More than one of them is a check of everything.'
        : `Share ${index} of ${count} is there more than once.`;
  }
  return undefined;
}

/** One result of several, of which each looked at other files of the same repository. */
export function merged(results: readonly [Result, ...Result[]]): Result {
  const [first] = results;
  const sum = (key: keyof Result['counts']) => results.reduce((total, one) => total + one.counts[key], 0);
  const unread = new Map(results.flatMap((one) => one.unread.map((file) => [file.path, file])));
  const touched = new Map(
    results.flatMap((one) => (one.changes?.touched ?? []).map((article) => [article.path, article])),
  );
  return {
    ...first,
    files: results.flatMap((one) => one.files).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    unread: [...unread.values()],
    counts: {
      files: sum('files'),
      citations: sum('citations'),
      references: sum('references'),
      records: sum('records'),
      checks: sum('checks'),
    },
    share: undefined,
    errorsOnly: results.some((one) => one.errorsOnly),
    leftOut: results.reduce((total, one) => total + one.leftOut, 0),
    changes: first.changes && { ...first.changes, touched: [...touched.values()] },
  };
}
