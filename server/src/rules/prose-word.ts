// Which words does an article use, outside its reference list, code and links?

import { Words } from '../base/words';
import type { SourceFile } from '../model/source-file';
import { eachProseRange } from '../syntax/prose';

/** Words between two offsets: those from number `from` on, up to `to`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

interface ProseWords {
  readonly words: Words;
  readonly stretches: readonly Stretch[];
}

const words = new Words();
let last: { readonly file: SourceFile; readonly found: ProseWords } | undefined;

/** Words of an article's prose. Rules look at one file after the other, so only the last answer is kept and stays valid. */
export function proseWords(file: SourceFile): ProseWords {
  if (last?.file === file) return last.found;
  words.clear();
  const list = file.facts.article?.list;
  const stretches: Stretch[] = [];
  for (const block of file.prose?.blocks ?? []) {
    if (block.kind === 'code' || (list && block.start >= list.start && block.end <= list.end)) continue;
    eachProseRange(block, (start, end) => {
      const from = words.count;
      words.add(file.text, start, end);
      if (words.count > from) stretches.push({ start, end, from, to: words.count });
    });
  }
  last = { file, found: { words, stretches } };
  return last.found;
}
