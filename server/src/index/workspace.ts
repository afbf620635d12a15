// What does the whole repository define, and who uses it? Facts by path, and files by the names that tie them together.

import { folderOf } from '../base/path';
import type {
  Citation,
  Definition,
  EntityKind,
  FileFacts,
  IdentifierScheme,
  KeyedReference,
  Paper,
  Reference,
  Use,
} from '../model/facts';
import { type Atom, entityAtom, folderAtom, idAtom, identifierAtom, keyAtom, pathAtom, tagAtom, tagOf } from './atom';
import { Bibliographies } from './bibliography';
import { Citing } from './citing';
import { NameGraph } from './name-graph';
import { NearKeys } from './near-key';
import { type Resolution, resolutionOf } from './resolution';
import { SamePaper } from './same-paper';
import { tableOf } from './table';

/** A fact and the file it stands in. */
export interface Located<T> {
  readonly path: string;
  readonly item: T;
}

/**
 * The index of one project. It stores facts and never resolved edges: resolution is a look-up when asked. After any sequence of
 * changes it equals an index built from scratch.
 */
export class Workspace {
  readonly #files = new Map<string, FileFacts>();
  readonly #names = new NameGraph((path) => this.#files.get(path));
  readonly #paths = new Set<string>();
  #revision = 0;
  readonly #samePaper = new SamePaper();
  /** Files that define tags. */
  readonly #tagging = new Set<string>();
  /** Long answers to earlier look-ups; forgotten with every change. */
  readonly #known = new Map<Atom, readonly Located<Definition | Reference>[]>();
  readonly #bibliographies = new Bibliographies((path) => this.hasPath(path));
  readonly #citing = new Citing(
    this.#names,
    (path) => this.#files.get(path),
    (atom) => this.#samePaper.namesOf(atom),
    () => this.#samePaper.knowsAny || this.#tagging.size > 0,
  );
  /** Whether a key is defined; forgotten likewise. */
  readonly #defined = new Map<string, boolean>();
  readonly #nearKeys = new NearKeys();

  /** A number that grows with every change: what was worked out at the same number still holds. */
  get revision(): number {
    return this.#revision;
  }

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
    this.#forget();
    const before = this.#files.get(path);
    if (facts) this.#files.set(path, facts);
    else this.#files.delete(path);
    this.#sort(path, facts);
    return this.#names.change(path, before, facts);
  }

  /** Puts in a file's facts without asking whom that concerns: for reading a whole repository, after which everything is new. */
  add(path: string, facts: FileFacts): void {
    if (this.#files.has(path)) {
      this.apply(path, facts);
      return;
    }
    this.#forget();
    this.#files.set(path, facts);
    this.#paths.add(path);
    this.#sort(path, facts);
    this.#names.enter(path, facts);
  }

  /** Enters a file where only some files are. */
  #sort(path: string, facts: FileFacts | undefined): void {
    this.#samePaper.set(path, facts);
    if (facts && facts.aliases.length > 0) this.#tagging.add(path);
    else this.#tagging.delete(path);
    this.#nearKeys.set(path, facts);
  }

  /** Tells that a file exists (whether or not it is ours), so that links to it are not broken. Returns affected paths. */
  setPath(path: string, exists: boolean): Set<string> {
    if (this.#paths.has(path) === exists) return new Set();
    this.#bibliographies.forget();
    this.#revision++;
    if (exists) this.#paths.add(path);
    else this.#paths.delete(path);
    return new Set([...this.#names.asking(pathAtom(path)), ...this.#names.asking(folderAtom(folderOf(path)))]);
  }

  hasPath(path: string): boolean {
    return this.#paths.has(path) || this.#files.has(path);
  }

  definitions(kind: EntityKind, id: string): readonly Located<Definition>[] {
    return this.#named<Definition>(entityAtom(kind, id), 'definitions');
  }

  /** Every id defined under a kind; for near misses and completion. */
  *idsOf(kind: EntityKind): Generator<string> {
    for (const facts of this.#files.values()) for (const one of facts.definitions) if (one.kind === kind) yield one.id;
  }

  /** The citation key that was meant by one that nothing defines. */
  nearestKey(key: string): string | undefined {
    return this.#nearKeys.nearest(key);
  }

  /** Definitions under an id whatever their kind. */
  definitionsOfId(id: string): readonly Located<Definition>[] {
    return this.#named<Definition>(idAtom(id), 'definitions');
  }

  /** The definition a use points at: by the id as written, else by the vocabulary's id for it. */
  definitionOf(use: Pick<Use, 'kind' | 'id' | 'canonical'>): Located<Definition> | undefined {
    return (
      this.definitions(use.kind, use.id)[0] ??
      (use.canonical === undefined ? undefined : this.definitions(use.kind, use.canonical)[0])
    );
  }

  uses(kind: EntityKind, id: string): Located<Use>[] {
    const asking = this.#names.asking(entityAtom(kind, id));
    return this.#pick(asking, (facts) =>
      facts.uses.filter((one) => one.kind === kind && (one.id === id || one.canonical === id)),
    );
  }

  referencesByKey(key: string): readonly Located<KeyedReference>[] {
    // No other reference has a key.
    return this.#named<KeyedReference>(keyAtom(key), 'references');
  }

  referencesByIdentifier(scheme: IdentifierScheme, value: string): readonly Located<Reference>[] {
    const atoms = this.#samePaper.namesOf(identifierAtom(scheme, value));
    if (atoms.length === 1) return this.#named<Reference>(atoms[0] as Atom, 'references');
    const found = new Map<Reference, Located<Reference>>();
    for (const atom of atoms) for (const one of this.#named<Reference>(atom, 'references')) found.set(one.item, one);
    return [...found.values()].sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : a.item.start - b.item.start,
    );
  }

  /** Whether one reference alone has a key. Cheaper than listing the references. */
  isKeyOnce(key: string): boolean {
    return this.#onlyOffer(keyAtom(key)) !== undefined;
  }

  /** The facts of the file in which the one reference of a name stands; undefined when there are more, or none. */
  #onlyOffer(atom: Atom): FileFacts | undefined {
    const path = this.#names.onlyOffering(atom);
    const facts = path === undefined ? undefined : this.#files.get(path);
    return facts && tableOf(facts).references.get(atom)?.length === 1 ? facts : undefined;
  }

  /** Whether one reference alone has an identifier, and no lock file joins it to others. Cheaper than listing the references. */
  isListedOnce(scheme: IdentifierScheme, value: string): boolean {
    const atom = identifierAtom(scheme, value);
    return this.#onlyOffer(atom) !== undefined && this.#samePaper.papersOf(atom).length === 0;
  }

  /** The papers that the lock file knows under an identifier: one, unless the lock file contradicts itself. */
  papersOf(scheme: IdentifierScheme, value: string): readonly Paper[] {
    return this.#samePaper.papersOf(identifierAtom(scheme, value));
  }

  /** The key a tag stands for (citation-tags.tsv, `[@tag]: doi:…`). */
  keyOfTag(key: string): string | undefined {
    const tag = tagOf(key);
    return this.#located(tagAtom(tag), (facts) => facts.aliases.filter((one) => one.tag === tag))[0]?.item.key;
  }

  /** Whether a reference file defines a key. Cheaper than listing the references. */
  hasKey(key: string): boolean {
    let defined = this.#defined.get(key);
    if (defined === undefined) {
      const atom = keyAtom(key);
      defined = this.#names.offering(atom).some((path) => {
        const facts = this.#files.get(path);
        return facts !== undefined && tableOf(facts).references.has(atom);
      });
      this.#defined.set(key, defined);
    }
    return defined;
  }

  #forget(): void {
    this.#revision++;
    this.#bibliographies.forget();
    this.#known.clear();
    this.#defined.clear();
  }

  /** What a citation in `facts` leads to. */
  resolve(facts: FileFacts, citation: Citation): Resolution {
    return resolutionOf(this, facts, citation);
  }

  /** References under the first of some names, or of the other names of their papers, that any reference has. */
  referencesUnder(atoms: readonly Atom[]): readonly Located<Reference>[] {
    return (
      atoms
        .flatMap((atom) => this.#samePaper.namesOf(atom))
        .map((atom) => this.#located(atom, (facts) => tableOf(facts).references.get(atom)))
        .find((found) => found.length > 0) ?? []
    );
  }

  /** Files whose references an article may cite: those its front matter lists and itself; undefined for the whole project. */
  bibliographyScope(facts: FileFacts): ReadonlySet<string> | undefined {
    return this.#bibliographies.scopeOf(facts);
  }

  /** Whether anything is known to lie in a folder. */
  hasFolder(folder: string): boolean {
    for (const path of this.#paths) if (path.startsWith(`${folder}/`)) return true;
    return false;
  }

  /** Where a bibliography lies that an article names; undefined where nothing does. */
  bibliographyPath(from: string, written: string): string | undefined {
    return this.#bibliographies.pathOf(from, written);
  }

  /** Every citation that leads to a reference, in files that may cite it. */
  citationsOf(path: string, reference: Reference): Located<Citation>[] {
    return this.#citing.citationsOf(path, reference);
  }

  /** Whether anything cites the reference, by key, by identifier or through a tag. Cheaper than listing the citations. */
  isCited(reference: Reference): boolean {
    return this.#citing.isCited(reference);
  }

  /** Names under which a reference can be cited: its key, its identifiers, and the tags that stand for one of these. */
  citingAtoms(reference: Reference): Set<Atom> {
    return this.#citing.atomsOf(reference);
  }

  /** What stands under a name, by the files' tables. A long answer is asked for again and again, so it is kept. */
  #named<T extends Definition | Reference>(atom: Atom, table: 'definitions' | 'references'): readonly Located<T>[] {
    const known = this.#known.get(atom);
    if (known) return known as readonly Located<T>[];
    const found = this.#located(atom, (facts) => tableOf(facts)[table].get(atom) as readonly T[] | undefined);
    if (found.length > 4) this.#known.set(atom, found);
    return found;
  }

  #located<T>(atom: Atom, pick: (facts: FileFacts) => readonly T[] | undefined): Located<T>[] {
    return this.#pick(this.#names.offering(atom), pick);
  }

  /** Sorted by path, so that answers do not depend on the order in which files were read. */
  #pick<T>(paths: readonly string[], pick: (facts: FileFacts) => readonly T[] | undefined): Located<T>[] {
    const sorted = paths.length > 1 ? [...paths].sort() : paths;
    return sorted.flatMap((path) => {
      const facts = this.#files.get(path);
      return (facts && pick(facts)?.map((item) => ({ path, item }))) ?? [];
    });
  }
}
