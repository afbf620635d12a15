// Which entry did an author probably mean by a spelling that nothing answers to?

import { type Nearness, nearestOf, slipsFor } from '../base/near-miss';
import type { VocabEntry, VocabKind } from './entry';
import { nameIndex } from './name-index';
import { normalise } from './normalise';

/** Of names that are normalised already. Guessing between cytokines would be dangerous: their digits must be the same. */
const NAMES: Nearness = {
  fold: (name) => name,
  allowed: slipsFor,
  lengthOf: 'typed',
  ties: 'order',
  sameDigits: true,
};

/** The entry whose name is a slip or two away from `text`; none for a text in which no slip is believed. */
export function nearestEntry(kind: VocabKind, text: string): VocabEntry | undefined {
  const key = normalise(text);
  if (slipsFor(key.length) === 0) return undefined;
  const { loose } = nameIndex(kind);
  const near = nearestOf(key, loose.keys(), NAMES);
  return near === undefined ? undefined : loose.get(near)?.[0]?.entry;
}
