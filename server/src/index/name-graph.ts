// Which files are tied together by names, and whom does a change of one file concern?

import { NameTable } from '../base/name-table';
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
import { Ties } from './tie';

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

/** Names that nothing is tied to any more are cleared away when there are so many of them, and more than others. */
const MOST_IDLE = 10_000;

/** Who offers a name, and who asks for it. Holds names and paths only; what stands under a name is looked up in the files' facts. */
export class NameGraph {
  #atoms = new NameTable();
  #offering = new Ties();
  #asking = new Ties();
  #idle = 0;
  /** Every path that was ever told, by its number in the ties. */
  readonly #paths: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** Names that are asked for and that nobody offers; found when the first change needs them, and kept from then on. */
  #missing: Set<Atom> | undefined;
  readonly #factsOf: (path: string) => FileFacts | undefined;

  constructor(factsOf: (path: string) => FileFacts | undefined) {
    this.#factsOf = factsOf;
  }

  offering(atom: Atom): readonly string[] {
    return this.#tied(this.#offering, atom);
  }

  asking(atom: Atom): readonly string[] {
    return this.#tied(this.#asking, atom);
  }

  #tied(ties: Ties, atom: Atom): readonly string[] {
    const name = this.#atoms.find(atom);
    return ties.has(name) ? ties.files(name).map((file) => this.#paths[file] as string) : NOBODY;
  }

  isOffered(atom: Atom): boolean {
    return this.#offering.has(this.#atoms.find(atom));
  }

  isAsked(atom: Atom): boolean {
    return this.#asking.has(this.#atoms.find(atom));
  }

  /** The path of the only one who offers a name; undefined when there are more, or none. */
  onlyOffering(atom: Atom): string | undefined {
    const file = this.#offering.only(this.#atoms.find(atom));
    return file === undefined ? undefined : this.#paths[file];
  }

  /** Takes over the facts of a file that was not known, without asking whom that concerns: for reading a whole repository. */
  enter(path: string, now: FileFacts): void {
    const missing = this.#missing;
    const file = this.#fileNumber(path);
    eachOffer(now, (atom) => {
      this.#offering.add(this.#atoms.number(atom), file);
      if (missing) this.#note(missing, atom);
    });
    eachAsk(now, (atom) => {
      this.#asking.add(this.#atoms.number(atom), file);
      if (missing) this.#note(missing, atom);
    });
  }

  #fileNumber(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    this.#numbers.set(path, this.#paths.length);
    return this.#paths.push(path) - 1;
  }

  #exchange(
    path: string,
    before: FileFacts | undefined,
    now: FileFacts | undefined,
  ): { offered: Change; asked: Change } {
    const offered = changedOffers(before ? offers(before) : NOTHING, now ? offers(now) : NOTHING);
    const asked = changedAsks(before ? asks(before) : NO_ATOMS, now ? asks(now) : NO_ATOMS);
    const missing = this.#findMissing();
    const file = this.#fileNumber(path);
    this.#exchangeSide(this.#offering, offered, file);
    this.#exchangeSide(this.#asking, asked, file);
    for (const { all } of [offered, asked]) for (const atom of all) this.#note(missing, atom);
    if (this.#idle > MOST_IDLE && this.#idle * 2 > this.#atoms.size) this.#clearIdle();
    return { offered, asked };
  }

  #exchangeSide(ties: Ties, change: Change, file: number): void {
    for (const atom of change.removed) {
      const name = this.#atoms.find(atom);
      ties.remove(name, file);
      if (!this.#offering.has(name) && !this.#asking.has(name)) this.#idle++;
    }
    for (const atom of change.added) ties.add(this.#atoms.number(atom), file);
  }

  #clearIdle(): void {
    const atoms = new NameTable();
    const both = [this.#offering, this.#asking].map((ties) => ({ ties, kept: new Ties() }));
    for (let name = 0; name < this.#atoms.size; name++) {
      const text = this.#atoms.text(name);
      for (const { ties, kept } of both) for (const file of ties.files(name)) kept.add(atoms.number(text), file);
    }
    this.#atoms = atoms;
    [this.#offering, this.#asking] = both.map((one) => one.kept) as [Ties, Ties];
    this.#idle = 0;
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
      for (let name = 0; name < this.#atoms.size; name++)
        if (this.#asking.has(name) && !this.#offering.has(name)) this.#note(this.#missing, this.#atoms.text(name));
    }
    return this.#missing;
  }

  #note(missing: Set<Atom>, atom: Atom): void {
    const name = this.#atoms.find(atom);
    if (this.#asking.has(name) && !this.#offering.has(name) && canBeMissed(atom)) missing.add(atom);
    else missing.delete(atom);
  }
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const one of more) set.add(one);
}
