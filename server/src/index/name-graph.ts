// Which files are tied together by names, and whom does a change of one file concern?

import type { FileFacts } from '../model/facts';
import {
  type Atom,
  aliasAtom,
  aliasTarget,
  aliasTargets,
  asks,
  eachAsk,
  eachOffer,
  identifierAtom,
  isKey,
  isTag,
  offers,
  paperAtom,
  paperTarget,
  tagAtom,
} from './atom';
import { tableOf } from './table';

/** Names for which a near miss is suggested: ids and plain keys, not identifiers, tags or paths. */
function canBeMissed(atom: Atom): boolean {
  return atom.startsWith('entity ') || (isKey(atom) && !atom.includes(':'));
}

export interface Change {
  readonly added: readonly Atom[];
  readonly removed: readonly Atom[];
  /** Added, removed, or standing for something else now. */
  readonly all: readonly Atom[];
}

const NOTHING: ReadonlyMap<Atom, string> = new Map();
const NOBODY: readonly string[] = [];
const NO_ATOMS: ReadonlySet<Atom> = new Set();

/** One name: the paths of those who offer it and of those who ask for it, each path once. */
interface Name {
  readonly offering: string[];
  readonly asking: string[];
}

function changedOffers(old: ReadonlyMap<Atom, string>, now: ReadonlyMap<Atom, string>): Change {
  const removed = [...old.keys()].filter((atom) => !now.has(atom));
  const added: Atom[] = [];
  const other: Atom[] = [];
  for (const [atom, content] of now) {
    const before = old.get(atom);
    if (before === undefined) added.push(atom);
    else if (before !== content) other.push(atom);
  }
  return { added, removed, all: [...removed, ...added, ...other] };
}

function changedAsks(old: ReadonlySet<Atom>, now: ReadonlySet<Atom>): Change {
  const removed = [...old].filter((atom) => !now.has(atom));
  const added = [...now].filter((atom) => !old.has(atom));
  return { added, removed, all: [...removed, ...added] };
}

/** Who offers a name, and who asks for it. Holds paths only; what stands under a name is looked up in the files' facts. */
export class NameGraph {
  readonly #names = new Map<Atom, Name>();
  /** Names that are asked for and that nobody offers; found when the first change needs them, and kept from then on. */
  #missing: Set<Atom> | undefined;
  readonly #factsOf: (path: string) => FileFacts | undefined;

  constructor(factsOf: (path: string) => FileFacts | undefined) {
    this.#factsOf = factsOf;
  }

  offering(atom: Atom): readonly string[] {
    return this.#names.get(atom)?.offering ?? NOBODY;
  }

  asking(atom: Atom): readonly string[] {
    return this.#names.get(atom)?.asking ?? NOBODY;
  }

  /** Takes over the facts of a file that was not known, without asking whom that concerns: for reading a whole repository. */
  enter(path: string, now: FileFacts): void {
    const missing = this.#missing;
    eachOffer(now, (atom) => {
      enterOnce(this.#name(atom).offering, path);
      if (missing) this.#note(missing, atom);
    });
    eachAsk(now, (atom) => {
      enterOnce(this.#name(atom).asking, path);
      if (missing) this.#note(missing, atom);
    });
  }

  #name(atom: Atom): Name {
    let name = this.#names.get(atom);
    if (!name) {
      name = { offering: [], asking: [] };
      this.#names.set(atom, name);
    }
    return name;
  }

  #exchange(
    path: string,
    before: FileFacts | undefined,
    now: FileFacts | undefined,
  ): { offered: Change; asked: Change } {
    const offered = changedOffers(before ? offers(before) : NOTHING, now ? offers(now) : NOTHING);
    const asked = changedAsks(before ? asks(before) : NO_ATOMS, now ? asks(now) : NO_ATOMS);
    const missing = this.#findMissing();
    this.#exchangeSide('offering', offered, path);
    this.#exchangeSide('asking', asked, path);
    for (const { all } of [offered, asked]) for (const atom of all) this.#note(missing, atom);
    return { offered, asked };
  }

  #exchangeSide(side: keyof Name, change: Change, path: string): void {
    for (const atom of change.removed) {
      const name = this.#name(atom);
      const at = name[side].indexOf(path);
      if (at >= 0) name[side].splice(at, 1);
      if (name.offering.length === 0 && name.asking.length === 0) this.#names.delete(atom);
    }
    for (const atom of change.added) this.#name(atom)[side].push(path);
  }

  /**
   * Takes over a file's new facts, which `factsOf` already knows. Returns the paths whose findings may differ now: whoever asks for
   * or also offers a name under which something changed, and whoever offers a name when others begin or cease to ask for it.
   */
  change(path: string, before: FileFacts | undefined, now: FileFacts | undefined): Set<string> {
    const affected = new Set<string>([path]);
    const changed = this.#exchange(path, before, now);
    const offered = { ...changed.offered, all: this.#joined(changed.offered.all, before) };
    const asked = { ...changed.asked, all: this.#joined(changed.asked.all, before) };
    for (const atom of offered.all) {
      addAll(affected, this.asking(atom));
      addAll(affected, this.offering(atom));
    }
    for (const atom of asked.all) addAll(affected, this.offering(atom));
    this.#throughTags(offered, asked, before, affected);
    if ([...offered.added, ...offered.removed].some(canBeMissed)) this.#dangling(affected);
    return affected;
  }

  /** These names and all that a lock file says, or said before it changed, to be names of the same papers. */
  #joined(atoms: readonly Atom[], before: FileFacts | undefined): readonly Atom[] {
    const all = new Set(atoms);
    for (const atom of atoms) {
      const name = paperTarget(atom) ?? atom;
      const offering = this.offering(paperAtom(name)).map((path) => this.#factsOf(path));
      for (const facts of [...offering, before])
        for (const paper of facts && facts.papers.length > 0 ? (tableOf(facts).papers.get(name) ?? []) : [])
          for (const one of paper.identifiers) all.add(identifierAtom(one.scheme, one.value));
    }
    return all.size === atoms.length ? atoms : [...all];
  }

  /** A tag stands between a citation and a reference: who is on its far side is affected too. */
  #throughTags(offered: Change, asked: Change, before: FileFacts | undefined, affected: Set<string>): void {
    for (const atom of [...offered.all, ...asked.all]) {
      if (!isTag(atom)) continue;
      for (const path of this.offering(atom)) {
        for (const { key } of this.#factsOf(path)?.aliases ?? []) {
          this.#offeringAny(aliasTargets(key), before, affected);
        }
      }
    }
    for (const atom of offered.all) {
      for (const path of this.asking(aliasAtom(atom))) {
        for (const { tag } of this.#factsOf(path)?.aliases ?? []) addAll(affected, this.asking(tagAtom(tag)));
      }
    }
    for (const atom of asked.all) {
      const target = aliasTarget(atom);
      if (target !== undefined) this.#offeringAny([target], before, affected);
    }
  }

  #offeringAny(atoms: readonly Atom[], before: FileFacts | undefined, affected: Set<string>): void {
    for (const atom of this.#joined(atoms, before)) addAll(affected, this.offering(atom));
  }

  /** Findings about a name nobody offers suggest near misses, so they may differ whenever the set of names does. */
  #dangling(affected: Set<string>): void {
    for (const atom of this.#findMissing()) addAll(affected, this.asking(atom));
  }

  #findMissing(): Set<Atom> {
    if (!this.#missing) {
      this.#missing = new Set();
      for (const atom of this.#names.keys()) this.#note(this.#missing, atom);
    }
    return this.#missing;
  }

  #note(missing: Set<Atom>, atom: Atom): void {
    const name = this.#names.get(atom);
    if (name && name.offering.length === 0 && canBeMissed(atom)) missing.add(atom);
    else missing.delete(atom);
  }
}

/** All names of one file are entered together, so a path that is known stands last. */
function enterOnce(paths: string[], path: string): void {
  if (paths.length === 0 || paths[paths.length - 1] !== path) paths.push(path);
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const one of more) set.add(one);
}
