// What does the whole repository define, and who uses it? Facts by path, and files by the names that tie them together.

import { folderOf, resolvePath } from '../base/path';
import type { Citation, Definition, EntityKind, FileFacts, IdentifierScheme, Reference, Use } from '../model/facts';
import {
  type Atom,
  aliasAtom,
  aliasTarget,
  aliasTargets,
  asks,
  citationAtoms,
  entityAtom,
  folderAtom,
  idAtom,
  identifierAtom,
  isTag,
  keyAtom,
  offers,
  pathAtom,
  referenceAtoms,
  tagAtom,
  tagOf,
} from './atom';

/** A fact and the file it stands in. */
export interface Located<T> {
  readonly path: string;
  readonly item: T;
}

/** What a citation leads to. `self` means that the key is an identifier in its own right that no reference file lists. */
export type Resolution =
  | { readonly state: 'found'; readonly references: readonly Located<Reference>[] }
  | { readonly state: 'elsewhere'; readonly references: readonly Located<Reference>[] }
  | { readonly state: 'self' }
  | { readonly state: 'unknown' };

/**
 * The index of one project. It stores facts and never resolved edges: resolution is a look-up when asked. After any sequence of
 * changes it equals an index built from scratch.
 */
export class Workspace {
  readonly #files = new Map<string, FileFacts>();
  readonly #offering = new Map<Atom, Set<string>>();
  readonly #asking = new Map<Atom, Set<string>>();
  readonly #paths = new Set<string>();
  readonly #missing = new Set<Atom>();

  get files(): Iterable<FileFacts> {
    return this.#files.values();
  }

  get size(): number {
    return this.#files.size;
  }

  file(path: string): FileFacts | undefined {
    return this.#files.get(path);
  }

  /** Puts a file's facts in place of what was known of it, or forgets the file. Returns the paths whose findings may differ now. */
  apply(path: string, facts: FileFacts | undefined): Set<string> {
    const before = this.#files.get(path);
    const affected = new Set<string>([path]);
    const offered = changed(before ? offers(before) : NOTHING, facts ? offers(facts) : NOTHING);
    const asked = changed(before ? asks(before) : NOTHING, facts ? asks(facts) : NOTHING);
    if (facts) this.#files.set(path, facts);
    else this.#files.delete(path);
    enter(this.#offering, offered, path);
    enter(this.#asking, asked, path);
    // Whoever asks for or also offers a name is affected when what stands under it changes; whoever offers it, when others ask.
    for (const atom of offered.all) {
      for (const one of this.#asking.get(atom) ?? []) affected.add(one);
      for (const one of this.#offering.get(atom) ?? []) affected.add(one);
    }
    for (const atom of asked.all) for (const one of this.#offering.get(atom) ?? []) affected.add(one);
    for (const { all } of [offered, asked]) for (const atom of all) this.#note(atom);
    this.#affectThroughTags(offered, asked, affected);
    if ([...offered.added, ...offered.removed].some(canBeMissed)) for (const one of this.#dangling()) affected.add(one);
    return affected;
  }

  /** A tag stands between a citation and a reference: who is on its far side is affected too. */
  #affectThroughTags(offered: Change, asked: Change, affected: Set<string>): void {
    for (const atom of [...offered.all, ...asked.all]) {
      if (!isTag(atom)) continue;
      for (const path of this.#offering.get(atom) ?? []) {
        for (const { key } of this.#files.get(path)?.aliases ?? []) {
          for (const target of aliasTargets(key)) for (const one of this.#offering.get(target) ?? []) affected.add(one);
        }
      }
    }
    for (const atom of offered.all) {
      for (const path of this.#asking.get(aliasAtom(atom)) ?? []) {
        for (const { tag } of this.#files.get(path)?.aliases ?? [])
          for (const one of this.#asking.get(tagAtom(tag)) ?? []) affected.add(one);
      }
    }
    for (const atom of asked.all) {
      const target = aliasTarget(atom);
      if (target !== undefined) for (const one of this.#offering.get(target) ?? []) affected.add(one);
    }
  }

  /**
   * Files that ask for a name nobody offers: their findings suggest near misses, so they may differ whenever the set of names
   * changes.
   */
  #dangling(): Set<string> {
    const paths = new Set<string>();
    for (const atom of this.#missing) for (const path of this.#asking.get(atom) ?? []) paths.add(path);
    return paths;
  }

  #note(atom: Atom): void {
    if (!canBeMissed(atom)) return;
    if (this.#asking.has(atom) && !this.#offering.has(atom)) this.#missing.add(atom);
    else this.#missing.delete(atom);
  }

  /** Tells that a file exists (whether or not it is ours), so that links to it are not broken. Returns affected paths. */
  setPath(path: string, exists: boolean): Set<string> {
    if (this.#paths.has(path) === exists) return new Set();
    if (exists) this.#paths.add(path);
    else this.#paths.delete(path);
    return new Set([
      ...(this.#asking.get(pathAtom(path)) ?? []),
      ...(this.#asking.get(folderAtom(folderOf(path))) ?? []),
    ]);
  }

  hasPath(path: string): boolean {
    return this.#paths.has(path) || this.#files.has(path);
  }

  definitions(kind: EntityKind, id: string): Located<Definition>[] {
    const atom = entityAtom(kind, id);
    return this.#located(atom, (facts) => tableOf(facts).definitions.get(atom));
  }

  /** Every id defined under a kind; for near misses and completion. */
  *idsOf(kind: EntityKind): Generator<string> {
    for (const facts of this.#files.values()) for (const one of facts.definitions) if (one.kind === kind) yield one.id;
  }

  /** Every citation key that a reference file defines. */
  *keys(): Generator<string> {
    for (const facts of this.#files.values())
      for (const one of facts.references) if (one.number === undefined) yield one.key;
  }

  /** Definitions under an id whatever their kind. */
  definitionsOfId(id: string): Located<Definition>[] {
    const atom = idAtom(id);
    return this.#located(atom, (facts) => tableOf(facts).definitions.get(atom));
  }

  /** The definition a use points at: by the id as written, else by the vocabulary's id for it. */
  definitionOf(use: Pick<Use, 'kind' | 'id' | 'canonical'>): Located<Definition> | undefined {
    return (
      this.definitions(use.kind, use.id)[0] ??
      (use.canonical === undefined ? undefined : this.definitions(use.kind, use.canonical)[0])
    );
  }

  uses(kind: EntityKind, id: string): Located<Use>[] {
    const asking = this.#asking.get(entityAtom(kind, id));
    return this.#pick(asking, (facts) =>
      facts.uses.filter((one) => one.kind === kind && (one.id === id || one.canonical === id)),
    );
  }

  referencesByKey(key: string): Located<Reference>[] {
    const atom = keyAtom(key);
    return this.#located(atom, (facts) => tableOf(facts).references.get(atom));
  }

  referencesByIdentifier(scheme: IdentifierScheme, value: string): Located<Reference>[] {
    const atom = identifierAtom(scheme, value);
    return this.#located(atom, (facts) => tableOf(facts).references.get(atom));
  }

  /** The key a tag stands for (citation-tags.tsv, `[@tag]: doi:…`). */
  keyOfTag(key: string): string | undefined {
    const tag = tagOf(key);
    return this.#located(tagAtom(tag), (facts) => facts.aliases.filter((one) => one.tag === tag))[0]?.item.key;
  }

  /** What a citation in `facts` leads to. */
  resolve(facts: FileFacts, citation: Citation): Resolution {
    if (citation.style === 'numbered') {
      const own = facts.references.filter((one) => one.number !== undefined && citation.numbers.includes(one.number));
      return own.length > 0
        ? { state: 'found', references: own.map((item) => ({ path: facts.path, item })) }
        : { state: 'unknown' };
    }
    if (citation.style === 'footnote') return { state: 'self' };
    const found = this.#keyed(citation);
    const scope = this.#scope(facts);
    const inside = scope ? found.filter((one) => scope.has(one.path)) : found;
    if (inside.length > 0) return { state: 'found', references: inside };
    if (citation.identifier || this.keyOfTag(citation.key) !== undefined) return { state: 'self' };
    return found.length > 0 ? { state: 'elsewhere', references: found } : { state: 'unknown' };
  }

  #keyed(citation: Citation): Located<Reference>[] {
    const direct = this.referencesByKey(citation.key);
    if (direct.length > 0) return direct;
    if (citation.identifier) return this.referencesByIdentifier(citation.identifier.scheme, citation.identifier.value);
    const meant = this.keyOfTag(citation.key);
    const atoms = meant === undefined ? [] : aliasTargets(meant);
    return (
      atoms
        .map((atom) => this.#located(atom, (facts) => tableOf(facts).references.get(atom)))
        .find((found) => found.length > 0) ?? []
    );
  }

  /** Files whose references an article may cite: those its front matter lists and itself; undefined for the whole project. */
  #scope(facts: FileFacts): Set<string> | undefined {
    const listed = facts.article?.bibliography;
    if (!listed) return undefined;
    const paths = listed.flatMap((one) => this.bibliographyPath(facts.path, one.path) ?? []);
    return paths.length === listed.length ? new Set([...paths, facts.path]) : undefined;
  }

  /** Whether anything is known to lie in a folder. */
  hasFolder(folder: string): boolean {
    for (const path of this.#paths) if (path.startsWith(`${folder}/`)) return true;
    return false;
  }

  /** A bibliography as an article names it: relative to the article, or to the project's root, as pandoc's users do both. */
  bibliographyPath(from: string, written: string): string | undefined {
    const near = resolvePath(folderOf(from), written);
    if (near !== undefined && this.hasPath(near)) return near;
    const root = resolvePath('', written);
    return root !== undefined && this.hasPath(root) ? root : undefined;
  }

  /** Every citation that leads to a reference, in files that may cite it. */
  citationsOf(path: string, reference: Reference): Located<Citation>[] {
    if (reference.number !== undefined) {
      const own = this.#files.get(path)?.citations ?? [];
      return own.filter((one) => one.numbers.includes(reference.number as number)).map((item) => ({ path, item }));
    }
    const atoms = this.#citingAtoms(reference);
    const citing = new Set<string>();
    for (const atom of atoms) for (const one of this.#asking.get(atom) ?? []) citing.add(one);
    const found: Located<Citation>[] = [];
    for (const one of citing) {
      const facts = this.#files.get(one);
      for (const citation of facts?.citations ?? [])
        if (citationAtoms(citation).some((atom) => atoms.has(atom))) found.push({ path: one, item: citation });
    }
    return found;
  }

  /** Whether anything cites the reference, by key, by identifier or through a tag. Cheaper than listing the citations. */
  isCited(reference: Reference): boolean {
    for (const atom of this.#citingAtoms(reference)) if ((this.#asking.get(atom)?.size ?? 0) > 0) return true;
    return false;
  }

  /** Names under which a reference can be cited: its key, its identifiers, and the tags that stand for one of these. */
  #citingAtoms(reference: Reference): Set<Atom> {
    const atoms = new Set(referenceAtoms(reference));
    for (const atom of [...atoms]) {
      for (const path of this.#asking.get(aliasAtom(atom)) ?? []) {
        for (const { tag, key } of this.#files.get(path)?.aliases ?? [])
          if (aliasTargets(key).includes(atom)) atoms.add(tagAtom(tag));
      }
    }
    return atoms;
  }

  #located<T>(atom: Atom, pick: (facts: FileFacts) => readonly T[] | undefined): Located<T>[] {
    return this.#pick(this.#offering.get(atom), pick);
  }

  /** Sorted by path, so that answers do not depend on the order in which files were read. */
  #pick<T>(paths: ReadonlySet<string> | undefined, pick: (facts: FileFacts) => readonly T[] | undefined): Located<T>[] {
    if (!paths) return [];
    const sorted = paths.size > 1 ? [...paths].sort() : [...paths];
    return sorted.flatMap((path) => {
      const facts = this.#files.get(path);
      return (facts && pick(facts)?.map((item) => ({ path, item }))) ?? [];
    });
  }
}

/** Names for which a near miss is suggested: ids and plain keys, not identifiers, tags or paths. */
function canBeMissed(atom: Atom): boolean {
  return atom.startsWith('entity ') || (atom.startsWith('key ') && !atom.includes(':'));
}

interface Change {
  readonly added: readonly Atom[];
  readonly removed: readonly Atom[];
  /** Added, removed, or standing for something else now. */
  readonly all: readonly Atom[];
}

const NOTHING: ReadonlyMap<Atom, string> = new Map();

function changed(old: ReadonlyMap<Atom, string>, now: ReadonlyMap<Atom, string>): Change {
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

function enter(table: Map<Atom, Set<string>>, change: Change, path: string): void {
  for (const atom of change.removed) remove(table, atom, path);
  for (const atom of change.added) add(table, atom, path);
}

interface Table {
  readonly definitions: ReadonlyMap<Atom, readonly Definition[]>;
  readonly references: ReadonlyMap<Atom, readonly Reference[]>;
}

const tables = new WeakMap<FileFacts, Table>();

/** A file's definitions and references by name; built when first asked for, kept as long as the facts. */
function tableOf(facts: FileFacts): Table {
  const known = tables.get(facts);
  if (known) return known;
  const definitions = new Map<Atom, Definition[]>();
  const references = new Map<Atom, Reference[]>();
  for (const one of facts.definitions) {
    push(definitions, entityAtom(one.kind, one.id), one);
    push(definitions, idAtom(one.id), one);
  }
  for (const one of facts.references) for (const atom of new Set(referenceAtoms(one))) push(references, atom, one);
  const table = { definitions, references };
  tables.set(facts, table);
  return table;
}

function push<T>(table: Map<Atom, T[]>, atom: Atom, item: T): void {
  const list = table.get(atom);
  if (list) list.push(item);
  else table.set(atom, [item]);
}

function add(table: Map<Atom, Set<string>>, atom: Atom, path: string): void {
  const paths = table.get(atom);
  if (paths) paths.add(path);
  else table.set(atom, new Set([path]));
}

function remove(table: Map<Atom, Set<string>>, atom: Atom, path: string): void {
  const paths = table.get(atom);
  paths?.delete(path);
  if (paths?.size === 0) table.delete(atom);
}
