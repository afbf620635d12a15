// How does a plain-text article look in Markdown? Capital lines become headings, bullets become lists, signs keep their meaning.

import { LIST_LINE } from '../model/heading';
import { parsePlainText } from '../syntax/plain-text';
import type { Block } from '../syntax/prose';
import { escapedBlock, escapedHeading } from './escape';

/** Lines up to here may have been broken by a word processor; a longer line is a paragraph of its own. */
const LONGEST_WRAPPED = 120;
const USUAL_WIDTH = 60;

/** A line that ends before the next word would not have fitted was ended by its author. */
function endsByIntent(line: string, next: string, width: number): boolean {
  const [word = ''] = next.split(/\s/, 1);
  return line.length > LONGEST_WRAPPED || line.length + 1 + word.length <= width;
}

/** The lines of a block; where the author ended one, Markdown ends it too. */
function linesOf(text: string, block: Block): string[] {
  const lines = text
    .slice(block.start, block.end)
    .split('\n')
    .map((line) => line.trim());
  const width = Math.max(USUAL_WIDTH, ...lines.map((line) => line.length));
  const escaped = escapedBlock(lines.join('\n')).split('\n');
  return escaped.map((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && endsByIntent(lines[index] as string, next, width) ? `${line}\\` : line;
  });
}

function sameList(before: Block | undefined, block: Block): boolean {
  if (before?.kind !== 'item' || block.kind !== 'item') return false;
  if (block.ordinal === undefined || before.ordinal === undefined) return block.ordinal === before.ordinal;
  return block.ordinal === before.ordinal + 1;
}

/** Markdown counts a list by itself, so a number that does not follow the one before is written as text. */
function markOf(block: Block, before: Block | undefined): string {
  if (block.kind !== 'item') return '';
  if (block.ordinal === undefined) return '- ';
  const isFirst = before?.kind !== 'item' || before.ordinal === undefined;
  return isFirst || sameList(before, block) ? `${block.ordinal}. ` : `${block.ordinal}\\. `;
}

/** `References` right above `[1] …`, which would otherwise be one paragraph. */
const CLOSE_LIST = new RegExp(`(${LIST_LINE.source})\\n(?=[ \\t]*\\[1\\])`, 'gim');

/** The article in Markdown, with its citations and its list as they were. */
export function markdownOfText(source: string): string {
  const { text, blocks } = parsePlainText(
    source
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(CLOSE_LIST, '$1\n\n'),
  );
  let out = '';
  let before: Block | undefined;
  for (const block of blocks) {
    const isBelow = sameList(before, block);
    if (before) out += isBelow ? '\n' : '\n\n';
    if (block.kind === 'heading')
      out += `${'#'.repeat(block.level)} ${escapedHeading(text.slice(block.start, block.end))}`;
    else {
      const mark = markOf(block, before);
      const indent = mark.includes('\\') ? '' : ' '.repeat(mark.length);
      out += mark + linesOf(text, block).join(`\n${indent}`);
    }
    before = block;
  }
  return `${out}\n`;
}
