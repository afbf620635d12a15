// What does a schema file say, with every `$ref` replaced by what it points at?

import type { Schema } from './schema';

type Json = { readonly [key: string]: unknown };

/** Schemas as their files say, by the names of the files: `$ref` knows them by these. */
export type SchemaFiles = Readonly<Record<string, Json>>;

/** Gives the schema of a file without `$ref`; the same object at every call. */
export function schemaReader(files: SchemaFiles): (file: string) => Schema {
  const resolved = new Map<string, Schema>();

  /** `reference` as in `$ref`: a file name, a `#/…` pointer, or both; `file` is the file it stands in. */
  const resolve = (reference: string, file: string): Schema => {
    const [name, pointer = ''] = reference.split('#');
    const target = name || file;
    const key = `${target}#${pointer}`;
    const known = resolved.get(key);
    if (known) return known;
    let json = files[target] as Json;
    for (const step of pointer.split('/').slice(1)) json = json[step] as Json;
    const schema = expand(json, target);
    resolved.set(key, schema);
    return schema;
  };

  /** The words beside a `$ref` win over those of its target. */
  const expand = (json: Json, file: string): Schema => {
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
  };

  return (file) => resolve(file, '');
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues<T>(json: Json, change: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, change(value)]));
}
