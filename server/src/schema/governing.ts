// Which schema governs a mapping? Decided here for reading and for completion alike, from a tree or from half-typed text.

import type { KindRegistry, SchemaName } from './registry';

/** A mapping that is known by where it stands. */
interface PlacedMapping {
  readonly in: 'configuration' | 'front matter';
}

/** A YAML document, known by what it says of itself. */
interface DocumentMapping {
  readonly in: 'document';
  /** What it says under `kind`. */
  readonly kind: string | undefined;
  /** Whether it has a key `references`. */
  readonly hasReferences: boolean;
}

/** The name of the schema; undefined for a document that says nothing that we know. A lock file and CSL-JSON have none. */
export function governingSchema(mapping: PlacedMapping): SchemaName;
export function governingSchema(mapping: DocumentMapping, kinds: KindRegistry): SchemaName | undefined;
export function governingSchema(
  mapping: PlacedMapping | DocumentMapping,
  kinds?: KindRegistry,
): SchemaName | undefined {
  if (mapping.in !== 'document') return mapping.in === 'configuration' ? 'configuration' : 'article';
  const { kind, hasReferences } = mapping;
  const record = kinds?.recordNamed(kind);
  if (record) return record.name;
  return hasReferences || kind === 'references' ? 'references' : undefined;
}
