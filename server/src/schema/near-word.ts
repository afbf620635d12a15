// Which of the words that a schema permits did the author mean?

import { type Nearness, nearestOf } from '../base/near-miss';

const CLOSED: Nearness = {
  fold: hyphenated,
  allowed: (length) => (length >= 10 ? 3 : length >= 7 ? 2 : 1),
  lengthOf: 'known',
  ties: 'order',
  swapIsOneSlip: true,
  anyOrder: true,
  beginning: 3,
};

const OPEN: Nearness = {
  ...CLOSED,
  allowed: (length) => (length >= 8 ? 2 : length >= 5 ? 1 : 0),
  beginning: 0,
};

/** The closest of `permitted` to a misspelt key or value, or undefined when none is close. Case, `_`, blanks and `-` count for nothing. */
export function nearestWord(word: string, permitted: readonly string[]): string | undefined {
  return nearestOf(word, permitted, CLOSED);
}

/** The same where keys of others are welcome: one slip, two in words of eight letters and more, none in very short words. */
export function nearestInOpen(word: string, permitted: readonly string[]): string | undefined {
  return nearestOf(word, permitted, OPEN);
}

/** `reviewBy`, `Review_by` and `review by` are `review-by`. */
function hyphenated(word: string): string {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_\s]+/g, '-');
}
