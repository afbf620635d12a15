// Which two marks are the ends of one span of numbers? `[1]–[3]`, `[1] to [3]`, `<sup>1</sup>–<sup>3</sup>`.

import { numbersOfSpan } from '../syntax/number-text';
import type { NumberCitation } from '../syntax/prose';
import type { TextCitation } from './facts';

const SPAN_BETWEEN = /^[ \t]?(?:[–—‑−-]|--|to|through)[ \t]?$/;

/** `[1]–[3]` as one citation of 1, 2 and 3; its number stands for all between the outer brackets. */
function spanOf(text: string, first: TextCitation | undefined, last: TextCitation): NumberCitation | undefined {
  if (first?.type !== 'number' || last.type !== 'number' || first.block !== last.block) return undefined;
  const [from = 0, to = 0] = [first.numbers.at(-1), last.numbers[0]];
  const numbers = numbersOfSpan(from, to);
  if (first.numbers.length > 1 || last.numbers.length > 1 || !numbers || numbers.length < 2) return undefined;
  if (first.mark === 'footnote' || first.group.end > last.group.start) return undefined;
  if (!SPAN_BETWEEN.test(text.slice(first.group.end, last.group.start))) return undefined;
  return {
    ...first,
    end: last.end,
    written: text.slice(first.start, last.end),
    numbers,
    isPlain: first.isPlain && last.isPlain,
    group: { start: first.group.start, end: last.group.end },
  };
}

/** Citations in the order of the text, those that are the ends of a span joined into one. */
export function withSpans<T extends TextCitation>(text: string, citations: readonly T[]): (T | NumberCitation)[] {
  const joined: (T | NumberCitation)[] = [];
  for (const citation of citations) {
    const span = spanOf(text, joined.at(-1), citation);
    if (span) joined.pop();
    joined.push(span ?? citation);
  }
  return joined;
}
