// What does plain YAML say? Keys, lists and one-line values as nearly every record has them; anything else is left to the parser.

import type { YamlEntry, YamlFile, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-node';

/** Characters, marks and lines that need the parser: tabs, carriage returns, control characters, document marks, directives. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being looked for
const NEEDS_PARSER = /[\t\r\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]|^(?:---|\.\.\.|%)/m;
const LINE = /( *)(?:(#[^\n]*)|(- *)?(?:([A-Za-z_][\w./-]*):(?: +|(?=\n|$)))?([^\n]*))(?:\n|$)/y;
/** A value that means itself: no mark of YAML at its start, no `: ` or ` #` inside, no `:` at its end. */
const PLAIN = /^(?![-?:](?: |$)|[&*!|>%@`"'{}[\],#])(?!.*(?:: | #|:$)).*[^ ]$/;
const FLOW_ITEM = /^(?![-?:](?: |$)|[&*!|>%@`"'{}[\],#])[^,[\]{}:#"]*[^,[\]{}:#" ]$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
const NUMBER_LIKE = /^[-+.\d][-+.\d_a-fA-FxXoO:]*$/;

/** Deeper text is no record; what is wrong with it is for the parser to say. */
const DEEPEST = 60;

interface Line {
  readonly indent: number;
  /** Offset of the dash, or -1. */
  readonly dash: number;
  readonly key: YamlScalar | undefined;
  readonly value: string;
  readonly valueStart: number;
  /** Offset of the first character that is no blank. */
  readonly start: number;
}

/**
 * Reads `text` between two offsets when it is plain, in a fraction of the parser's time; undefined when it is not, or when the
 * comments matter. The result equals the parser's, which a property test holds.
 */
export function readPlainYaml(text: string, start: number, end: number): YamlFile | undefined {
  return readPlainPiece(text.slice(start, end), start);
}

/** The same for a piece that was cut from a text; `start` is where it stands there. */
export function readPlainPiece(source: string, start: number): YamlFile | undefined {
  if (NEEDS_PARSER.test(source) || source.includes('clinical-content-')) return undefined;
  const lines = linesOf(source, start);
  if (!lines || lines.length === 0) return undefined;
  const reader = new PlainReader(lines);
  const root = reader.block(lines[0] as Line);
  if (!root || !reader.isDone) return undefined;
  return { documents: [{ start: root.start, end: root.end, root }], problems: [], comments: [] };
}

function linesOf(source: string, base: number): Line[] | undefined {
  const lines: Line[] = [];
  LINE.lastIndex = 0;
  while (LINE.lastIndex < source.length) {
    const at = LINE.lastIndex;
    const match = LINE.exec(source);
    if (!match) return undefined;
    const [, blanks = '', comment, dash = '', name, rest = ''] = match;
    const value = rest.trimEnd();
    if (comment !== undefined || (dash === '' && name === undefined && value === '')) continue;
    if (dash === '-' && (name !== undefined || value !== '')) return undefined;
    const start = base + at + blanks.length;
    const keyStart = start + dash.length;
    const key = name === undefined ? undefined : scalar(name, keyStart, name, 'plain');
    const lineEnd = base + at + match[0].length - (match[0].endsWith('\n') ? 1 : 0);
    lines.push({
      indent: blanks.length,
      dash: dash === '' ? -1 : start,
      key,
      value,
      valueStart: lineEnd - rest.length,
      start: keyStart,
    });
  }
  return lines;
}

function scalar(
  source: string,
  start: number,
  value: YamlScalar['value'],
  style: YamlScalar['style'],
  length = source.length,
): YamlScalar {
  return { type: 'scalar', start, end: start + length, value, source, style };
}

/** A one-line value, or undefined when it takes the parser to read it. */
function valueOfText(text: string, start: number): YamlNode | undefined {
  if (text[0] === '[') return flowList(text, start);
  if (QUOTED.test(text)) return quoted(text, start);
  return PLAIN.test(text) ? plain(text, start) : undefined;
}

function quoted(text: string, start: number): YamlScalar {
  const inner = text.slice(1, -1);
  return scalar(inner, start, inner, text[0] === '"' ? 'double' : 'single', text.length);
}

function plain(text: string, start: number): YamlScalar | undefined {
  if (/^(?:~|null|Null|NULL)$/.test(text)) return undefined;
  if (/^(?:true|True|TRUE)$/.test(text)) return scalar(text, start, true, 'plain');
  if (/^(?:false|False|FALSE)$/.test(text)) return scalar(text, start, false, 'plain');
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return scalar(text, start, Number(text), 'plain');
  if (NUMBER_LIKE.test(text) && !/^\d{1,4}-\d{1,4}(?:-\d{1,4})?$/.test(text)) return undefined;
  return scalar(text, start, text, 'plain');
}

function flowList(text: string, start: number): YamlList | undefined {
  if (!text.endsWith(']')) return undefined;
  const items: YamlNode[] = [];
  const inner = text.slice(1, -1);
  let at = start + 1;
  for (const piece of inner.trim() === '' ? [] : inner.split(',')) {
    const word = piece.trim();
    const begin = at + piece.length - piece.trimStart().length;
    at += piece.length + 1;
    const item = QUOTED.test(word) ? quoted(word, begin) : FLOW_ITEM.test(word) ? plain(word, begin) : undefined;
    if (!item) return undefined;
    items.push(item);
  }
  return { type: 'list', start, end: start + text.length, items, flow: true };
}

/** Follows lines by their indentation. Every method returns undefined for what is not plain. */
class PlainReader {
  readonly #lines: readonly Line[];
  #at = 0;
  #depth = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  get isDone(): boolean {
    return this.#at >= this.#lines.length;
  }

  /** The map or list that begins with the current line. */
  block(line: Line): YamlNode | undefined {
    if (++this.#depth > DEEPEST) return undefined;
    const node = line.dash >= 0 ? this.#list(line.indent) : line.key ? this.#map(line.indent) : undefined;
    this.#depth--;
    return node;
  }

  #list(indent: number): YamlList | undefined {
    const items: YamlNode[] = [];
    const start = this.#lines[this.#at]?.dash ?? 0;
    for (
      let line = this.#lines[this.#at];
      line && line.indent === indent && line.dash >= 0;
      line = this.#lines[this.#at]
    ) {
      const item = this.#item(line);
      if (!item) return undefined;
      items.push(item);
    }
    return { type: 'list', start, end: items.at(-1)?.end ?? start, items, flow: false };
  }

  #item(line: Line): YamlNode | undefined {
    if (line.key) return this.#map(line.indent + line.start - line.dash);
    if (line.value === '') return undefined;
    this.#at++;
    return this.#continues(line.indent) ? undefined : valueOfText(line.value, line.valueStart);
  }

  /** Entries whose keys stand in one column; the first may stand behind a dash. */
  #map(column: number): YamlMap | undefined {
    const entries: YamlEntry[] = [];
    for (let line = this.#lines[this.#at], first = true; line?.key; line = this.#lines[this.#at], first = false) {
      const here = line.dash >= 0 ? (first ? line.indent + line.start - line.dash : -1) : line.indent;
      if (here !== column) break;
      const entry = this.#entry(line, line.key, column);
      if (!entry) return undefined;
      entries.push(entry);
    }
    const [first] = entries;
    const last = entries.at(-1);
    return first && last && { type: 'map', start: first.start, end: last.end, entries, flow: false };
  }

  #entry(line: Line, key: YamlScalar, column: number): YamlEntry | undefined {
    this.#at++;
    if (line.value !== '') {
      const value = this.#continues(column) ? undefined : valueOfText(line.value, line.valueStart);
      return value && { start: key.start, end: value.end, key, value };
    }
    const next = this.#lines[this.#at];
    const holds = next && (next.indent > column || (next.indent === column && next.dash >= 0));
    if (!holds) return { start: key.start, end: key.end + 1, key, value: undefined };
    const value = this.block(next);
    return value && { start: key.start, end: value.end, key, value };
  }

  /** Whether the next line stands deeper than what was just read: a value over several lines, or a mistake. */
  #continues(column: number): boolean {
    const next = this.#lines[this.#at];
    return next !== undefined && next.indent > column;
  }
}
