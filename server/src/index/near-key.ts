// Which citation key was meant by one that nothing defines?

import { KnownWords, nearestAmong } from '../base/near-miss';
import type { FileFacts } from '../model/facts';

/** Near misses among the keys of all files that list references. */
export class NearKeys {
  /** Facts of the files that list references, by path. */
  readonly #files = new Map<string, FileFacts>();
  /** Answers to earlier questions: what is missing is often cited many times. */
  readonly #known = new Map<string, string | undefined>();

  /** Takes over what is known of a file now; undefined when it is gone. */
  set(path: string, facts: FileFacts | undefined): void {
    this.#known.clear();
    if (facts && facts.references.length > 0) this.#files.set(path, facts);
    else this.#files.delete(path);
  }

  /** The nearest of all keys, of those that begin with the same two letters: a slip there is rare, and looking at all costs a keystroke. */
  nearest(key: string): string | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    const beginning = beginningOf(key);
    const near = nearestAmong(
      key,
      [...this.#files.values()].flatMap((facts) => keysOf(facts).get(beginning) ?? []),
    );
    this.#known.set(key, near);
    return near;
  }
}

function beginningOf(key: string): string {
  return key.slice(0, 2).toLowerCase();
}

type Keys = ReadonlyMap<string, KnownWords>;
const known = new WeakMap<FileFacts, Keys>();

/** A file's citation keys by how they begin; made when first asked for, kept as long as the facts. */
function keysOf(facts: FileFacts): Keys {
  const found = known.get(facts);
  if (found) return found;
  const keys = new Map<string, KnownWords>();
  for (const { number, key } of facts.references) {
    if (number !== undefined) continue;
    const words = keys.get(beginningOf(key)) ?? new KnownWords();
    words.add(key);
    keys.set(beginningOf(key), words);
  }
  known.set(facts, keys);
  return keys;
}
