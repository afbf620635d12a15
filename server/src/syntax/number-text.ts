// What do the written numbers of papers say? Spans such as 3–5, and raised digits.

/** A span of more papers than this is a range of pages, of years or of something else. */
const LONGEST_SPAN = 60;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** All numbers from one to another, or the one alone; undefined for what is no span of papers. */
export function numbersOfSpan(from: number, to = from): number[] | undefined {
  if (from === 0 || to < from || to - from > LONGEST_SPAN) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Raised digits as plain ones; every sign keeps its place. */
export function plainDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(RAISED_DIGITS.indexOf(digit)));
}
