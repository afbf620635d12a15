// How often does a repository write a key, wherever and for whatever purpose?

import { withoutTail } from '../base/tail';

/** What cannot be part of a citation key, and ends a word that may be one. */
const BREAKS = /[\s[\]{}()<>,;"'`@|\\*]+/;

/**
 * Counts words of texts that may be keys: in articles, records and reference files, but also in comments, in files that are read for
 * nothing else, and in fields that name other entries. Rather one mention too many than one too few.
 */
export class MentionCount {
  readonly #counts = new Map<string, number>();

  /** Adds a text that is not known yet. */
  add(text: string): void {
    this.#change(text, 1);
  }

  /** Takes a text out again, before it changes. */
  remove(text: string): void {
    this.#change(text, -1);
  }

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  #change(text: string, by: number): void {
    for (const word of text.split(BREAKS)) {
      const plain = withoutTail(word, '.:!?=');
      // `crossref=key` names a key as well as `crossref = {key}` does.
      for (const part of new Set([plain, plain.slice(plain.lastIndexOf('=') + 1)]))
        if (part !== '') this.#counts.set(part, (this.#counts.get(part) ?? 0) + by);
    }
  }
}
