// Which entry did an author probably mean by a spelling that nothing answers to?

import { distance } from 'fastest-levenshtein';
import type { VocabEntry, VocabKind } from './entry';
import { nameIndex } from './name-index';
import { normalise } from './normalise';

const digits = (key: string): string => key.replace(/\D+/g, ' ').trim();

/** One slip in a short word, two in a longer one, three in a long name. */
function tolerance(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 14 ? 2 : 3;
}

/**
 * The entry whose name is a slip or two away from `text`. The digits must be the same:
 * IL-39 is no misspelt IL-9, and guessing between cytokines would be dangerous.
 */
export function nearest(kind: VocabKind, text: string): VocabEntry | undefined {
  const key = normalise(text);
  const allowed = tolerance(key.length);
  if (allowed === 0) return undefined;
  const wanted = digits(key);
  let best: VocabEntry | undefined;
  let bestDistance = allowed + 1;
  for (const [name, namings] of nameIndex(kind).loose) {
    if (Math.abs(name.length - key.length) >= bestDistance || digits(name) !== wanted) continue;
    const apart = distance(name, key);
    if (apart < bestDistance) {
      best = namings[0]?.entry;
      bestDistance = apart;
    }
  }
  return best;
}
