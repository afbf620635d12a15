// Which of the known words did the author mean?

import { distance } from 'fastest-levenshtein';

/** The closest of `candidates` to a misspelt word, or undefined when none is close. Case, `_`, blanks and `-` count for nothing. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const begun = word.length >= 3 ? candidates.filter((candidate) => candidate.startsWith(word)) : [];
  if (begun.length === 1) return begun[0];
  return closest(word, candidates, (length) => (length >= 10 ? 3 : length >= 7 ? 2 : 1));
}

/** As `nearest`, where words of others are welcome: one slip, two in words of eight letters and more, none in very short words. */
export function nearestInOpen(word: string, candidates: readonly string[]): string | undefined {
  return closest(word, candidates, (length) => (length >= 8 ? 2 : length >= 5 ? 1 : 0));
}

function closest(word: string, candidates: readonly string[], allowed: (length: number) => number): string | undefined {
  const plain = normalised(word);
  const same = candidates.find((candidate) => sorted(normalised(candidate)) === sorted(plain));
  if (same) return same;
  let best: string | undefined;
  let bestSlips = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = normalised(candidate);
    if (Math.abs(other.length - plain.length) > 3) continue;
    const slips = slipsBetween(plain, other);
    if (slips <= allowed(other.length) && slips < bestSlips) {
      best = candidate;
      bestSlips = slips;
    }
  }
  return best;
}

/** Edit distance, where two neighbours that changed places are one slip. */
function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  return slips === 2 && a.length === b.length && [...a].sort().join() === [...b].sort().join() ? 1 : slips;
}

function normalised(word: string): string {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_\s]+/g, '-');
}

/** `journal-article` is `article-journal`. */
function sorted(word: string): string {
  return word.split('-').sort().join('-');
}
