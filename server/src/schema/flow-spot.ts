// Where among brackets does the cursor stand? `[a, {b: |}]` read from its opening bracket, closed or not.

import type { Spot, Step } from './step';

/** An open bracket. */
interface Frame {
  readonly list: boolean;
  readonly keys: string[];
  key: string | undefined;
}

interface Token {
  start: number;
  /** Where `first` was looked for: the start at that time. */
  from: number;
  /** The first sign that is no blank. */
  first: number;
  quote: string;
}

/**
 * Reads from the bracket at `open` to `offset` and on to `limit` for the keys that follow. Undefined when the brackets are
 * closed before `offset`.
 */
export function flowSpot(
  text: string,
  open: number,
  offset: number,
  limit: number,
  steps: readonly Step[],
): Spot | undefined {
  const frames: Frame[] = [];
  const token: Token = { start: open, from: -1, first: -1, quote: '' };
  let at = open;
  while (at < offset) at = readSign(text, at, offset, frames, token);
  const frame = frames.at(-1);
  if (!frame || isComment(text, token.start, offset)) return undefined;
  const prefix = { start: skipBlanks(text, token.start, offset), end: offset };
  const later = keysAfter(text, offset, limit);
  const isKey = !frame.list && frame.key === undefined;
  const own: Step | undefined = frame.list ? 0 : frame.key;
  const outer = frames.slice(0, -1).map(({ list, key = '' }): Step => (list ? 0 : key));
  return {
    steps: [...steps, ...outer, ...(own === undefined ? [] : [own])],
    slot: isKey ? 'key' : 'value',
    present: isKey ? [...frame.keys, ...later] : [],
    prefix,
    quoted: token.quote !== '',
    spaceBefore: !frame.list && frame.key !== undefined && text[offset - 1] === ':',
  };
}

/** Takes in one sign (or one whole quoted text) and returns the offset after it. */
function readSign(text: string, at: number, offset: number, frames: Frame[], token: Token): number {
  const sign = text[at] as string;
  const frame = frames.at(-1);
  if ((sign === '"' || sign === "'") && begins(token, text, at)) {
    const end = closingQuote(text, at, offset);
    if (end < 0) {
      token.start = at + 1;
      token.quote = sign;
      return offset;
    }
    return end + 1;
  }
  if (sign === '#' && /\s/.test(text[at - 1] ?? '')) {
    const lineEnd = text.indexOf('\n', at);
    return lineEnd < 0 || lineEnd > offset ? offset : lineEnd;
  }
  if (sign === '[' || sign === '{') {
    frames.push({ list: sign === '[', keys: [], key: undefined });
  } else if (sign === ']' || sign === '}') {
    frames.pop();
    if (frames.length === 0) return offset;
  } else if (sign === ',') {
    if (frame) frame.key = undefined;
  } else if (
    sign === ':' &&
    frame &&
    !frame.list &&
    frame.key === undefined &&
    /[\s,[\]{}"']|^$/.test(text[at + 1] ?? '')
  ) {
    frame.key = unquoted(text.slice(token.start, at));
    frame.keys.push(frame.key);
  } else {
    return at + 1;
  }
  token.start = at + 1;
  return at + 1;
}

/** Whether nothing but blanks stands before `at`. */
function begins(token: Token, text: string, at: number): boolean {
  if (token.from !== token.start || token.first >= at) {
    token.from = token.start;
    token.first = skipBlanks(text, token.start, at);
  }
  return token.first === at;
}

/** Keys of the same map behind the cursor, up to its closing bracket. */
function keysAfter(text: string, offset: number, limit: number): string[] {
  const rest = /^[^[\]{}]*/.exec(text.slice(offset, limit)) as RegExpExecArray;
  return rest[0]
    .split(',')
    .slice(1)
    .flatMap((piece) => /^([^:]+):\s/.exec(piece)?.[1]?.trim() || [])
    .map(unquoted);
}

function closingQuote(text: string, at: number, limit: number): number {
  const quote = text[at];
  for (let index = at + 1; index < limit; index++) {
    if (quote === '"' && text[index] === '\\') index++;
    else if (text[index] === quote) return index;
  }
  return -1;
}

function isComment(text: string, start: number, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /(^|\s)#/.test(text.slice(Math.max(start, lineStart), offset));
}

function skipBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && /\s/.test(text[at] as string)) at++;
  return at;
}

export function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
