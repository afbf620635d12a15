// How does a short text that was cut from a file stand alone, so that it does not keep the whole file in memory?

import { NameTable } from './name-table';

/** More than the citation keys of a large library; fewer, and they would be forgotten and made again and again. */
const MOST = 1 << 18;
/** Longer texts are nobody's name, and are not remembered. */
const LONGEST = 1000;
let table = new NameTable();
let texts: string[] = [];

/** V8 copies shorter pieces when they are cut; longer ones refer to the text they were cut from. */
const SHORTEST_PIECE = 13;

/** A copy of a text. What is cut from a longer text refers to all of it; a copy does not. */
export function copyOf(text: string): string {
  return text.length < SHORTEST_PIECE ? text : ` ${text}`.slice(1);
}

/** What stands between two offsets, as a text that was given before if it was; else one that stands alone. For what comes again and again. */
export function intern(text: string, start = 0, end = text.length): string {
  if (end - start > LONGEST) return copyOf(text.slice(start, end));
  if (table.size >= MOST) {
    table = new NameTable();
    texts = [];
  }
  const number = table.number(text, start, end);
  const known = texts[number];
  if (known !== undefined) return known;
  texts[number] = copyOf(text.slice(start, end));
  return texts[number] as string;
}
