// Which known word did somebody mean? Near misses by edit distance, bounded by the word's length.

import { distance } from 'fastest-levenshtein';

/** How many slips a word of this length may have and still be taken for another. */
function allowance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3;
}

/** The known word closest to `word` within a few slips of the finger, or undefined. Of equals the first in the alphabet wins, in whatever order they come. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  const search = new Search(word);
  for (const one of known) search.compare(one, one.toLowerCase());
  return search.best;
}

/** The same among words that are searched again and again. */
export function nearestAmong(word: string, known: Iterable<KnownWords>): string | undefined {
  const search = new Search(word);
  for (const one of known) one.search(search);
  return search.best;
}

/** Words to search, most of which a glance at their letters tells to be too far away. */
export class KnownWords {
  readonly #words: string[] = [];
  readonly #lower: string[] = [];
  readonly #letters: number[] = [];

  add(word: string): void {
    const lower = word.toLowerCase();
    this.#words.push(word);
    this.#lower.push(lower);
    this.#letters.push(lettersOf(lower));
  }

  search(search: Search): void {
    for (let i = 0; i < this.#words.length; i++)
      if (search.mayBeNear(this.#letters[i] as number))
        search.compare(this.#words[i] as string, this.#lower[i] as string);
  }
}

/** The search for one word: what is best so far, and how near another has to be. */
class Search {
  readonly #typed: string;
  readonly #letters: number;
  #least: number;
  best: string | undefined;

  constructor(word: string) {
    this.#typed = word.toLowerCase();
    this.#letters = lettersOf(this.#typed);
    this.#least = allowance(this.#typed.length) + 1;
  }

  /** One slip takes away a letter, or adds one, or both. */
  mayBeNear(letters: number): boolean {
    return countOf(letters ^ this.#letters) <= 2 * this.#least;
  }

  compare(word: string, lower: string): void {
    if (Math.abs(lower.length - this.#typed.length) > this.#least) return;
    const away = distance(this.#typed, lower);
    if (away > this.#least || (away === this.#least && (this.best === undefined || word >= this.best))) return;
    this.best = word;
    this.#least = away;
  }
}

/** A bit for each digit, and one for each 22nd of the other letters, that come in a word. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    letters |= 1 << (code >= 48 && code < 58 ? code - 48 : 10 + (code % 22));
  }
  return letters;
}

/** How many bits of a number are set. */
function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
