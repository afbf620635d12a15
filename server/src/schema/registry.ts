// Which schema governs a kind of file? The JSON files of schemas/, with every `$ref` replaced by what it points at.

import article from '../../../schemas/article.schema.json';
import cell from '../../../schemas/cell.schema.json';
import common from '../../../schemas/common.schema.json';
import condition from '../../../schemas/condition.schema.json';
import configuration from '../../../schemas/configuration.schema.json';
import mechanism from '../../../schemas/mechanism.schema.json';
import mediator from '../../../schemas/mediator.schema.json';
import reference from '../../../schemas/reference.schema.json';
import references from '../../../schemas/references.schema.json';
import treatment from '../../../schemas/treatment.schema.json';
import type { Schema } from './schema';

/** `reference` is one item of a `references` list, and of a CSL-JSON file. */
export type SchemaName =
  | 'condition'
  | 'mechanism'
  | 'mediator'
  | 'cell'
  | 'treatment'
  | 'article'
  | 'reference'
  | 'references'
  | 'configuration';

export const SCHEMA_NAMES: readonly SchemaName[] = [
  'condition',
  'mechanism',
  'mediator',
  'cell',
  'treatment',
  'article',
  'reference',
  'references',
  'configuration',
];

type Json = { readonly [key: string]: unknown };

const FILES: Readonly<Record<string, Json>> = {
  'article.schema.json': article,
  'cell.schema.json': cell,
  'common.schema.json': common,
  'condition.schema.json': condition,
  'configuration.schema.json': configuration,
  'mechanism.schema.json': mechanism,
  'mediator.schema.json': mediator,
  'reference.schema.json': reference,
  'references.schema.json': references,
  'treatment.schema.json': treatment,
};

const resolved = new Map<string, Schema>();

/** The schema of a kind of record or file, without `$ref`; the same object at every call. */
export function schemaFor(name: SchemaName): Schema {
  return resolve(`${name}.schema.json`, '');
}

/** `reference` as in `$ref`: a file name, a `#/…` pointer, or both; `file` is the file it stands in. */
function resolve(reference: string, file: string): Schema {
  const [name, pointer = ''] = reference.split('#');
  const target = name || file;
  const key = `${target}#${pointer}`;
  const known = resolved.get(key);
  if (known) return known;
  let json = FILES[target] as Json;
  for (const step of pointer.split('/').slice(1)) json = json[step] as Json;
  const schema = expand(json, target);
  resolved.set(key, schema);
  return schema;
}

/** The words beside a `$ref` win over those of its target. */
function expand(json: Json, file: string): Schema {
  const { $ref, $defs: _definitions, $id: _id, $schema: _dialect, ...own } = json;
  const { properties, items, anyOf, additionalProperties } = own;
  return {
    ...(typeof $ref === 'string' && resolve($ref, file)),
    ...own,
    ...(isJson(properties) && { properties: mapValues(properties, (value) => expand(value as Json, file)) }),
    ...(isJson(items) && { items: expand(items, file) }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((option: Json) => expand(option, file)) }),
    ...(isJson(additionalProperties) && { additionalProperties: expand(additionalProperties, file) }),
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues<T>(json: Json, change: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, change(value)]));
}
