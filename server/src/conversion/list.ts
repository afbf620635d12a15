// Which entries does an article's numbered list have, and which lines of the text are the list?

import type { Range } from '../base/range';
import { numberedListOf } from '../model/reference';
import type { Block, ProseFile } from '../syntax/prose';
import { unescaped } from './escape';

export interface ListEntry {
  readonly number: number;
  /** The entry as written, on one line and without what only Markdown needs. */
  readonly text: string;
}

export interface ArticleList {
  readonly entries: readonly ListEntry[];
  /** Whole lines that move into the reference file. Sorted, disjoint. */
  readonly lines: readonly Range[];
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** The lines that a block stands on, with its list mark, without the break behind them. */
function linesOf(text: string, block: Range): Range {
  const start = block.start === 0 ? 0 : text.lastIndexOf('\n', block.start - 1) + 1;
  const end = text.indexOf('\n', block.end);
  return { start, end: end < 0 ? text.length : end };
}

/** The heading's lines, with the row of signs that may underline it. */
function headingLines(text: string, block: Block): Range {
  const { start, end } = linesOf(text, block);
  const underline = /^\n {0,3}(?:=+|-+)[ \t]*(?=\n|$)/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: block.kind === 'heading' ? end + underline : end };
}

/**
 * The list and its lines. A heading or a remark between the entries is no part of it and stays in the text, and so does the
 * heading above them then.
 */
export function articleList(prose: ProseFile): ArticleList | undefined {
  const list = numberedListOf(prose);
  if (!list) return undefined;
  const { text, blocks } = prose;
  const entries: { number: number; text: string }[] = [];
  const lines: Range[] = [];
  let between = 0;
  let last = list.lastBlock;
  for (let i = list.firstBlock + 1; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const own = list.references.filter((one) => block.start <= one.start && one.start < block.end);
    const belongs = own.length === 0 && entries.length > 0 && block.kind === 'item' && block.ordinal === undefined;
    if (i > list.lastBlock && !belongs) break;
    if (own.length === 0 && !belongs) {
      between++;
      continue;
    }
    last = i;
    lines.push(linesOf(text, block));
    for (const one of own) entries.push({ number: one.number, text: oneLine(text.slice(one.start, one.end)) });
    const latest = entries.at(-1);
    // A second paragraph, or a point below an entry, says more about the same paper.
    if (belongs && latest) latest.text = `${latest.text} ${oneLine(text.slice(block.start, block.end))}`;
  }
  const heading = blocks[list.firstBlock] as Block;
  if (between === 0) lines.unshift(headingLines(text, heading));
  return { entries, lines: merged(lines), firstBlock: list.firstBlock, lastBlock: last };
}

function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim().replace(/\\$/, '').trim());
  return unescaped(lines.filter((line) => line !== '').join(' '));
}

function merged(lines: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of lines) if (range.start >= (out.at(-1)?.end ?? 0)) out.push(range);
  return out;
}
