// What stands in one file under a name? Look-up tables, made when first asked for.

import type { Definition, FileFacts, Paper, Reference } from '../model/facts';
import { entityName, identifierName, idName, type Name, namesOfReference } from './name';

interface Table {
  readonly definitions: ReadonlyMap<Name, readonly Definition[]>;
  readonly references: ReadonlyMap<Name, readonly Reference[]>;
  /** Papers of a lock file by each of their identifiers. */
  readonly papers: ReadonlyMap<Name, readonly Paper[]>;
}

const tables = new WeakMap<FileFacts, Table>();

/** A file's definitions and references by name; built when first asked for, kept as long as the facts. */
export function tableOf(facts: FileFacts): Table {
  const known = tables.get(facts);
  if (known) return known;
  const definitions = new Map<Name, Definition[]>();
  const references = new Map<Name, Reference[]>();
  for (const one of facts.definitions) {
    push(definitions, entityName(one.kind, one.id), one);
    push(definitions, idName(one.id), one);
  }
  for (const one of facts.references) for (const name of namesOfReference(one)) push(references, name, one);
  const papers = new Map<Name, Paper[]>();
  for (const paper of facts.papers)
    for (const one of paper.identifiers) push(papers, identifierName(one.scheme, one.value), paper);
  const table = { definitions, references, papers };
  tables.set(facts, table);
  return table;
}

function push<T>(table: Map<string, T[]>, name: string, item: T): void {
  const list = table.get(name);
  if (!list) table.set(name, [item]);
  else if (list.at(-1) !== item) list.push(item);
}
