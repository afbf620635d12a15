// Which number has a name that comes again and again? Numbers are looked up and compared at a fraction of the cost of texts.

import { roomFor } from './room';

/** As many letters as a function takes at once. */
const PIECE = 4096;
/** What stands before the letters of a name: its number and its length, each in two halves. */
const HEADER = 4;

/**
 * Numbers names in the order in which they first come. Keeps their letters, and none of the texts they were cut from. A look-up reaches
 * into memory at two places only, a slot and an entry: that is what it costs.
 */
export class NameTable {
  /** Entries one after the other: header and letters. */
  #entries = new Uint16Array(1 << 12);
  #used = 0;
  /** Where the entry of each name begins. */
  #places = new Int32Array(1 << 8);
  /** Open addressing: each slot holds a name's hash, and one more than the place of its entry, or 0. */
  #slots = new Int32Array(1 << 10);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** A name's letters as a text of its own. */
  text(number: number): string {
    const place = this.#places[number] as number;
    const start = place + HEADER;
    const end = start + this.#whole(place + 2);
    let text = '';
    for (let at = start; at < end; at += PIECE)
      text += String.fromCharCode(...this.#entries.subarray(at, Math.min(end, at + PIECE)));
    return text;
  }

  /** The number of a name, by itself or between two offsets of a text; a new one for a name that is new. */
  number(text: string, start = 0, end = text.length): number {
    const hash = hashOf(text, start, end);
    const found = this.#look(hash, text, start, end);
    return found >= 0 ? found : this.#add(hash, text, start, end);
  }

  /** The number of a name; -1 for one that has none. */
  find(name: string): number {
    return this.#look(hashOf(name, 0, name.length), name, 0, name.length);
  }

  #look(hash: number, text: string, start: number, end: number): number {
    const last = this.#slots.length - 2;
    for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
      const place = (this.#slots[slot + 1] as number) - 1;
      if (place < 0) return -1;
      if (this.#slots[slot] === hash && this.#is(place, text, start, end)) return this.#whole(place);
    }
  }

  #is(place: number, text: string, start: number, end: number): boolean {
    if (this.#whole(place + 2) !== end - start) return false;
    const letters = place + HEADER - start;
    for (let at = start; at < end; at++) if (this.#entries[letters + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** A number of 32 bits in two halves. */
  #whole(place: number): number {
    return (this.#entries[place] as number) | ((this.#entries[place + 1] as number) << 16);
  }

  #add(hash: number, text: string, start: number, end: number): number {
    const number = this.#size++;
    const place = this.#used;
    const length = end - start;
    this.#used += HEADER + length;
    if (this.#used > this.#entries.length) {
      const entries = new Uint16Array(Math.max(this.#used, this.#entries.length * 2));
      entries.set(this.#entries);
      this.#entries = entries;
    }
    this.#entries[place] = number;
    this.#entries[place + 1] = number >>> 16;
    this.#entries[place + 2] = length;
    this.#entries[place + 3] = length >>> 16;
    for (let i = 0; i < length; i++) this.#entries[place + HEADER + i] = text.charCodeAt(start + i);
    this.#places = roomFor(number, this.#places);
    this.#places[number] = place;
    // Half of the slots stay free.
    if (this.#size * 4 > this.#slots.length) this.#widen();
    settle(this.#slots, hash, place);
    return number;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const place = (this.#slots[slot + 1] as number) - 1;
      if (place >= 0) settle(slots, this.#slots[slot] as number, place);
    }
    this.#slots = slots;
  }
}

/** Puts an entry into the first free slot for its hash. */
function settle(slots: Int32Array, hash: number, place: number): void {
  const last = slots.length - 2;
  let slot = (hash << 1) & last;
  while (slots[slot + 1] !== 0) slot = (slot + 2) & last;
  slots[slot] = hash;
  slots[slot + 1] = place + 1;
}

/** FNV-1a over the letters, stirred so that its low bits depend on all of them. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
