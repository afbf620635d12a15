// What does a JSON text say, and where? Read in one go where it is plain JSON; a library of references may have tens of megabytes.

import type { YamlEntry, YamlFile, YamlNode, YamlScalar } from './yaml-node';

/** Deeper text is left to the reader of YAML, which says what is wrong with it. */
const DEEPEST = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const WORD = /true|false|null/y;

/** Thrown and caught here: the text is no plain JSON. */
class NotPlain extends Error {}

/** Follows a text from left to right; every method throws `NotPlain` at what plain JSON has not. */
class JsonReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  /** Where reading goes on, or where it stopped. */
  get at(): number {
    return this.#at;
  }

  read(): YamlNode {
    this.#space();
    const node = this.#value();
    this.#space();
    if (this.#at < this.#text.length) throw new NotPlain();
    return node;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  #value(): YamlNode {
    switch (this.#text[this.#at]) {
      case '{':
        return this.#map();
      case '[':
        return this.#list();
      case '"':
        return this.#string();
      default:
        return this.#plain();
    }
  }

  #plain(): YamlScalar {
    const start = this.#at;
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(this.#text)?.[0];
    WORD.lastIndex = start;
    const source = number ?? WORD.exec(this.#text)?.[0];
    if (source === undefined) throw new NotPlain();
    this.#at += source.length;
    // A number or word runs on to a sign of JSON; anything else is text that YAML reads in its own way.
    if (!/[\s,\]}]/.test(this.#text[this.#at] ?? ' ')) throw new NotPlain();
    const value = number === undefined ? (WORDS[source] as boolean | null) : Number(number);
    return { type: 'scalar', start, end: this.#at, value, source, style: 'plain' };
  }

  #string(): YamlScalar {
    const start = this.#at;
    let end = start + 1;
    let isEscaped = false;
    for (let code = this.#text.charCodeAt(end); code !== 34; code = this.#text.charCodeAt(++end)) {
      if (!(code >= 32)) {
        this.#at = Math.min(end, this.#text.length);
        throw new NotPlain();
      }
      if (code === 92) {
        isEscaped = true;
        end++;
      }
    }
    const written = this.#text.slice(start + 1, end);
    const value = isEscaped ? unescaped(this.#text.slice(start, end + 1)) : written;
    this.#at = end + 1;
    return { type: 'scalar', start, end: end + 1, value, source: value, style: 'double' };
  }

  /** Steps over the sign between two items, or over the closing one; true when the list or map goes on. */
  #goesOn(close: string): boolean {
    this.#space();
    const sign = this.#text[this.#at];
    if (sign !== close && sign !== ',') throw new NotPlain();
    this.#at++;
    if (sign === close) return false;
    this.#space();
    return true;
  }

  #open(close: string): boolean {
    if (++this.#depth > DEEPEST) throw new NotPlain();
    this.#at++;
    this.#space();
    if (this.#text[this.#at] !== close) return true;
    this.#at++;
    return false;
  }

  #list(): YamlNode {
    const start = this.#at;
    const items: YamlNode[] = [];
    if (this.#open(']'))
      do items.push(this.#value());
      while (this.#goesOn(']'));
    this.#depth--;
    return { type: 'list', start, end: this.#at, items, flow: true };
  }

  #map(): YamlNode {
    const start = this.#at;
    const entries: YamlEntry[] = [];
    if (this.#open('}'))
      do entries.push(this.#entry());
      while (this.#goesOn('}'));
    this.#depth--;
    return { type: 'map', start, end: this.#at, entries, flow: true };
  }

  #entry(): YamlEntry {
    if (this.#text[this.#at] !== '"') throw new NotPlain();
    const key = this.#string();
    this.#space();
    if (this.#text[this.#at] !== ':') throw new NotPlain();
    this.#at++;
    this.#space();
    const value = this.#value();
    return { start: key.start, end: value.end, key, value };
  }
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    throw new NotPlain();
  }
}

/** What the text says, or the offset where it stops being plain JSON. */
function rootOrStop(text: string): YamlNode | number {
  const reader = new JsonReader(text);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof NotPlain) return reader.at;
    throw error;
  }
}

/** Reads plain JSON as `parseYaml` reads it, many times as fast; undefined for anything that is not plain JSON. */
export function readJson(text: string): YamlFile | undefined {
  const root = rootOrStop(text);
  if (typeof root === 'number') return undefined;
  return { documents: [{ start: root.start, end: root.end, root }], problems: [], comments: [] };
}

/** Where a text stops being JSON; undefined when it is JSON to its end. */
export function jsonStop(text: string): number | undefined {
  const root = rootOrStop(text);
  return typeof root === 'number' ? root : undefined;
}
