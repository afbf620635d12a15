// Which of a schema's alternatives is meant? The type of the node decides first, never "matches several".

import type { YamlNode } from '../syntax/yaml-node';
import type { Schema, TypeName } from './schema';

/** The alternatives of a schema by node type; a schema without alternatives is its only one. */
export function alternativesOf(schema: Schema): readonly Schema[] {
  return schema.anyOf && !schema.properties ? schema.anyOf : [schema];
}

/** The alternative that a node of this type takes, or undefined when there is none. */
export function alternativeFor(schema: Schema, node: YamlNode): Schema | undefined {
  const type = typeOf(node);
  // A number is also the text it was written as: ICD-11's `8E43` is a code, whatever YAML makes of it.
  return fitting(schema, type) ?? (type === 'number' ? fitting(schema, 'string') : undefined);
}

function fitting(schema: Schema, type: TypeName): Schema | undefined {
  const { anyOf } = schema;
  if (!anyOf || schema.properties) return accepts(schema, type) ? schema : undefined;
  for (const option of anyOf) if (accepts(option, type)) return option;
  return undefined;
}

/** Whether a schema names a type; one that names none accepts them all. */
export function accepts(schema: Schema, type: TypeName): boolean {
  if (schema.type === undefined) return schema.const === undefined || type === 'string';
  return typeof schema.type === 'string' ? schema.type === type : schema.type.includes(type);
}

function typeOf(node: YamlNode): TypeName {
  if (node.type === 'map') return 'object';
  if (node.type === 'list') return 'array';
  const { value } = node;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return value === null ? 'null' : 'string';
}

/** The schema of the value under a key, or undefined for an unknown key. */
export function propertySchema(schema: Schema, key: string): Schema | undefined {
  if (schema.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** Sets of keys of which at least one set must be there. */
export function requiredSets(schema: Schema): readonly (readonly string[])[] {
  return schema.anyOf && schema.properties ? schema.anyOf.map((option) => option.required ?? []) : NO_SETS;
}

const NO_SETS: readonly (readonly string[])[] = [];
