// What do YAML records define, and what do they point at? One walk over each document with its schema.

import { intern } from '../base/intern';
import type { Kind } from '../base/kind';
import { beginAlike } from '../base/near-miss';
import type { Range } from '../base/range';
import { governingSchema } from '../schema/governing';
import type { KindRegistry, SchemaName } from '../schema/registry';
import { type FoundReference, type ShapeProblem, walk } from '../schema/walk';
import { entryOf, itemsOf, scalarText, valueAt, type YamlDocument, type YamlNode } from '../syntax/yaml-node';
import { lookUp } from '../vocab/look-up';
import type { Citation, Definition, EntityKind, Reference, Use } from './facts';
import { recordCitation } from './record-citation';
import { cslReference, innerRange } from './reference';

/** What the walk over YAML yields. */
export interface RecordFacts {
  readonly definitions: Definition[];
  readonly uses: Use[];
  readonly citations: Citation[];
  readonly references: Reference[];
  readonly shape: ShapeProblem[];
}

export function noRecords(): RecordFacts {
  return { definitions: [], uses: [], citations: [], references: [], shape: [] };
}

/** Adds what one document of a records or references file says. */
export function readRecord(document: YamlDocument, kinds: KindRegistry, into: RecordFacts): void {
  const { root } = document;
  if (!root) return;
  const kind = scalarText(valueAt(root, 'kind'));
  const hasReferences = entryOf(root, 'references') !== undefined;
  const schema = governingSchema({ in: 'document', kind, hasReferences }, kinds);
  const known = kinds.recordNamed(schema);
  if (known) {
    readShape(root, known.name, kinds, into);
    const definition = definitionOf(root, known, document);
    if (definition) into.definitions.push(definition);
  } else if (schema) readReferences(root, kinds, into);
  else if (kind !== undefined) into.shape.push(unknownKind(root, kind, kinds));
}

function unknownKind(root: YamlNode, kind: string, kinds: KindRegistry): ShapeProblem {
  const node = valueAt(root, 'kind');
  const range = node?.type === 'scalar' ? innerRange(node) : { start: root.start, end: root.start };
  const names = kinds.records.map(({ name }) => name);
  const near = names.find((one) => beginAlike(one, kind, 3));
  const list = names.map((one) => `“${one}”`).join(', ');
  const hint = near ? `Did you mean “${near}”?` : `Write one of ${list}.`;
  return { ...range, rule: 'invalid-shape', message: `“${kind}” is not a kind of record. ${hint}`, suggestion: near };
}

/** Adds what a mapping with a list of references says. */
export function readReferences(root: YamlNode, kinds: KindRegistry, into: RecordFacts): void {
  readShape(root, 'references', kinds, into);
  for (const item of itemsOf(valueAt(root, 'references'))) {
    const reference = cslReference(item);
    if (reference) into.references.push(reference);
  }
}

/** Adds a CSL-JSON file: a list of items. */
export function readCslList(document: YamlDocument, into: RecordFacts): void {
  for (const item of itemsOf(document.root)) {
    const reference = cslReference(item);
    if (reference) into.references.push(reference);
  }
}

/** Walks a mapping with a schema and keeps its problems, uses and citations. */
export function readShape(root: YamlNode, schema: SchemaName, kinds: KindRegistry, into: RecordFacts): void {
  const first = into.uses.length;
  const problems: ShapeProblem[] = [];
  walk(root, kinds.schemaFor(schema), {
    problem: (problem) => problems.push(problem),
    reference: (found) => addFound(found, kinds, into),
  });
  const uses = into.uses.slice(first);
  for (const problem of problems) into.shape.push(withKnownId(problem, uses));
}

/** `cells: [Treg]` is no id, but the vocabulary knows what is meant. */
function withKnownId(problem: ShapeProblem, uses: readonly Use[]): ShapeProblem {
  if (problem.rule !== 'invalid-shape') return problem;
  const use = uses.find((one) => one.start === problem.start && one.end === problem.end && one.canonical !== undefined);
  if (!use?.canonical || use.canonical === use.id) return problem;
  return {
    ...problem,
    message: `“${use.id}” is a name, not an id. Write “${use.canonical}”.`,
    suggestion: use.canonical,
  };
}

function addFound(found: FoundReference, kinds: KindRegistry, into: RecordFacts): void {
  const { start, end, id, path, ref } = found;
  if (ref === 'reference') {
    const key = id.replace(/^@/, '');
    const keyRange = { start: end - key.length, end };
    into.citations.push(recordCitation(key, keyRange, { start, end }));
    return;
  }
  const kind = kinds.named(ref)?.name;
  if (kind) into.uses.push({ kind, id: intern(id), canonical: canonicalId(kind, id), path, start, end });
}

/** The shipped vocabulary's id for a name, when it knows exactly one entry by it. */
function canonicalId(kind: EntityKind, written: string): string | undefined {
  const entries = lookUp(kind, written)?.entries;
  return entries?.length === 1 ? entries[0]?.id : undefined;
}

function definitionOf(root: YamlNode, kind: Kind, document: Range): Definition | undefined {
  const idNode = valueAt(root, 'id');
  const id = scalarText(idNode);
  if (idNode?.type !== 'scalar' || !id) return undefined;
  const name = valueAt(root, 'name');
  const details: Record<string, string> = {};
  for (const { key } of kind.details) {
    const value = scalarText(valueAt(root, key));
    if (value) details[key] = value;
  }
  const codes = valueAt(root, 'codes');
  if (codes?.type === 'map') {
    for (const entry of codes.entries) {
      const value = itemsOf(entry.value)
        .flatMap((item) => scalarText(item) ?? [])
        .join(', ');
      if (value) details[entry.key.source] = value;
    }
  }
  return {
    kind: kind.name,
    id,
    ...innerRange(idNode),
    whole: { start: document.start, end: document.end },
    name: scalarText(name),
    nameRange: name?.type === 'scalar' ? innerRange(name) : undefined,
    synonyms: itemsOf(valueAt(root, 'synonyms')).flatMap((item) => scalarText(item) ?? []),
    abbreviation: scalarText(valueAt(root, 'abbreviation')),
    summary: scalarText(valueAt(root, 'summary')),
    details,
  };
}
