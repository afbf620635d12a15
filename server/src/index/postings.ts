// Which files are tied to a name? Lists of numbers in one array, for there are hundreds of thousands of ties.

import { grown } from '../base/grow';

const NONE = -1;

/** Files by name, both as numbers. */
export class Postings {
  /** By name: where its newest tie lies in the pool. */
  #heads = new Int32Array(1 << 8).fill(NONE);
  /** Two places for each tie: its file, and where the one before it lies. */
  #pool = new Int32Array(1 << 9);
  #used = 0;
  /** The newest of the ties that were undone, whose places can be used again. */
  #free = NONE;

  has(name: number): boolean {
    return name >= 0 && name < this.#heads.length && this.#heads[name] !== NONE;
  }

  /** The files tied to a name, in the order in which they were tied. */
  files(name: number): number[] {
    const files: number[] = [];
    if (this.has(name))
      for (let at = this.#heads[name] as number; at !== NONE; at = this.#pool[at + 1] as number)
        files.push(this.#pool[at] as number);
    return files.reverse();
  }

  /** The file tied to a name, when there is exactly one. */
  only(name: number): number | undefined {
    const at = this.has(name) ? (this.#heads[name] as number) : NONE;
    return at !== NONE && this.#pool[at + 1] === NONE ? this.#pool[at] : undefined;
  }

  /** Postings a file to a name, unless it is the one that was tied last: all names of one file are entered together. */
  add(name: number, file: number): void {
    this.#heads = grown(name, this.#heads, NONE);
    const before = this.#heads[name] as number;
    if (before !== NONE && this.#pool[before] === file) return;
    const at = this.#place();
    this.#pool[at] = file;
    this.#pool[at + 1] = before;
    this.#heads[name] = at;
  }

  #place(): number {
    const at = this.#free;
    if (at !== NONE) {
      this.#free = this.#pool[at + 1] as number;
      return at;
    }
    this.#pool = grown(this.#used + 1, this.#pool);
    this.#used += 2;
    return this.#used - 2;
  }

  remove(name: number, file: number): void {
    let before = NONE;
    for (let at = this.has(name) ? (this.#heads[name] as number) : NONE; at !== NONE; ) {
      const next = this.#pool[at + 1] as number;
      if (this.#pool[at] === file) {
        if (before === NONE) this.#heads[name] = next;
        else this.#pool[before + 1] = next;
        this.#pool[at + 1] = this.#free;
        this.#free = at;
        return;
      }
      before = at;
      at = next;
    }
  }
}
