// How does a numbered reference list come into the order in which its entries are first cited?

import type { Edit } from '../lint/finding';
import type { Citation, Reference } from '../model/facts';
import type { SourceFile } from '../model/source-file';

/** A link inside the page names an entry by its number, in a way that is not read here. */
const INNER_LINK = /href\s*=\s*["']?#|\]\(#(?:ref|r|cite|bib)?-?\d/i;

/** The list's entries when they are numbered 1, 2, 3 …; undefined for any other list. */
function plainList(file: SourceFile): readonly Reference[] | undefined {
  const listed = file.facts.references.filter((one) => one.number !== undefined);
  const isPlain = listed.every((one, index) => one.origin === 'list' && one.number === index + 1);
  return isPlain && listed.length > 1 ? listed : undefined;
}

/** Numbers in the order in which they are first cited, then those that nothing cites. */
function newOrder(citations: readonly Citation[], count: number): number[] {
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
 * order. Undefined when it cannot be done safely: the list has gaps, some marks are not read, or links lead to single entries.
 */
export function renumbering(file: SourceFile): readonly Edit[] | undefined {
  const { text, facts } = file;
  const listed = plainList(file);
  if (!listed || facts.article?.otherMarks || INNER_LINK.test(text) || file.problems.length > 0) return undefined;
  const citations = facts.citations.filter((one) => one.numbers.length > 0);
  if (citations.length === 0 || !citations.every(({ key }) => /^[\d\s–—‑-]+$/.test(key))) return undefined;
  const order = newOrder(citations, listed.length);
  const place = new Map(order.map((old, index) => [old, index + 1]));
  const edits: Edit[] = [];
  listed.forEach((entry, index) => {
    const moved = listed[(order[index] as number) - 1] as Reference;
    if (moved !== entry) edits.push({ start: entry.start, end: entry.end, text: text.slice(moved.start, moved.end) });
  });
  for (const { keyRange, numbers, key } of citations) {
    const now = numbers.map((number) => place.get(number) ?? number);
    if (now.every((number, index) => number === numbers[index])) continue;
    edits.push({ ...keyRange, text: written(now, key) });
  }
  return edits;
}
