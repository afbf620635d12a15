// What cites a reference, under any of its names?

import { numbersOf } from '../model/cited-name';
import type { Citation, FileFacts, Reference } from '../model/facts';
import {
  type Atom,
  aliasAtom,
  aliasTargets,
  asksForAny,
  EVERY_KEY,
  identifierAtom,
  keyAtom,
  referenceAtoms,
  tagAtom,
} from './atom';
import type { NameGraph } from './name-graph';
import type { Located } from './workspace';

export class Citing {
  readonly #names: NameGraph;
  readonly #factsOf: (path: string) => FileFacts | undefined;
  readonly #sameAs: (atom: Atom) => readonly Atom[];
  readonly #hasOtherNames: () => boolean;

  /** `sameAs` gives a name and the other names of its paper; `hasOtherNames` says whether there are lock files or tags at all. */
  constructor(
    names: NameGraph,
    factsOf: (path: string) => FileFacts | undefined,
    sameAs: (atom: Atom) => readonly Atom[],
    hasOtherNames: () => boolean,
  ) {
    this.#names = names;
    this.#factsOf = factsOf;
    this.#sameAs = sameAs;
    this.#hasOtherNames = hasOtherNames;
  }

  /** Every citation that leads to a reference, in files that may cite it. */
  citationsOf(path: string, reference: Reference): Located<Citation>[] {
    if (reference.type === 'numbered') {
      const own = this.#factsOf(path)?.citations ?? [];
      return own.filter((one) => numbersOf(one).includes(reference.number)).map((item) => ({ path, item }));
    }
    const atoms = this.atomsOf(reference);
    const citing = new Set([...atoms].flatMap((atom) => this.#names.asking(atom)));
    return [...citing].flatMap((one) => {
      const citations = this.#factsOf(one)?.citations ?? [];
      return citations.filter((citation) => asksForAny(citation, atoms)).map((item) => ({ path: one, item }));
    });
  }

  /** Whether anything cites the reference. Cheaper than listing the citations. */
  isCited(reference: Reference): boolean {
    if (this.#names.isAsked(EVERY_KEY)) return true;
    // Most references are cited by their key.
    if (reference.type === 'keyed' && this.#names.isAsked(keyAtom(reference.key))) return true;
    for (const { scheme, value } of reference.identifiers)
      if (this.#names.isAsked(identifierAtom(scheme, value))) return true;
    if (!this.#hasOtherNames()) return false;
    for (const atom of this.atomsOf(reference)) if (this.#names.isAsked(atom)) return true;
    return false;
  }

  /** Names under which a reference can be cited: its key, its identifiers, and the tags that stand for one of these. */
  atomsOf(reference: Reference): Set<Atom> {
    const atoms = new Set(referenceAtoms(reference).flatMap((atom) => this.#sameAs(atom)));
    for (const atom of [...atoms])
      for (const path of this.#names.asking(aliasAtom(atom)))
        for (const { tag, key } of this.#factsOf(path)?.aliases ?? [])
          if (aliasTargets(key).includes(atom)) atoms.add(tagAtom(tag));
    return atoms;
  }
}
