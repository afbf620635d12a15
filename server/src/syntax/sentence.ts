// Where do the sentences of a block begin and end?

import type { Range } from '../base/range';
import type { Block } from './prose';

/** Words whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|al|Dr|Mr|Mrs|Ms|Prof|St|Fig|Figs|Tab|Eq|No|Nos|Vol|pp|ca|approx|resp|incl|[A-Z])\.$/;
/**
 * A stop, closing quotes, citations that stand after the stop, then white space and something that can begin a sentence. A
 * capital glued to such a citation begins one too.
 */
const END =
  /[.!?]["'”’)\]*_]{0,9}(?:[ \t]?\[[^\][\n]{1,200}\]){0,30}(?=\s+["'“‘([*_]{0,9}[\p{Lu}\p{N}@]|\s*$|(?<=\])\p{Lu})/gu;

/**
 * Sentences of a block, in order; citations that follow the full stop belong to the sentence before them. Full stops inside
 * links and code do not end one.
 */
export function sentencesOf(text: string, block: Block): Range[] {
  const piece = text.slice(block.start, block.end);
  const sentences: Range[] = [];
  let start = 0;
  let hole = 0;
  for (const match of piece.matchAll(END)) {
    const at = block.start + match.index;
    while ((block.opaque[hole]?.end ?? at + 1) <= at) hole++;
    const inside = block.opaque[hole];
    if (inside && inside.start <= at) continue;
    const end = match.index + match[0].length;
    if (end < piece.length && ABBREVIATION.test(piece.slice(Math.max(start, match.index - 12), match.index + 1)))
      continue;
    sentences.push({ start: block.start + start, end: block.start + end });
    start = end + (/^\s*/.exec(piece.slice(end, end + 1000))?.[0].length ?? 0);
  }
  if (start < piece.length) sentences.push({ start: block.start + start, end: block.end });
  return sentences;
}
