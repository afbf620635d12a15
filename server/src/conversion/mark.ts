// Where does the text cite its numbered list? Numbers in square brackets, or raised numbers where there are no brackets.

import type { Range } from '../base/range';
import type { SourceFile } from '../model/source-file';
import type { Block } from '../syntax/prose';
import type { ArticleList } from './list';

/** One bracket or one raised group, with the numbers it stands for in the order of the text. */
export interface Mark extends Range {
  readonly numbers: readonly number[];
  readonly style: 'bracket' | 'raised';
}

/** A letter's word, a name such as IL-6, or the end of a sentence may carry a raised citation; 10⁶ and cm² may not. */
const CARRIER = '(?<=\\p{L}{3}|\\p{L}{2}-\\d{1,3}|[.,;:!?)\\]”"’*_])';
const NUMBERS = '\\d{1,3}(?:\\s*[,;–—‑-]\\s*\\d{1,3})*';
const TAGGED = new RegExp(`${CARRIER}\\s?<sup>\\s*\\[?\\(?\\s*(${NUMBERS})\\s*\\)?\\]?\\s*</sup>(?![\\p{Lu}])`, 'gu');
const CARETS = new RegExp(`${CARRIER}\\^\\\\?\\[?(${NUMBERS})\\\\?\\]?\\^(?!\\p{Lu})`, 'gu');
const RAISED =
  /(?<=\p{L}{3}|\p{L}{2}-\d{1,3}|[.,;:!?)\]”"’*_])[⁰¹²³⁴-⁹]{1,3}(?:[⁻–,˒][⁰¹²³⁴-⁹]{1,3})*(?![⁰¹²³⁴-⁹⁺⁻\p{L}])/gu;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A span of more papers is something else. */
const LONGEST_SPAN = 60;

/** `1, 3–5` is 1, 3, 4, 5; undefined when it cannot be a list of papers. */
function numbersIn(written: string): number[] | undefined {
  const numbers: number[] = [];
  for (const [, first, last] of written.matchAll(/(\d+)(?:\s*[–—‑-]\s*(\d+))?/g)) {
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    if (from === 0 || to < from || to - from > LONGEST_SPAN) return undefined;
    for (let n = from; n <= to; n++) numbers.push(n);
  }
  return numbers;
}

function lowered(raised: string): string {
  return [...raised]
    .map((sign) => (RAISED_DIGITS.includes(sign) ? String(RAISED_DIGITS.indexOf(sign)) : sign === ',' ? ',' : '–'))
    .join('');
}

/** Whether a place is code, mathematics or an address, where nothing is a citation. */
function isHidden(block: Block, text: string, start: number): boolean {
  return block.opaque.some((hole) => hole.start <= start && start < hole.end && !/[<[]/.test(text[hole.start] ?? ''));
}

/** Authors stand above the text. */
const FIRST_BLOCKS = 6;

/** `Ann Example¹, Carl Sample²`: numbers of institutions, behind names and with no sentence among them. */
function isByline(piece: string, index: number): boolean {
  if (index >= FIRST_BLOCKS || /\p{Ll}[.!?](?:[\s<^⁰¹²³⁴-⁹]|$)/u.test(piece)) return false;
  const words = piece.replace(/<sup>.*?<\/sup>|\^[\d,]+\^|[⁰¹²³⁴-⁹]+/g, ' ').match(/\p{L}{2,}/gu) ?? [];
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:and|van|von|de|der|den|di|da|la)$/.test(word))
  );
}

function raisedMarks(file: SourceFile, list: ArticleList): Mark[] {
  const { text, prose } = file;
  const highest = Math.max(...list.entries.map((one) => one.number));
  return (prose?.blocks ?? []).flatMap((block, index) => {
    if (block.kind === 'code' || (index >= list.firstBlock && index <= list.lastBlock)) return [];
    const piece = text.slice(block.start, block.end);
    if (isByline(piece, index)) return [];
    const found = [TAGGED, CARETS, RAISED].flatMap((pattern) => [...piece.matchAll(pattern)]);
    return found.flatMap((match): Mark[] => {
      const space = /^\s*/.exec(match[0])?.[0].length ?? 0;
      const start = block.start + match.index + space;
      const numbers = numbersIn(match[1] ?? lowered(match[0]));
      if (!numbers?.some((one) => one <= highest) || isHidden(block, text, start)) return [];
      return [{ start, end: block.start + match.index + match[0].length, numbers, style: 'raised' }];
    });
  });
}

/** The brackets that the reader of articles takes for citations of the list; those inside raised text reach to its ends. */
function bracketMarks(file: SourceFile): Mark[] {
  const marks = new Map<number, { start: number; end: number; numbers: number[]; style: 'bracket' | 'raised' }>();
  for (const { style, group, numbers } of file.facts.citations) {
    if (style !== 'numbered') continue;
    const known = marks.get(group.start);
    if (known) known.numbers.push(...numbers);
    else {
      const isRaised = file.text.slice(0, group.start).endsWith('<sup>') && file.text.startsWith('</sup>', group.end);
      const [start, end] = isRaised ? [group.start - 5, group.end + 6] : [group.start, group.end];
      marks.set(group.start, { start, end, numbers: [...numbers], style: isRaised ? 'raised' : 'bracket' });
    }
  }
  return [...marks.values()];
}

/** The citations of the list in the order of the text, and how many like them were not taken for citations. */
export interface Marks {
  readonly marks: readonly Mark[];
  readonly left: number;
  readonly style: Mark['style'];
}

/** An article uses one style: where both are found, the rarer one means something else. */
export function marksOf(file: SourceFile, list: ArticleList): Marks {
  const found = [...bracketMarks(file), ...raisedMarks(file, list)].sort((a, b) => a.start - b.start);
  const single = found.filter((one, index) => index === 0 || one.start >= (found[index - 1]?.end ?? 0));
  const raised = single.filter((one) => one.style === 'raised');
  const style = raised.length > single.length / 2 ? 'raised' : 'bracket';
  const marks = single.filter((one) => one.style === style);
  return { marks, left: single.length - marks.length, style };
}
