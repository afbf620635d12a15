// Where do the words of a text begin and end? Numbers for each, so that the many nobody asks for are never cut out of the text.

import { grown } from './grow';

/** A number that a word shares with few others: those of its length that begin alike. */
export function wordNumber(head: number, length: number): number {
  return (Math.imul(head, 31) + length) | 0;
}

function slotOf(head: number): number {
  return (head ^ (head >>> 16)) & 0xffff;
}

/** Words of a text, found once for everything that looks for some of them. A word is a run of letters and digits. */
export class Words {
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #heads = new Int32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  start(index: number): number {
    return this.#starts[index] as number;
  }

  end(index: number): number {
    return this.#ends[index] as number;
  }

  /** `headOf` the word. */
  head(index: number): number {
    return this.#heads[index] as number;
  }

  clear(): void {
    this.#count = 0;
  }

  /** Finds the words between two offsets and puts them after those that are known; one that reaches beyond is cut there. */
  add(text: string, from: number, to: number): void {
    let start = from;
    let head = 0;
    for (let at = from; at < to; at++) {
      const letter = letterCode(text.charCodeAt(at));
      if (letter !== 0) {
        if (at - start < HEAD) head = (head << 8) ^ letter;
        continue;
      }
      if (at > start) this.#push(start, at, head);
      start = at + 1;
      head = 0;
    }
    if (to > start) this.#push(start, to, head);
  }

  #push(start: number, end: number, head: number): void {
    const index = this.#count++;
    this.#starts = grown(index, this.#starts);
    this.#ends = grown(index, this.#ends);
    this.#heads = grown(index, this.#heads);
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#heads[index] = head;
  }
}

/** Letters that make a head. */
const HEAD = 4;

/** A number for the first letters of a word, whatever its case: words whose heads differ begin differently. */
export function headOf(word: string): number {
  let head = 0;
  for (let i = 0; i < Math.min(HEAD, word.length); i++) head = (head << 8) ^ letterCode(word.charCodeAt(i));
  return head;
}

/** A set of numbers that says no to most others at once. */
export class NumberSet {
  readonly #numbers: ReadonlySet<number>;
  readonly #slots = new Uint8Array(1 << 16);

  constructor(numbers: Iterable<number>) {
    this.#numbers = new Set(numbers);
    for (const number of this.#numbers) this.#slots[slotOf(number)] = 1;
  }

  has(number: number): boolean {
    return this.#slots[slotOf(number)] === 1 && this.#numbers.has(number);
  }
}

/** A lower-case letter's code for a letter or digit, 0 for anything else. Only ASCII is lowered. */
export function letterCode(code: number): number {
  if (code < 128) return ASCII[code] as number;
  return (code >= 0xc0 && code <= 0x251) ||
    (code >= 0x370 && code <= 0x4ff) ||
    (code >= 0x2080 && code <= 0x2089) ||
    code === 0xaa ||
    code === 0xb5 ||
    code === 0xba
    ? code
    : 0;
}

const ASCII = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9a-z]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
);
