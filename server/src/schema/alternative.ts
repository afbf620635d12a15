// Which of a schema's alternatives is meant? The type of the node decides first, never "matches several".

import type { YamlNode, YamlScalar } from '../syntax/yaml-node';
import type { Schema, TypeName } from './schema';

/** The alternatives of a schema by node type; a schema without alternatives is its only one. */
export function alternativesOf(schema: Schema): readonly Schema[] {
  return schema.anyOf && !schema.properties ? schema.anyOf : [schema];
}

/** The alternative that a node of this type takes, or undefined when there is none. */
export function alternativeFor(schema: Schema, node: YamlNode): Schema | undefined {
  const alternatives = alternativesOf(schema);
  const types = typesOf(node);
  for (const type of types) {
    const fitting = alternatives.find((option) => accepts(option, type));
    if (fitting) return fitting;
  }
  return undefined;
}

/** Whether a schema names a type; one that names none accepts them all. */
export function accepts(schema: Schema, type: TypeName): boolean {
  if (schema.type === undefined) return schema.const === undefined || type === 'string';
  return typeof schema.type === 'string' ? schema.type === type : schema.type.includes(type);
}

/** A number is also the text it was written as: ICD-11's `8E43` is a code, whatever YAML makes of it. */
function typesOf(node: YamlNode): readonly TypeName[] {
  if (node.type === 'map') return ['object'];
  if (node.type === 'list') return ['array'];
  return scalarTypes(node);
}

function scalarTypes(node: YamlScalar): readonly TypeName[] {
  if (node.value === null) return ['null'];
  if (typeof node.value === 'number') return ['number', 'string'];
  return [typeof node.value === 'boolean' ? 'boolean' : 'string'];
}

/** The schema of the value under a key, or undefined for an unknown key. */
export function propertySchema(schema: Schema, key: string): Schema | undefined {
  if (schema.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** Sets of keys of which at least one set must be there. */
export function requiredSets(schema: Schema): readonly (readonly string[])[] {
  return schema.anyOf && schema.properties ? schema.anyOf.map((option) => option.required ?? []) : [];
}
