// Which identifiers name one paper, as far as lock files say?

import type { FileFacts, Paper } from '../model/facts';
import { type Atom, identifierAtom } from './atom';
import { tableOf } from './table';

const NONE: readonly Paper[] = [];

export class SamePaper {
  /** Facts of the lock files, by path; hardly ever more than one. */
  readonly #locks = new Map<string, FileFacts>();

  /** Takes over what is known of a file now; undefined when it is gone. */
  set(path: string, facts: FileFacts | undefined): void {
    if (facts && facts.papers.length > 0) this.#locks.set(path, facts);
    else this.#locks.delete(path);
  }

  get knowsAny(): boolean {
    return this.#locks.size > 0;
  }

  /** The papers that lock files know under an identifier's name, in the order of their paths. */
  papersOf(atom: Atom): readonly Paper[] {
    if (this.#locks.size === 0) return NONE;
    return [...this.#locks.keys()]
      .sort()
      .flatMap((path) => tableOf(this.#locks.get(path) as FileFacts).papers.get(atom) ?? NONE);
  }

  /** A name and those that lock files say to be names of the same paper. */
  namesOf(atom: Atom): readonly Atom[] {
    const papers = this.papersOf(atom);
    if (papers.length === 0) return [atom];
    const names = new Set([atom]);
    for (const paper of papers) for (const one of paper.identifiers) names.add(identifierAtom(one.scheme, one.value));
    return [...names];
  }
}
