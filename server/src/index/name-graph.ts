// Which files are tied together by names, and whom does a change of one file concern?

import type { FileFacts } from '../model/facts';
import { type Atom, aliasAtom, aliasTarget, aliasTargets, asks, isTag, offers, tagAtom } from './atom';

/** Names for which a near miss is suggested: ids and plain keys, not identifiers, tags or paths. */
function canBeMissed(atom: Atom): boolean {
  return atom.startsWith('entity ') || (atom.startsWith('key ') && !atom.includes(':'));
}

export interface Change {
  readonly added: readonly Atom[];
  readonly removed: readonly Atom[];
  /** Added, removed, or standing for something else now. */
  readonly all: readonly Atom[];
}

const NOTHING: ReadonlyMap<Atom, string> = new Map();
const NOBODY: ReadonlySet<string> = new Set();

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
  readonly #offering = new Map<Atom, Set<string>>();
  readonly #asking = new Map<Atom, Set<string>>();
  readonly #missing = new Set<Atom>();
  readonly #factsOf: (path: string) => FileFacts | undefined;

  constructor(factsOf: (path: string) => FileFacts | undefined) {
    this.#factsOf = factsOf;
  }

  offering(atom: Atom): ReadonlySet<string> {
    return this.#offering.get(atom) ?? NOBODY;
  }

  asking(atom: Atom): ReadonlySet<string> {
    return this.#asking.get(atom) ?? NOBODY;
  }

  /** Takes over the facts of a file that was not known, without asking whom that concerns: for reading a whole repository. */
  enter(path: string, now: FileFacts): void {
    for (const atom of offers(now).keys()) {
      put(this.#offering, atom, path);
      this.#missing.delete(atom);
    }
    for (const atom of asks(now)) {
      put(this.#asking, atom, path);
      this.#note(atom);
    }
  }

  #exchange(
    path: string,
    before: FileFacts | undefined,
    now: FileFacts | undefined,
  ): { offered: Change; asked: Change } {
    const offered = changedOffers(before ? offers(before) : NOTHING, now ? offers(now) : NOTHING);
    const asked = changedAsks(before ? asks(before) : NOBODY, now ? asks(now) : NOBODY);
    exchange(this.#offering, offered, path);
    exchange(this.#asking, asked, path);
    for (const { all } of [offered, asked]) for (const atom of all) this.#note(atom);
    return { offered, asked };
  }

  /**
   * Takes over a file's new facts, which `factsOf` already knows. Returns the paths whose findings may differ now: whoever asks for
   * or also offers a name under which something changed, and whoever offers a name when others begin or cease to ask for it.
   */
  change(path: string, before: FileFacts | undefined, now: FileFacts | undefined): Set<string> {
    const affected = new Set<string>([path]);
    const { offered, asked } = this.#exchange(path, before, now);
    for (const atom of offered.all) {
      addAll(affected, this.asking(atom));
      addAll(affected, this.offering(atom));
    }
    for (const atom of asked.all) addAll(affected, this.offering(atom));
    this.#throughTags(offered, asked, affected);
    if ([...offered.added, ...offered.removed].some(canBeMissed)) this.#dangling(affected);
    return affected;
  }

  /** A tag stands between a citation and a reference: who is on its far side is affected too. */
  #throughTags(offered: Change, asked: Change, affected: Set<string>): void {
    for (const atom of [...offered.all, ...asked.all]) {
      if (!isTag(atom)) continue;
      for (const path of this.offering(atom)) {
        for (const { key } of this.#factsOf(path)?.aliases ?? []) {
          for (const target of aliasTargets(key)) addAll(affected, this.offering(target));
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
      if (target !== undefined) addAll(affected, this.offering(target));
    }
  }

  /** Findings about a name nobody offers suggest near misses, so they may differ whenever the set of names does. */
  #dangling(affected: Set<string>): void {
    for (const atom of this.#missing) addAll(affected, this.asking(atom));
  }

  #note(atom: Atom): void {
    if (!canBeMissed(atom)) return;
    if (this.#asking.has(atom) && !this.#offering.has(atom)) this.#missing.add(atom);
    else this.#missing.delete(atom);
  }
}

function exchange(table: Map<Atom, Set<string>>, change: Change, path: string): void {
  for (const atom of change.removed) {
    const paths = table.get(atom);
    paths?.delete(path);
    if (paths?.size === 0) table.delete(atom);
  }
  for (const atom of change.added) put(table, atom, path);
}

function put(table: Map<Atom, Set<string>>, atom: Atom, path: string): void {
  const paths = table.get(atom);
  if (paths) paths.add(path);
  else table.set(atom, new Set([path]));
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const one of more) set.add(one);
}
