// Does a text begin with front matter, and where does its body start?

import type { Range } from '../base/range';

/** The fences and what stands between them; `end` is the first offset of the body. */
export interface FrontMatterRange extends Range {
  readonly inner: Range;
}

const OPEN = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** YAML front matter between `---` fences on the very first line, or undefined. An unclosed fence is no front matter. */
export function frontMatterOf(text: string): FrontMatterRange | undefined {
  const open = OPEN.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  const close = CLOSE.exec(text.slice(open));
  if (!close) return undefined;
  return { start: 0, end: open + close.index + close[0].length, inner: { start: open, end: open + close.index } };
}
