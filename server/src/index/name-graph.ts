// Which files are tied together by names, and whom does a change of one file affect?

import type { FileFacts } from '../model/facts';
import {
  aliasName,
  aliasTarget,
  aliasTargets,
  eachProvided,
  eachRequired,
  identifierName,
  isKeyName,
  type Name,
  paperName,
  paperTarget,
  providedBy,
  requiredBy,
  tagName,
} from './name';
import { Postings } from './postings';
import { tableOf } from './table';

/** Names for which a near miss is suggested: ids and plain keys, not identifiers, tags or paths. */
function canBeMissed(name: Name): boolean {
  return name.startsWith('entity ') || (isKeyName(name) && !name.includes(':'));
}

interface Change {
  readonly added: readonly Name[];
  readonly removed: readonly Name[];
  /** Added, removed, or standing for something else now. */
  readonly all: readonly Name[];
}

const NO_CONTENTS: ReadonlyMap<Name, string> = new Map();
const NO_PATHS: readonly string[] = [];
const NO_NAMES: ReadonlySet<Name> = new Set();

function changeOfProvided(old: ReadonlyMap<Name, string>, now: ReadonlyMap<Name, string>): Change {
  const removed = [...old.keys()].filter((name) => !now.has(name));
  const added: Name[] = [];
  const other: Name[] = [];
  for (const [name, content] of now) {
    const before = old.get(name);
    if (before === undefined) added.push(name);
    else if (before !== content) other.push(name);
  }
  return { added, removed, all: [...removed, ...added, ...other] };
}

function changeOfRequired(old: ReadonlySet<Name>, now: ReadonlySet<Name>): Change {
  const removed = [...old].filter((name) => !now.has(name));
  const added = [...now].filter((name) => !old.has(name));
  return { added, removed, all: [...removed, ...added] };
}

/** Names that no file has any more are cleared away when there are so many of them, and more than others. */
const MOST_UNUSED = 10_000;

/** Who provides a name, and who requires it. Holds names and paths only; what stands under a name is looked up in the files' facts. */
export class NameGraph {
  /** Names by number and numbers by name. */
  #names: Name[] = [];
  #numbers = new Map<Name, number>();
  #providing = new Postings();
  #requiring = new Postings();
  #unused = 0;
  /** Every path that was ever told, by its number in the postings. */
  readonly #paths: string[] = [];
  readonly #files = new Map<string, number>();
  /** Names that are required and that nobody provides; found when the first change needs them, and kept from then on. */
  #missing: Set<Name> | undefined;
  readonly #factsOf: (path: string) => FileFacts | undefined;

  constructor(factsOf: (path: string) => FileFacts | undefined) {
    this.#factsOf = factsOf;
  }

  /** Paths of the files that provide a name. */
  providing(name: Name): readonly string[] {
    return this.#pathsIn(this.#providing, name);
  }

  /** Paths of the files that require a name. */
  requiring(name: Name): readonly string[] {
    return this.#pathsIn(this.#requiring, name);
  }

  #pathsIn(postings: Postings, name: Name): readonly string[] {
    const number = this.#find(name);
    return postings.has(number) ? postings.files(number).map((file) => this.#paths[file] as string) : NO_PATHS;
  }

  isRequired(name: Name): boolean {
    return this.#requiring.has(this.#find(name));
  }

  /** The path of the only file that provides a name; undefined when there are more, or none. */
  onlyProviding(name: Name): string | undefined {
    const file = this.#providing.only(this.#find(name));
    return file === undefined ? undefined : this.#paths[file];
  }

  /** The number of a name; -1 for one that has none. */
  #find(name: Name): number {
    return this.#numbers.get(name) ?? -1;
  }

  #number(name: Name): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #fileNumber(path: string): number {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    this.#files.set(path, this.#paths.length);
    return this.#paths.push(path) - 1;
  }

  /** Takes over the facts of a file that was not known, without asking whom that affects: for reading a whole repository. */
  enter(path: string, now: FileFacts): void {
    const missing = this.#missing;
    const file = this.#fileNumber(path);
    eachProvided(now, (name) => {
      this.#providing.add(this.#number(name), file);
      if (missing) this.#note(missing, name);
    });
    eachRequired(now, (name) => {
      this.#requiring.add(this.#number(name), file);
      if (missing) this.#note(missing, name);
    });
  }

  #exchange(
    path: string,
    before: FileFacts | undefined,
    now: FileFacts | undefined,
  ): { provided: Change; required: Change } {
    const provided = changeOfProvided(before ? providedBy(before) : NO_CONTENTS, now ? providedBy(now) : NO_CONTENTS);
    const required = changeOfRequired(before ? requiredBy(before) : NO_NAMES, now ? requiredBy(now) : NO_NAMES);
    const missing = this.#findMissing();
    const file = this.#fileNumber(path);
    this.#exchangeIn(this.#providing, provided, file);
    this.#exchangeIn(this.#requiring, required, file);
    for (const { all } of [provided, required]) for (const name of all) this.#note(missing, name);
    if (this.#unused > MOST_UNUSED && this.#unused * 2 > this.#names.length) this.#clearUnused();
    return { provided, required };
  }

  #exchangeIn(postings: Postings, change: Change, file: number): void {
    for (const name of change.removed) {
      const number = this.#find(name);
      postings.remove(number, file);
      if (!this.#providing.has(number) && !this.#requiring.has(number)) this.#unused++;
    }
    for (const name of change.added) postings.add(this.#number(name), file);
  }

  #clearUnused(): void {
    const [names, providing, requiring] = [this.#names, this.#providing, this.#requiring];
    [this.#names, this.#providing, this.#requiring] = [[], new Postings(), new Postings()];
    this.#numbers = new Map();
    this.#unused = 0;
    for (const [number, name] of names.entries()) {
      for (const file of providing.files(number)) this.#providing.add(this.#number(name), file);
      for (const file of requiring.files(number)) this.#requiring.add(this.#number(name), file);
    }
  }

  /**
   * Takes over a file's new facts, which `factsOf` already knows. Returns the paths whose findings may differ now: whoever requires or
   * also provides a name under which something changed, and whoever provides a name when others begin or cease to require it.
   */
  change(path: string, before: FileFacts | undefined, now: FileFacts | undefined): Set<string> {
    const affected = new Set<string>([path]);
    const changed = this.#exchange(path, before, now);
    const provided = { ...changed.provided, all: this.#withPapers(changed.provided.all, before) };
    const required = { ...changed.required, all: this.#withPapers(changed.required.all, before) };
    for (const name of provided.all) {
      addAll(affected, this.requiring(name));
      addAll(affected, this.providing(name));
    }
    for (const name of required.all) addAll(affected, this.providing(name));
    this.#throughTags(provided, required, before, affected);
    if ([...provided.added, ...provided.removed].some(canBeMissed)) this.#addMissing(affected);
    return affected;
  }

  /** These names and all that a lock file says, or said before it changed, to be names of the same papers. */
  #withPapers(names: readonly Name[], before: FileFacts | undefined): readonly Name[] {
    const all = new Set(names);
    for (const one of names) {
      const name = paperTarget(one) ?? one;
      const locks = this.providing(paperName(name)).map((path) => this.#factsOf(path));
      for (const facts of [...locks, before])
        for (const paper of facts && facts.papers.length > 0 ? (tableOf(facts).papers.get(name) ?? []) : [])
          for (const identifier of paper.identifiers) all.add(identifierName(identifier.scheme, identifier.value));
    }
    return all.size === names.length ? names : [...all];
  }

  /** A tag stands between a citation and a reference: who is on its far side is affected too. */
  #throughTags(provided: Change, required: Change, before: FileFacts | undefined, affected: Set<string>): void {
    for (const name of [...provided.all, ...required.all]) {
      if (!isKeyName(name)) continue;
      for (const path of this.providing(name)) {
        for (const { key } of this.#factsOf(path)?.aliases ?? []) {
          this.#addProviding(aliasTargets(key), before, affected);
        }
      }
    }
    for (const name of provided.all) {
      for (const path of this.requiring(aliasName(name))) {
        for (const { tag } of this.#factsOf(path)?.aliases ?? []) addAll(affected, this.requiring(tagName(tag)));
      }
    }
    for (const name of required.all) {
      const target = aliasTarget(name);
      if (target !== undefined) this.#addProviding([target], before, affected);
    }
  }

  #addProviding(names: readonly Name[], before: FileFacts | undefined, affected: Set<string>): void {
    for (const name of this.#withPapers(names, before)) addAll(affected, this.providing(name));
  }

  /** Findings about a name nobody provides suggest near misses, so they may differ whenever the set of names does. */
  #addMissing(affected: Set<string>): void {
    for (const name of this.#findMissing()) addAll(affected, this.requiring(name));
  }

  #findMissing(): Set<Name> {
    if (!this.#missing) {
      this.#missing = new Set();
      for (const [number, name] of this.#names.entries())
        if (this.#requiring.has(number) && !this.#providing.has(number)) this.#note(this.#missing, name);
    }
    return this.#missing;
  }

  #note(missing: Set<Name>, name: Name): void {
    const number = this.#find(name);
    if (this.#requiring.has(number) && !this.#providing.has(number) && canBeMissed(name)) missing.add(name);
    else missing.delete(name);
  }
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const one of more) set.add(one);
}
