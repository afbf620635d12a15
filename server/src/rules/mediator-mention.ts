// Where does an article speak of mediators, outside its reference list, code and links?

import type { SourceFile } from '../model/source-file';
import { proseRanges } from '../syntax/prose';
import { type Mention, mentions } from '../vocab/mention';

const found = new WeakMap<SourceFile, readonly Mention[]>();

/** Mentions in an article's own words; read once for all rules that ask. */
export function mentionsIn(file: SourceFile): readonly Mention[] {
  const known = found.get(file);
  if (known) return known;
  const list = file.facts.article?.list;
  const blocks =
    file.prose?.blocks.filter(
      (block) => block.kind !== 'code' && !(list && block.start >= list.start && block.end <= list.end),
    ) ?? [];
  const all = blocks.flatMap((block) =>
    proseRanges(block).flatMap((range) => mentions(file.text, range.start, range.end)),
  );
  found.set(file, all);
  return all;
}
