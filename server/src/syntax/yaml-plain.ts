// What does plain YAML say? Keys, lists and one-line values as nearly every record has them; anything else is left to the parser.

import { intern } from '../base/intern';
import type { YamlEntry, YamlFile, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-node';

/** Characters that need the parser: tabs, carriage returns, control characters and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being looked for
const NEEDS_PARSER = /[\t\r\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;
/** What a value that means itself does not begin with. */
const MARKS = '&*!|>%@`"\'{}[],#';
const FLOW_ITEM = /^(?![-?:](?: |$)|[&*!|>%@`"'{}[\],#])[^,[\]{}:#"]*[^,[\]{}:#" ]$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
const WORD = /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const LONGEST_WORD = 5;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const NUMBER_LIKE = /^[-+.\d][-+.\d_a-fA-FxXoO:]*$/;
const DAY = /^\d{1,4}-\d{1,4}(?:-\d{1,4})?$/;

const BLANK = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
const DASH = 0x2d;
const COLON = 0x3a;
const QUESTION = 0x3f;
const BRACKET = 0x5b;

/** Deeper text is no record; what is wrong with it is for the parser to say. */
const DEEPEST = 60;

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
  const root = new PlainReader(source, start).read();
  return root && { documents: [{ start: root.start, end: root.end, root }], problems: [], comments: [] };
}

function afterBlanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === BLANK) end++;
  return end;
}

/** The end of a text without the blanks behind it. */
function beforeBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === BLANK) end--;
  return end;
}

/** The end of what may be a key: a letter or `_`, and letters, digits and `_ - . /` behind it. */
function afterKey(text: string, at: number): number {
  if (!isLetter(text.charCodeAt(at))) return at;
  let end = at + 1;
  for (let code = text.charCodeAt(end); isLetter(code) || isDigitOrSign(code); code = text.charCodeAt(end)) end++;
  return end;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

/** The signs `-`, `.` and `/` stand in front of the digits. */
function isDigitOrSign(code: number): boolean {
  return code >= 0x2d && code <= 0x39;
}

/** Whether a value means itself: no mark of YAML at its start, no `: ` or ` #` inside, no `:` at its end. */
function meansItself(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (MARKS.includes(text[from] as string)) return false;
  const isSign = first === DASH || first === QUESTION || first === COLON;
  if (isSign && (from + 1 === to || text.charCodeAt(from + 1) === BLANK)) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON && (at + 1 === to || text.charCodeAt(at + 1) === BLANK)) return false;
    if (code === HASH && text.charCodeAt(at - 1) === BLANK) return false;
  }
  return true;
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

function quoted(text: string, start: number): YamlScalar | undefined {
  if (!QUOTED.test(text)) return undefined;
  const inner = text.slice(1, -1);
  return scalar(inner, start, inner, text[0] === '"' ? 'double' : 'single', text.length);
}

/** What a value that means itself is: a text, true or false, or a number; undefined for nothing, and for numbers of other kinds. */
function plain(text: string, start: number): YamlScalar | undefined {
  if (text.length <= LONGEST_WORD && WORD.test(text)) return wordOf(text, start);
  // No number begins with a letter, as nearly every value does.
  if (text.charCodeAt(0) > 0x39) return scalar(text, start, text, 'plain');
  if (NUMBER.test(text)) return scalar(text, start, Number(text), 'plain');
  if (NUMBER_LIKE.test(text) && !DAY.test(text)) return undefined;
  return scalar(text, start, text, 'plain');
}

function wordOf(text: string, start: number): YamlScalar | undefined {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? scalar(text, start, word === 'true', 'plain') : undefined;
}

function flowList(text: string, start: number): YamlList | undefined {
  if (!text.endsWith(']')) return undefined;
  const items: YamlNode[] = [];
  const inner = text.slice(1, -1);
  let at = start + 1;
  for (const piece of afterBlanks(inner, 0) === inner.length ? [] : inner.split(',')) {
    const before = afterBlanks(piece, 0);
    const begin = at + before;
    const word = piece.slice(before, beforeBlanks(piece, before, piece.length));
    at += piece.length + 1;
    const item = QUOTED.test(word) ? quoted(word, begin) : FLOW_ITEM.test(word) ? plain(word, begin) : undefined;
    if (!item) return undefined;
    items.push(item);
  }
  return { type: 'list', start, end: start + text.length, items, flow: true };
}

/**
 * Follows lines by their indentation. One line is looked at ahead of what has been read; every method gives undefined for what is
 * not plain.
 */
class PlainReader {
  readonly #source: string;
  readonly #base: number;
  /** Where the next line begins, and the one after it. */
  #begin = 0;
  #after = 0;
  /** The column in which the next line begins; -1 at the end of the text, and where the rest is not plain. */
  #indent = -1;
  /** The column of what stands behind its dash, if it has one. */
  #column = -1;
  #hasDash = false;
  /** Its key; undefined when it is a value in a list. */
  #key: YamlScalar | undefined;
  #valueStart = 0;
  #valueEnd = 0;
  #isPlain = true;
  #depth = 0;

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
  }

  /** What the whole text says. */
  read(): YamlNode | undefined {
    this.#advance();
    const root = this.#indent < 0 ? undefined : this.#block();
    return this.#indent < 0 && this.#isPlain ? root : undefined;
  }

  /** Looks at the next line that is neither empty nor a comment. */
  #advance(): void {
    const source = this.#source;
    while (this.#after < source.length) {
      const begin = this.#after;
      const found = source.indexOf('\n', begin);
      const end = found < 0 ? source.length : found;
      this.#begin = begin;
      this.#after = end + 1;
      const first = afterBlanks(source, begin);
      this.#valueEnd = beforeBlanks(source, first, end);
      if (first === this.#valueEnd || source.charCodeAt(first) === HASH) continue;
      this.#isPlain = this.#look(begin, first, end);
      this.#indent = this.#isPlain ? first - begin : -1;
      return;
    }
    this.#indent = -1;
  }

  /** Takes a line apart; false for one that has neither key nor dash, and for a dash without anything behind it. */
  #look(begin: number, first: number, end: number): boolean {
    const source = this.#source;
    this.#hasDash = source.charCodeAt(first) === DASH;
    const start = this.#hasDash ? afterBlanks(source, first + 1) : first;
    if (this.#hasDash && (start === first + 1 || start >= this.#valueEnd)) return false;
    const keyEnd = afterKey(source, start);
    const isKey =
      keyEnd > start &&
      source.charCodeAt(keyEnd) === COLON &&
      (keyEnd + 1 === end || source.charCodeAt(keyEnd + 1) === BLANK);
    if (!isKey && !this.#hasDash) return false;
    this.#column = start - begin;
    this.#key = isKey ? this.#keyAt(start, keyEnd) : undefined;
    this.#valueStart = isKey ? afterBlanks(source, keyEnd + 1) : start;
    return true;
  }

  /** The same few keys come again and again. */
  #keyAt(start: number, end: number): YamlScalar {
    const name = intern(this.#source, start, end);
    return scalar(name, this.#base + start, name, 'plain');
  }

  /** The map or list that begins with the next line. */
  #block(): YamlNode | undefined {
    if (++this.#depth > DEEPEST) return undefined;
    const node = this.#hasDash ? this.#list(this.#indent) : this.#map(this.#indent);
    this.#depth--;
    return node;
  }

  #list(indent: number): YamlList | undefined {
    const items: YamlNode[] = [];
    const start = this.#base + this.#begin + indent;
    while (this.#indent === indent && this.#hasDash) {
      const item = this.#key ? this.#map(this.#column) : this.#value(indent);
      if (!item) return undefined;
      items.push(item);
    }
    return { type: 'list', start, end: items.at(-1)?.end ?? start, items, flow: false };
  }

  /** Entries whose keys stand in one column; the first may stand behind a dash. */
  #map(column: number): YamlMap | undefined {
    const entries: YamlEntry[] = [];
    let end = 0;
    do {
      const entry = this.#entry(column);
      if (!entry) return undefined;
      entries.push(entry);
      end = entry.end;
    } while (this.#indent === column && !this.#hasDash);
    return { type: 'map', start: (entries[0] as YamlEntry).start, end, entries, flow: false };
  }

  #entry(column: number): YamlEntry | undefined {
    const key = this.#key as YamlScalar;
    if (this.#valueStart < this.#valueEnd) {
      const value = this.#value(column);
      return value && { start: key.start, end: value.end, key, value };
    }
    this.#advance();
    const holds = this.#indent > column || (this.#indent === column && this.#hasDash);
    if (!holds) return { start: key.start, end: key.end + 1, key, value: undefined };
    const value = this.#block();
    return value && { start: key.start, end: value.end, key, value };
  }

  /** A one-line value, or undefined when it takes the parser to read it: the next line may go on with it. */
  #value(column: number): YamlNode | undefined {
    const from = this.#valueStart;
    const to = this.#valueEnd;
    this.#advance();
    if (this.#indent > column) return undefined;
    const text = this.#source.slice(from, to);
    const start = this.#base + from;
    const sign = text.charCodeAt(0);
    if (sign === BRACKET) return flowList(text, start);
    if (sign === DOUBLE_QUOTE || sign === SINGLE_QUOTE) return quoted(text, start);
    return meansItself(this.#source, from, to) ? plain(text, start) : undefined;
  }
}
