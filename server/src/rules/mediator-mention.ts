// Where does an article speak of mediators, outside its reference list, code and links?

import type { SourceFile } from '../model/source-file';
import { type Mention, mentionsAmong } from '../vocab/mention';
import { proseWords } from './prose-word';

const found = new WeakMap<SourceFile, readonly Mention[]>();

/** Mentions in an article's own words; read once for all rules that ask. */
export function mentionsIn(file: SourceFile): readonly Mention[] {
  const known = found.get(file);
  if (known) return known;
  const { words, stretches } = proseWords(file);
  const all: Mention[] = [];
  for (const stretch of stretches) mentionsAmong(words, stretch, file.text, all);
  found.set(file, all);
  return all;
}
