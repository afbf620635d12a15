// Which marks of a text may name an entry of its numbered list, and were not read as citations of it?

import type { Range } from '../base/range';
import { plainDigits } from '../syntax/number-text';
import type { ArticleList } from './list';

/** Brackets of any kind with numbers and nothing that a citation would not hold. */
const BRACKET = /\\?[[［](?!\\?\^|@|-@)[^[\]［］\n]{1,40}[\]］]/g;
/** Words that stand with numbers in a citation. */
const WORD = /\b(?:see|also|cf|e\.g|i\.e|refs?|references?|pp?|pages?|ch|figs?|and|to|nos?|vol)\b/gi;

/** Whether a mark holds numbers, with a letter behind them or not, and nothing that a citation would not hold. */
function holdsNumbers(written: string): boolean {
  const rest = written
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replace(WORD, ' ')
    .replace(/(\d)[a-z](?![a-z\d])/gi, '$1');
  return /^[\s\d⁰¹²³⁴-⁹()[\]［］\\,;:.&^+/–—‑−-]+$/.test(rest);
}

/** Behind a word, not inside a name such as t(14;18), and not as the figure of a number word. */
const ROUND =
  /(?<=\p{L}{3}|[”’"'%.)\]]|[\p{L}\p{N}”’"'%.)\]] )(?<!\b(?:one|two|three|four|five|six|seven|eight|nine|ten) ?)\(\s{0,3}(?:refs?\.?\s{0,3})?\d{1,3}[a-z]?(?:\s{0,3}(?:[,;&–—‑−-]|--|and|to)\s{0,3}\d{1,3}[a-z]?){0,20}\s{0,3}\)/giu;
/** Raised, but for powers and units. */
const RAISED =
  /(?<=\p{L}{3}|\p{L}-\d{1,3}|[.,;:!?)\]>”"’*_^])(?:<sup>[^\n]{0,80}?\d[^\n]{0,80}?<\/sup>|(?<!\[)\^[\s\\\d[\](),;–—−-]{1,30}\^|[¹²³⁴-⁹⁰]{1,3}(?![⁺⁻\p{L}]))(?!\p{Lu})/gu;

function numbersIn(written: string): number[] {
  return (plainDigits(written.replace(/<[^<>]*>/g, ' ')).match(/\d+/g) ?? []).map(Number);
}

const POINT = /\((\d{1,3})\)\s{1,2}\p{L}/gu;

/** Whether a mark is one of the points of its paragraph, `(1) rest, (2) ice`: counted from 1, each with its words behind it. */
function pointsOf(text: string): (mark: Range, number: number) => boolean {
  let end = -1;
  let points = new Set<number>();
  return (mark, number) => {
    if (!/^\s{1,2}\p{L}/u.test(text.slice(mark.end, mark.end + 4))) return false;
    // Marks come in the order of the text: each paragraph is looked through once.
    if (mark.start >= end) {
      const below = text.indexOf('\n\n', mark.end);
      end = below < 0 ? text.length : below;
      const paragraph = text.slice(text.lastIndexOf('\n\n', mark.start) + 1, end);
      points = new Set(Array.from(paragraph.matchAll(POINT), (point) => Number(point[1])));
    }
    return points.has(number === 1 ? 2 : number - 1) && points.has(1);
  };
}

/** What is known of the text around a list. */
interface ReadMarks {
  readonly text: string;
  /** Where the article's text begins, behind its front matter. */
  readonly start: number;
  readonly list: Pick<ArticleList, 'entries' | 'lines'>;
  /** The marks that were read, or that somebody has decided about. Any order. */
  readonly read: readonly Range[];
}

/**
 * The first mark that names only numbers of the list and overlaps none that was read; undefined when there is none. Rather one too many than
 * one too few: a list must not go while something leads to it.
 */
export function unreadMark({ text, start, list, read }: ReadMarks): Range | undefined {
  const known = new Set(list.entries.map((one) => one.number));
  const taken = [...read, ...list.lines].sort((a, b) => a.start - b.start);
  const found: Range[] = [];
  const isPoint = pointsOf(text);
  for (const pattern of [BRACKET, ROUND, RAISED]) {
    let next = 0;
    for (const { 0: written, index } of text.slice(start).matchAll(pattern)) {
      const mark = { start: start + index, end: start + index + written.length };
      while (next < taken.length && (taken[next] as Range).end <= mark.start) next++;
      const isRead = (taken[next]?.start ?? Number.POSITIVE_INFINITY) < mark.end;
      const numbers = numbersIn(written);
      if (isRead || numbers.length === 0 || !numbers.every((one) => known.has(one))) continue;
      if (!holdsNumbers(written)) continue;
      if (pattern === ROUND && numbers.length === 1 && isPoint(mark, numbers[0] as number)) continue;
      if (pattern === BRACKET && /^\((?!#)/.test(text.slice(mark.end, mark.end + 2))) continue;
      found.push(mark);
      break;
    }
  }
  return found.sort((a, b) => a.start - b.start)[0];
}
