// How are fixes applied to a text? Minimal edits, never overlapping; everything else stays byte for byte.

import { lowerBound, type Range } from '../base/range';
import type { Edit, Fix } from './finding';

/** Applies edits to a text. Edits must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Which of some places are taken; asked and answered in logarithmic time. */
class Places {
  readonly #offsets: readonly number[];
  readonly #taken: Uint8Array;
  /** A Fenwick tree: each field counts what is taken in a stretch before it. */
  readonly #counts: Uint32Array;

  constructor(offsets: Iterable<number>) {
    this.#offsets = [...new Set(offsets)].sort((a, b) => a - b);
    this.#taken = new Uint8Array(this.#offsets.length);
    this.#counts = new Uint32Array(this.#offsets.length + 1);
  }

  #before(index: number): number {
    let sum = 0;
    for (let at = index; at > 0; at -= at & -at) sum += this.#counts[at] ?? 0;
    return sum;
  }

  isTaken({ start, end }: Range): boolean {
    const from = lowerBound(this.#offsets, (one) => one >= start);
    return this.#before(lowerBound(this.#offsets, (one) => one > end)) > this.#before(from);
  }

  take({ start, end }: Range): void {
    for (
      let index = lowerBound(this.#offsets, (one) => one >= start);
      (this.#offsets[index] ?? Infinity) <= end;
      index++
    ) {
      if (this.#taken[index]) continue;
      this.#taken[index] = 1;
      for (let at = index + 1; at < this.#counts.length; at += at & -at) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    }
  }
}

/**
 * The fixes that can be applied together, first come first served; a fix that meets or touches an earlier one waits for the next
 * round.
 */
export function compatible(fixes: readonly Fix[]): Edit[] {
  // Two stretches meet or touch when the start of one of them lies in the other, ends included.
  const places = new Places(fixes.flatMap(({ edits }) => edits.flatMap(({ start, end }) => [start, end])));
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    if (edits.some((edit) => places.isTaken(edit))) continue;
    for (const edit of edits) places.take(edit);
    for (const edit of edits) taken.push(edit);
  }
  return taken;
}
