// Which number has a name that comes again and again? Numbers are looked up and compared at a fraction of the cost of texts.

/** As many letters as a function takes at once. */
const PIECE = 4096;

/** Numbers names in the order in which they first come. Keeps their letters, and none of the texts they were cut from. */
export class NameTable {
  /** Letters of all names, one name after the other. */
  #letters = new Uint16Array(1 << 12);
  /** Where the letters of a name begin; those of the next one follow them. */
  #starts = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 8);
  /** Open addressing: each slot holds a number and one more, or 0. */
  #slots = new Int32Array(1 << 9);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** A name's letters as a text of its own. */
  text(number: number): string {
    let text = '';
    const end = this.#starts[number + 1] as number;
    for (let at = this.#starts[number] as number; at < end; at += PIECE)
      text += String.fromCharCode(...this.#letters.subarray(at, Math.min(end, at + PIECE)));
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
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0 || (this.#hashes[number] === hash && this.#is(number, text, start, end))) return number;
    }
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#letters[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(hash: number, text: string, start: number, end: number): number {
    const number = this.#size++;
    const from = this.#starts[number] as number;
    const to = from + end - start;
    if (to > this.#letters.length) {
      const letters = new Uint16Array(Math.max(to, this.#letters.length * 2));
      letters.set(this.#letters);
      this.#letters = letters;
    }
    this.#starts = roomFor(number + 1, this.#starts);
    this.#hashes = roomFor(number, this.#hashes);
    for (let i = start; i < end; i++) this.#letters[from + i - start] = text.charCodeAt(i);
    this.#starts[number + 1] = to;
    this.#hashes[number] = hash;
    if (this.#size * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    else this.#place(number);
    return number;
  }

  #rehash(slots: number): void {
    this.#slots = new Int32Array(slots);
    for (let number = 0; number < this.#size; number++) this.#place(number);
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[number] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number + 1;
  }
}

/** FNV-1a over the letters, stirred so that its low bits depend on all of them. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

type Numbers = Int32Array<ArrayBuffer>;

/** The list, or a longer one with the same numbers, so that there is one at `index`; new ones are `filling`. */
export function roomFor(index: number, list: Numbers, filling = 0): Numbers {
  if (index < list.length) return list;
  const more = new Int32Array(Math.max(index + 1, list.length * 2));
  more.set(list);
  if (filling !== 0) more.fill(filling, list.length);
  return more;
}
