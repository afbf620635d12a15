// Where among brackets does the cursor stand? `[a, {b: |}]` read from its opening bracket, closed or not.

import type { Spot, Step } from './step';

interface Frame {
  readonly list: boolean;
  /** Steps to the node that the bracket opens. */
  readonly steps: readonly Step[];
  readonly keys: string[];
  key: string | undefined;
}

interface Token {
  start: number;
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
  const token: Token = { start: open, quote: '' };
  let at = open;
  while (at < offset) at = readSign(text, at, offset, frames, token, steps);
  const frame = frames.at(-1);
  if (!frame || isComment(text, token.start, offset)) return undefined;
  const prefix = { start: skipBlanks(text, token.start, offset), end: offset };
  const later = keysAfter(text, offset, limit);
  const isKey = !frame.list && frame.key === undefined;
  const inner: readonly Step[] = frame.list
    ? [...frame.steps, 0]
    : frame.key === undefined
      ? frame.steps
      : [...frame.steps, frame.key];
  return {
    steps: inner,
    slot: isKey ? 'key' : 'value',
    present: isKey ? [...frame.keys, ...later] : [],
    prefix,
    quoted: token.quote !== '',
    spaceBefore: !frame.list && frame.key !== undefined && text[offset - 1] === ':',
  };
}

/** Takes in one sign (or one whole quoted text) and returns the offset after it. */
function readSign(
  text: string,
  at: number,
  offset: number,
  frames: Frame[],
  token: Token,
  steps: readonly Step[],
): number {
  const sign = text[at] as string;
  const frame = frames.at(-1);
  const begins = skipBlanks(text, token.start, at) === at;
  if ((sign === '"' || sign === "'") && begins) {
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
    frames.push({ list: sign === '[', steps: frame ? stepsInto(frame) : steps, keys: [], key: undefined });
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

function stepsInto(frame: Frame): readonly Step[] {
  return [...frame.steps, frame.list ? 0 : (frame.key ?? '')];
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
