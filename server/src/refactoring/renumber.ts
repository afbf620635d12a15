// How does a numbered reference list come into the order in which its entries are first cited?

import { unreadMark } from '../conversion/unread-mark';
import type { Edit } from '../lint/finding';
import type { NumberedReference } from '../model/facts';
import type { SourceFile } from '../model/source-file';
import type { NumberCitation } from '../syntax/prose';

/** A link inside the page names an entry by its number, in a way that is not read here. */
export const INNER_LINK = /href\s*=\s*["']?#|\]\(#(?:ref|r|cite|bib)?-?\d/i;
/** Whatever else may name an entry by its number: raised, in round brackets, in words. */
const OTHER_NUMBER =
  /<sup>\s*(?:[[(]\s*)?\d|\^\\?[[(]?\d|[⁰¹²³⁴-⁹]|\(\s*\d{1,3}(?:\s*[,;–—‑-]\s*\d{1,3})*\s*\)|\b(?:refs?|references?|sources?|citations?)\b\.?\s*(?:nos?\.?\s*)?\[?\d/i;
/** An entry that speaks of another one. */
export const NAMED_IN_ENTRY = /\[\d|\b(?:refs?|references?)\b\.?\s*(?:nos?\.?\s*)?\d/i;
/** Between two entries of a list stands the mark of the next, and nothing that belongs to the one before. */
const NEXT_MARK = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t>]*(?:\d{1,4}[.)]|\[\d{1,4}\]|\d{1,4}\\[.)])[ \t]+$/;
const AFTER_LIST = /^\s*(?:$|#)/;

/** Whether each entry is one stretch of text, so that moving it moves all of it. */
function isCompact(text: string, listed: readonly NumberedReference[]): boolean {
  return listed.every((entry, index) => {
    const next = listed[index + 1];
    const mark = next && NEXT_MARK.test(text.slice(entry.end, next.start));
    return mark ?? AFTER_LIST.test(text.slice(entry.end));
  });
}

/** Whether the text names entries in no other way than by citations that were read. */
function citesOnlyAsRead(file: SourceFile, listed: readonly NumberedReference[]): boolean {
  const start = file.prose?.frontMatter?.end ?? 0;
  const first = (listed[0] as NumberedReference).start;
  const end = file.prose?.blocks.findLast((block) => block.end <= first)?.start ?? first;
  const body = file.text.slice(start, end);
  const list = { entries: listed, lines: listed };
  const read = file.facts.citations.map((one) => one.group);
  const unread = unreadMark({ text: file.text.slice(0, end), start, list, read });
  return !unread && !OTHER_NUMBER.test(body) && !listed.some((one) => NAMED_IN_ENTRY.test(one.text));
}

/** The list's entries when they are numbered 1, 2, 3 …; undefined for any other list. */
function plainList(file: SourceFile): readonly NumberedReference[] | undefined {
  const listed = file.facts.references.filter((one) => one.type === 'numbered');
  const isPlain = listed.every((one, index) => one.origin === 'list' && one.number === index + 1);
  return isPlain && listed.length > 1 ? listed : undefined;
}

/** Numbers in the order in which they are first cited, then those that nothing cites. */
function newOrder(citations: readonly NumberCitation[], count: number): number[] {
  const order = new Set<number>();
  for (const { numbers } of citations) for (const number of numbers) if (number <= count) order.add(number);
  for (let number = 1; number <= count; number++) order.add(number);
  return [...order];
}

/** `3–5` where the new numbers follow one another, else each by itself. */
function written(numbers: readonly number[], old: string): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const isRow = sorted.every((number, index) => index === 0 || number === (sorted[index - 1] as number) + 1);
  const dash = /[–—‑-]/.exec(old)?.[0] ?? '–';
  return isRow && sorted.length > 2 ? `${sorted[0]}${dash}${sorted.at(-1)}` : sorted.join(', ');
}

/**
 * The edits that put an article's list into the order of first citation and give every citation its new number; none when it is in
 * order. Undefined when it cannot be done safely: the list has gaps, an entry has more than one paragraph, links lead to single
 * entries, or anything but a citation in square brackets may name an entry by its number.
 */
export function renumbering(file: SourceFile): readonly Edit[] | undefined {
  const { text, facts } = file;
  const listed = plainList(file);
  if (!listed || facts.article?.otherMarks || INNER_LINK.test(text) || file.problems.length > 0) return undefined;
  const citations = facts.citations.filter((one) => one.type === 'number');
  if (citations.length === 0 || !isCompact(text, listed) || !citesOnlyAsRead(file, listed)) return undefined;
  const order = newOrder(citations, listed.length);
  const place = new Map(order.map((old, index) => [old, index + 1]));
  const edits: Edit[] = [];
  listed.forEach((entry, index) => {
    const moved = listed[(order[index] as number) - 1] as NumberedReference;
    if (moved !== entry) edits.push({ start: entry.start, end: entry.end, text: text.slice(moved.start, moved.end) });
  });
  for (const { start, end, numbers, written: old } of citations) {
    const now = numbers.map((number) => place.get(number) ?? number);
    if (now.every((number, index) => number === numbers[index])) continue;
    edits.push({ start, end, text: written(now, old) });
  }
  return edits;
}
