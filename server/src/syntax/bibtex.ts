// What does a BibTeX or BibLaTeX file say, and where? Entries and fields with exact offsets; text that is no entry is skipped.

import type { Range } from '../base/range';
import type { SyntaxProblem } from './problem';

export interface BibField {
  readonly name: string;
  readonly nameRange: Range;
  /** The value with outer braces or quotes removed and `#` pieces joined; inner TeX is left as written. */
  readonly value: string;
  /** The value's text inside its delimiters (of the first piece when several are joined). */
  readonly valueRange: Range;
}

export interface BibEntry extends Range {
  readonly type: string;
  readonly key: string;
  readonly keyRange: Range;
  readonly fields: readonly BibField[];
}

export interface BibFile {
  readonly entries: readonly BibEntry[];
  readonly problems: readonly SyntaxProblem[];
}

const NAME = /[^\s"#%'(),={}@\\]+/y;
const SPACE = /(?:\s|%[^\n]*(?:\n|$))*/y;
/** What begins an entry: a word of letters and a brace; a parenthesis, which prose has too, only at the start of a line. */
const BRACED = /@([A-Za-z]+)\s*\{/y;
const PARENTHESISED = /@([A-Za-z]+)[ \t]*\(/y;
/** BibLaTeX's words for what other entries are made of. */
const NO_PAPER = new Set(['set', 'xdata']);
/** Joined values longer than this are no title of anything; strings made of strings could grow without end. */
const LONGEST_VALUE = 100_000;
const LONGEST_STRING = 5_000;

/** Reads a .bib file. Never throws; a broken entry is reported and reading goes on at the next `@`. */
export function parseBibtex(text: string): BibFile {
  const reader = new Reader(text);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', reader.at)) reader.entry(at);
  return { entries: reader.entries, problems: reader.problems };
}

/** An `@` that begins an entry at the start of a line: whatever is open before it was never closed. */
const ENTRY_LINE = /@\w+\s{0,20}\{[^,\n}]{0,200},/y;

function beginsEntry(text: string, at: number): boolean {
  if (text[at - 1] !== '\n') return false;
  ENTRY_LINE.lastIndex = at;
  return ENTRY_LINE.test(text);
}

/** After so many problems a file is no longer searched to its end for one closing quotation mark. */
const PATIENCE = 50;
const LONGEST_QUOTED = 2000;

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}

/** Closing brace of each opening one, in one pass; an entry at the start of a line ends what is open. */
function closesOf(text: string): Map<number, number> {
  const closes = new Map<number, number>();
  let open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '{') open.push(i);
    else if (char === '}') {
      const start = open.pop();
      if (start !== undefined) closes.set(start, i);
    } else if (char === '@' && beginsEntry(text, i)) open = [];
  }
  return closes;
}

class Reader {
  at = 0;
  readonly entries: BibEntry[] = [];
  readonly problems: SyntaxProblem[] = [];
  readonly #strings = new Map<string, string>();
  /** Where each brace is closed; made when the first one is not. */
  #unclosed: ReadonlyMap<number, number> | undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  entry(start: number): void {
    this.at = start;
    const opening = this.#match(BRACED) ?? (beginsLine(this.#text, start) ? this.#match(PARENTHESISED) : undefined);
    if (!opening) {
      this.at = start + 1;
      return;
    }
    const type = (/\w+/.exec(opening.text)?.[0] ?? '').toLowerCase();
    const closer = opening.text.endsWith('{') ? '}' : ')';
    if (type === 'comment' || type === 'preamble') this.#skipGroup(closer);
    else if (type === 'string') this.#string(closer);
    else this.#record(start, type, closer);
  }

  #record(start: number, type: string, closer: string): void {
    this.#space();
    const from = this.at;
    while (this.at < this.#text.length && !/[,\s{}()=]/.test(this.#text[this.at] as string)) this.at++;
    const end = this.at;
    this.#space();
    // `title = {…}` right after the brace is the first field.
    if (this.#text[this.at] === '=') this.at = from;
    const keyRange = { start: from, end: this.at === from ? from : end };
    const key = this.#text.slice(keyRange.start, keyRange.end);
    if (key === '') {
      const message = `This entry has no key: write one after the opening brace, as in @${type}{smith-2021, …}.`;
      this.problems.push({ start, end: Math.min(start + 1 + type.length, this.#text.length), message });
    }
    const fields = this.#fields(closer);
    const closed = this.#text[this.at] === closer;
    if (closed) this.at++;
    else if (key !== '') this.#problem(start, `Entry “${key}” is not closed: add the missing “${closer}”.`);
    else this.#problem(start, `This entry is not closed: add the missing “${closer}”.`);
    if (key !== '' && !NO_PAPER.has(type)) this.entries.push({ type, key, keyRange, fields, start, end: this.at });
  }

  #fields(closer: string): BibField[] {
    const fields: BibField[] = [];
    for (;;) {
      this.#space();
      while (this.#text[this.at] === ',') {
        this.at++;
        this.#space();
      }
      const char = this.#text[this.at];
      if (char === undefined || char === closer || char === '@') return fields;
      const name = this.#match(NAME);
      this.#space();
      if (!name || this.#text[this.at] !== '=') {
        this.#problem(this.at, `Expected “name = {value}” here.`);
        this.#recover(closer);
        continue;
      }
      this.at++;
      const value = this.#value();
      if (value)
        fields.push({
          name: name.text.toLowerCase(),
          nameRange: { start: name.start, end: name.start + name.text.length },
          ...value,
        });
      else this.#recover(closer);
    }
  }

  /** Moves on to the next comma, closing brace or entry. */
  #recover(closer: string): void {
    const begin = this.at;
    while (
      this.at < this.#text.length &&
      this.#text[this.at] !== ',' &&
      this.#text[this.at] !== closer &&
      !(this.#text[this.at] === '@' && this.at > begin)
    )
      this.at++;
  }

  #value(): { value: string; valueRange: Range } | undefined {
    let value = '';
    let range: Range | undefined;
    do {
      if (this.#text[this.at] === '#') this.at++;
      this.#space();
      const piece = this.#piece();
      if (!piece) {
        this.#problem(this.at, 'A value is missing here: write it in braces, as in {text}.');
        return range && { value, valueRange: range };
      }
      range ??= piece.range;
      value = (value + piece.text).slice(0, LONGEST_VALUE);
      this.#space();
    } while (this.#text[this.at] === '#');
    return range && { value, valueRange: range };
  }

  #piece(): { text: string; range: Range } | undefined {
    const char = this.#text[this.at];
    if (char === '{' || char === '"') {
      const start = this.at + 1;
      const end = char === '{' ? this.#braced() : this.#quoted();
      if (end === undefined) return undefined;
      return { text: this.#text.slice(start, end), range: { start, end } };
    }
    const word = this.#match(NAME);
    if (!word) return undefined;
    return {
      text: this.#strings.get(word.text.toLowerCase()) ?? word.text,
      range: { start: word.start, end: word.start + word.text.length },
    };
  }

  #braced(): number | undefined {
    const close = this.#unclosed ? this.#unclosed.get(this.at) : this.#closeOf(this.at);
    if (close !== undefined) {
      this.at = close + 1;
      return close;
    }
    // Every brace that is never closed would be searched for to the end: from now on one look at the whole text serves all.
    this.#unclosed ??= closesOf(this.#text);
    this.#problem(this.at, 'This “{” is never closed.');
    this.at++;
    return undefined;
  }

  #closeOf(open: number): number | undefined {
    let depth = 0;
    for (let i = open; i < this.#text.length; i++) {
      const char = this.#text[i];
      if (char === '\\') i++;
      else if (char === '{') depth++;
      else if (char === '}' && --depth === 0) return i;
      else if (char === '@' && beginsEntry(this.#text, i)) return undefined;
    }
    return undefined;
  }

  #quoted(): number | undefined {
    let depth = 0;
    const end =
      this.problems.length > PATIENCE ? Math.min(this.#text.length, this.at + LONGEST_QUOTED) : this.#text.length;
    for (let i = this.at + 1; i < end; i++) {
      const char = this.#text[i];
      if (char === '\\') i++;
      else if (char === '{') depth++;
      else if (char === '}') depth--;
      else if (char === '@' && beginsEntry(this.#text, i)) break;
      else if (char === '"' && depth === 0) {
        this.at = i + 1;
        return i;
      }
    }
    this.#problem(this.at, 'This quotation mark is never closed.');
    this.at++;
    return undefined;
  }

  #string(closer: string): void {
    for (const field of this.#fields(closer)) this.#strings.set(field.name, field.value.slice(0, LONGEST_STRING));
    if (this.#text[this.at] === closer) this.at++;
  }

  #skipGroup(closer: string): void {
    const opener = closer === '}' ? '{' : '(';
    for (let depth = 1; this.at < this.#text.length && depth > 0; this.at++) {
      if (this.#text[this.at] === opener) depth++;
      else if (this.#text[this.at] === closer) depth--;
    }
  }

  #match(pattern: RegExp): { text: string; start: number } | undefined {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.#text)?.[0];
    if (!text) return undefined;
    const start = this.at;
    this.at += text.length;
    return { text, start };
  }

  #space(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.#text)?.[0].length ?? 0;
  }

  #problem(at: number, message: string): void {
    this.problems.push({ start: at, end: Math.min(at + 1, this.#text.length), message });
  }
}
