// Where can a Markdown text be cut so that each piece means the same alone as in the whole?

import type { Range } from '../base/range';

/** `plain` pieces hold headings and paragraphs, `list` pieces begin with a list at the left edge; `other` is everything else. */
export interface Chunk extends Range {
  readonly kind: 'plain' | 'list' | 'other';
}

const TEXT = /(?![*_][*_ \t]*(?:\n|$))(?:[^\s#>\-*+=`~<|:\d\\$!&]|\*\S|\d+(?![\d.)]))/y;
const HEADING = /#{1,6}[ \t]/y;
const LIST = /(?:[-*+]|\d{1,9}[.)])[ \t]/y;
const HTML = / {0,3}</y;
const OPENS_MORE = / {0,3}(?:<|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|\n|$))/y;
/** Code, where it stands behind the definition of a link, and not inside a paragraph: it reaches over blank lines. */
const INDENTED = /(?: {4}| {0,3}\t)/y;
const FENCE = /`{3,}(?=[^`\n]*(?:\n|$))|~{3,}/y;
/** HTML that runs on over blank lines. */
const RAW = '<(?:script|pre|style|textarea|\\?|!(?!--[^\\n]*-->[ \\t]*$))';
const MARKS = '(?:[ \\t]*(?:[-*+>]|\\d{1,9}[.)]))+[ \\t]*';
/** Blocks that run on over blank lines, and fences that stand aside or in a list: their texts are not cut at all. */
const UNCUTTABLE = new RegExp(`\\r|^[ \\t]+(?:\`\`\`|~~~)|^[ \\t]*${RAW}|^${MARKS}(?:\`\`\`|~~~|${RAW})`, 'im');

/** Without one of these a text can be cut. */
const UNCUTTABLE_SIGNS = ['\r', '```', '~~~', '<'];

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function isAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** Offset after the line that closes the fence opened at `start`, or the end of the text. */
function afterFence(text: string, start: number, mark: string): number {
  const close = new RegExp(`^ {0,3}\\${mark[0]}{${mark.length},}[ \\t]*$`);
  for (let line = nextLine(text, start); line < text.length; line = nextLine(text, line)) {
    const end = text.indexOf('\n', line);
    if (close.test(text.slice(line, end < 0 ? text.length : end))) return nextLine(text, line);
  }
  return text.length;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/**
 * Cuts the text from `start` on at lines that close whatever is open before them: text or a heading at the left edge after a blank
 * line; after plain paragraphs, anything. Chunks are in order; blank lines between them belong to none or to the one before.
 */
export function chunksOf(text: string, start: number): Chunk[] {
  if (UNCUTTABLE_SIGNS.some((sign) => text.includes(sign, start)) && UNCUTTABLE.test(text.slice(start)))
    return start < text.length ? [{ start, end: text.length, kind: 'other' }] : [];
  const chunks: Chunk[] = [];
  let open: { start: number; kind: Chunk['kind'] } | undefined;
  let afterBlank = true;
  const close = (end: number) => {
    if (open) chunks.push({ ...open, end });
    open = undefined;
  };
  for (let line = start; line < text.length; ) {
    const next = nextLine(text, line);
    if (isBlank(text, line, next)) {
      afterBlank = true;
      line = next;
      continue;
    }
    const first = text[line];
    const heading = first === '#' && isAt(HEADING, text, line);
    const isText = !heading && isAt(TEXT, text, line);
    const fence = first === '`' || first === '~' ? at(FENCE, text, line)?.[0] : undefined;
    const inOther: boolean = open?.kind === 'other' && !afterBlank;
    // Whether a fence inside HTML or a quotation is one is for the grammar to say.
    if (inOther && fence !== undefined) return [{ start, end: text.length, kind: 'other' }];
    const begins =
      !open || (!inOther && (heading || fence !== undefined)) || (afterBlank && (isText || open.kind === 'plain'));
    if (begins) {
      close(line);
      open = { start: line, kind: heading || isText ? 'plain' : isAt(LIST, text, line) ? 'list' : 'other' };
    }
    // HTML that breaks into a paragraph reaches to the next blank line, and a list past it, whatever stands there.
    else if (open && isAt(open.kind === 'plain' ? OPENS_MORE : HTML, text, line)) open.kind = 'other';
    else if (open?.kind === 'plain' && text[open.start] === '[' && isAt(INDENTED, text, line)) open.kind = 'other';
    line = fence === undefined ? next : afterFence(text, line, fence);
    // A heading is whole by its line: what follows it stands by itself.
    afterBlank = !inOther && (heading || fence !== undefined);
  }
  close(text.length);
  return chunks;
}

function isBlank(text: string, line: number, next: number): boolean {
  for (let i = line; i < next; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 10) return false;
  }
  return true;
}
