// Which known word did somebody mean? Near misses by edit distance, bounded by the word's length.

import { distance } from 'fastest-levenshtein';

/** How many slips a word of this length may have and still be taken for another. */
function allowance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3;
}

/** The known word closest to `word` within a few slips of the finger, or undefined. Of equals the first in the alphabet wins, in whatever order they come. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = allowance(typed.length) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - typed.length) > least) continue;
    const away = distance(typed, candidate.toLowerCase());
    if (away < least || (away === least && best !== undefined && candidate < best)) {
      best = candidate;
      least = away;
    }
  }
  return best;
}
