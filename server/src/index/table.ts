// What stands in one file under a name? Look-up tables, made when first asked for.

import type { Definition, FileFacts, Paper, Reference } from '../model/facts';
import { type Atom, entityAtom, idAtom, identifierAtom, referenceAtoms } from './atom';

interface Table {
  readonly definitions: ReadonlyMap<Atom, readonly Definition[]>;
  readonly references: ReadonlyMap<Atom, readonly Reference[]>;
  /** Papers of a lock file by each of their identifiers. */
  readonly papers: ReadonlyMap<Atom, readonly Paper[]>;
}

const tables = new WeakMap<FileFacts, Table>();

/** A file's definitions and references by name; built when first asked for, kept as long as the facts. */
export function tableOf(facts: FileFacts): Table {
  const known = tables.get(facts);
  if (known) return known;
  const definitions = new Map<Atom, Definition[]>();
  const references = new Map<Atom, Reference[]>();
  for (const one of facts.definitions) {
    push(definitions, entityAtom(one.kind, one.id), one);
    push(definitions, idAtom(one.id), one);
  }
  for (const one of facts.references) for (const atom of referenceAtoms(one)) push(references, atom, one);
  const papers = new Map<Atom, Paper[]>();
  for (const paper of facts.papers)
    for (const one of paper.identifiers) push(papers, identifierAtom(one.scheme, one.value), paper);
  const table = { definitions, references, papers };
  tables.set(facts, table);
  return table;
}

function push<T>(table: Map<string, T[]>, atom: string, item: T): void {
  const list = table.get(atom);
  if (!list) table.set(atom, [item]);
  else if (list.at(-1) !== item) list.push(item);
}
