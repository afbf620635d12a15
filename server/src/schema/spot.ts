// Where in a record does the cursor stand, while the text around it is half typed? Read from lines and their indentation.

import type { Range } from '../base/range';
import { flowSpot, unquoted } from './flow-spot';
import type { ItemAbove, Spot, Step } from './step';

interface Mark {
  readonly column: number;
  /** The key, or undefined for the dash of a list item. */
  readonly key: string | undefined;
  /** Text after `key:`, without anchor, tag and comment. */
  readonly value: string;
  /** Offset in the text of the value. */
  readonly valueStart: number;
}

interface Line extends Range {
  readonly marks: readonly Mark[];
  /** Where the text after indentation and dashes begins. */
  readonly content: number;
  readonly blank: boolean;
}

/** Finds the spot for `offset` in the YAML of `region`, or undefined inside comments and running text. */
export function spotAt(text: string, region: Range, offset: number): Spot | undefined {
  const lines = linesOf(text, region, offset);
  const current = lines.current;
  const head = text.slice(current.start, offset);
  if (/^\s*#/.test(head) || /^(---|\.\.\.)/.test(head)) return undefined;
  const above = flowAbove(text, lines, offset);
  if (above) return above;
  const key = current.marks.at(-1);
  if (key?.key !== undefined && offset > colonOf(text, key)) return afterColon(text, lines, key, offset);
  return atContent(text, lines, offset, key?.key !== undefined);
}

interface Lines {
  readonly before: readonly Line[];
  readonly current: Line;
  readonly after: readonly Line[];
}

/** The lines of the document around `offset`: from the `---` before it to the `---` behind it. */
function linesOf(text: string, region: Range, offset: number): Lines {
  const before: Line[] = [];
  let start = region.start;
  let current: Line | undefined;
  const after: Line[] = [];
  while (start <= region.end) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 || lineBreak > region.end ? region.end : lineBreak;
    const separator = /^(---|\.\.\.)(\s|$)/.test(text.slice(start, Math.min(end, start + 4)));
    if (current && separator) break;
    const line = readLine(text, start, end);
    if (end < offset) {
      if (separator) before.length = 0;
      else before.push(line);
    } else if (current) after.push(line);
    else current = line;
    start = end + 1;
  }
  return { before, current: current ?? readLine(text, region.end, region.end), after };
}

function readLine(text: string, start: number, lineEnd: number): Line {
  const end = text[lineEnd - 1] === '\r' && lineEnd > start ? lineEnd - 1 : lineEnd;
  const marks: Mark[] = [];
  let at = start;
  while (at < end && text[at] === ' ') at++;
  while (text[at] === '-' && at < end && (at + 1 === end || text[at + 1] === ' ')) {
    marks.push({ column: at - start, key: undefined, value: '', valueStart: at + 1 });
    at++;
    while (at < end && text[at] === ' ') at++;
  }
  const written = text.slice(at, end);
  const key = readKey(written);
  if (key) {
    const rest = (/^:\s*([&!]\S+\s*)?/.exec(written.slice(key.length)) as RegExpExecArray)[0];
    const value = (written.slice(key.length + rest.length).split(/(?:^|\s)#/, 1)[0] as string).trim();
    marks.push({ column: at - start, key: unquoted(key), value, valueStart: at + key.length + rest.length });
  }
  return { start, end, marks, content: at, blank: written.trim() === '' || written.startsWith('#') };
}

/** The key of `key: value`, as written; undefined when the text is none. */
function readKey(written: string): string | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?=:(\s|$))/.exec(written);
  if (quoted) return quoted[0];
  if (/^["'[{#&*!|>%@`]/.test(written)) return undefined;
  return /^[^#]*?(?=:(\s|$))/.exec(written)?.[0] || undefined;
}

function colonOf(text: string, key: Mark): number {
  return text.lastIndexOf(':', key.valueStart - 1);
}

/** Where the document ends. */
function endOf({ current, after }: Lines): number {
  return (after.at(-1) ?? current).end;
}

/** Behind `key:` on the cursor's own line. */
function afterColon(text: string, lines: Lines, key: Mark, offset: number): Spot | undefined {
  const { current } = lines;
  const way = ancestors(lines, current.marks);
  if (!way) return undefined;
  const steps = [...way.steps, key.key as string];
  const start = Math.min(key.valueStart, offset);
  const typed = text.slice(start, offset);
  if (/(^|\s)#/.test(text.slice(colonOf(text, key) + 1, offset)) || /^[|>]/.test(typed)) return undefined;
  if (/^[[{]/.test(typed)) return flowSpot(text, start, offset, endOf(lines), steps);
  return valueSpot(steps, start, offset, typed, text[offset - 1] === ':');
}

function valueSpot(
  steps: readonly Step[],
  start: number,
  offset: number,
  typed: string,
  spaceBefore: boolean,
): Spot | undefined {
  const quoted = /^["']/.test(typed);
  if (quoted && typed.length > 1 && typed.endsWith(typed[0] as string)) return undefined;
  const prefix = { start: quoted ? start + 1 : start, end: offset };
  return { steps, slot: 'value', present: [], prefix, quoted, spaceBefore };
}

/** At the beginning of a line or item, where neither key nor value is finished. */
function atContent(text: string, lines: Lines, offset: number, hasColon: boolean): Spot | undefined {
  const { current } = lines;
  const dashes = current.marks.filter((mark) => mark.key === undefined);
  const last = dashes.at(-1);
  const glued = last !== undefined && offset === current.start + last.column + 1;
  const content = Math.min(current.content, offset);
  const typed = text.slice(content, offset);
  if (/^[|>]/.test(typed) || /\s#/.test(typed)) return undefined;
  const entry: Mark = { column: content - current.start, key: '', value: '', valueStart: content };
  const way = ancestors(lines, [...dashes, entry]);
  if (!way) return undefined;
  if (/^[[{]/.test(typed)) return flowSpot(text, content, offset, endOf(lines), way.steps);
  if (/^["']/.test(typed)) return valueSpot(way.steps, content, offset, typed, false);
  return {
    steps: way.steps,
    slot: hasColon || way.siblings.length > 0 ? 'key' : 'open',
    present: way.siblings,
    prefix: { start: glued ? offset : content, end: offset },
    quoted: false,
    spaceBefore: glued,
    itemAbove: dashes.length === 0 ? itemAbove(lines, entry.column) : undefined,
  };
}

/** The item above whose dash stands at `column`, when it is a map. */
function itemAbove(lines: Lines, column: number): ItemAbove | undefined {
  const line = lines.before.findLast(
    (one) => !(one.blank && one.marks.length === 0) && (one.marks[0]?.column ?? one.content - one.start) <= column,
  );
  const dash = line?.marks.findIndex((mark) => mark.key === undefined && mark.column === column) ?? -1;
  const key = dash < 0 ? undefined : line?.marks[dash + 1];
  if (key?.key === undefined) return undefined;
  const way = ancestors({ ...lines, after: [] }, [{ ...key, key: '' }]);
  return way && { steps: way.steps, present: way.siblings, indent: key.column - column };
}

interface Way {
  /** From the root to the map (or item) that the innermost mark belongs to. */
  readonly steps: readonly Step[];
  /** Other keys of that map. */
  readonly siblings: readonly string[];
}

/** Climbs from the marks of the current line to the root: what is further left and higher up is around it. */
function ancestors(lines: Lines, own: readonly Mark[]): Way | undefined {
  /** From the innermost to the root. */
  const steps: Step[] = [];
  const siblings: string[] = [];
  let inner = own.at(-1) as Mark;
  const innermost = inner;
  let home = true;
  const climb = (mark: Mark): boolean => {
    const isDash = mark.key === undefined;
    if (inner.key === undefined) {
      if (mark.column > inner.column || (isDash && mark.column === inner.column)) return true;
    } else {
      if (home && !isDash && mark.column === inner.column) siblings.push(mark.key as string);
      if (mark.column >= inner.column) return true;
    }
    if (!isDash && mark.value !== '') return false;
    steps.push(isDash ? 0 : (mark.key as string));
    inner = mark;
    home = false;
    return true;
  };
  for (const mark of own.slice(0, -1).toReversed()) climb(mark);
  for (const line of lines.before.toReversed()) {
    if (line.blank && line.marks.length === 0) continue;
    for (const mark of line.marks.toReversed()) if (!climb(mark)) return undefined;
  }
  return { steps: steps.toReversed(), siblings: [...siblings, ...keysBelow(lines.after, innermost.column)] };
}

function keysBelow(lines: readonly Line[], column: number): string[] {
  const keys: string[] = [];
  for (const line of lines) {
    const first = line.marks[0];
    if (!first && line.blank) continue;
    if ((first?.column ?? line.content - line.start) < column) break;
    if (first?.key !== undefined && first.column === column) keys.push(first.key);
  }
  return keys;
}

/** A bracket that opened on a line further up and further left, and is open still. */
function flowAbove(text: string, lines: Lines, offset: number): Spot | undefined {
  const column = lines.current.content - lines.current.start;
  for (let index = lines.before.length - 1; index >= 0; index--) {
    const line = lines.before[index] as Line;
    if (line.blank) continue;
    const outer = line.marks[0]?.column ?? line.content - line.start;
    const mark = line.marks.at(-1);
    const start = mark?.key === undefined ? line.content : mark.valueStart;
    if (outer < column && mark && /[[{]/.test(text[start] ?? '')) {
      const own = mark.key === undefined ? [...line.marks, { ...mark, column: mark.column + 1, key: '' }] : line.marks;
      const way = ancestors({ before: lines.before.slice(0, index), current: line, after: [] }, own);
      const steps = way && (mark.key === undefined ? way.steps : [...way.steps, mark.key]);
      return steps && flowSpot(text, start, offset, endOf(lines), steps);
    }
    if (outer === 0) return undefined;
  }
  return undefined;
}
