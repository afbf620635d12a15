// Are the schemas complete: every key explained, every example true, every alternative told apart by its type?

import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { accepts, alternativesOf } from '../../../server/src/schema/alternative';
import { SCHEMA_NAMES, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import type { Schema, TypeName } from '../../../server/src/schema/schema';
import { walk } from '../../../server/src/schema/walk';
import { parseYaml } from '../../../server/src/syntax/yaml';

const TYPES: readonly TypeName[] = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/** Calls `look` for a schema and everything in it; `isProperty` is true for the value of a named key. */
function visit(
  schema: Schema,
  path: string,
  look: (schema: Schema, path: string, isProperty: boolean) => void,
  isProperty = false,
): void {
  look(schema, path, isProperty);
  for (const [key, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${path}.${key}`, look, true);
  if (schema.items) visit(schema.items, `${path}[]`, look);
  for (const option of schema.anyOf ?? []) visit(option, `${path}|`, look);
  if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`, look);
}

describe('the schemas', () => {
  for (const name of SCHEMA_NAMES) {
    it(`explain every key of ${name} in a sentence or two, with an example`, () => {
      visit(SHIPPED_KINDS.schemaFor(name), name, (schema, path, isProperty) => {
        if (!isProperty) return;
        assert.match(schema.description ?? '', /^[A-Z].*[.]$/, path);
        assert.ok((schema.examples ?? []).length > 0, `${path} has no example`);
      });
    });

    it(`give a meaning to every permitted word of ${name}`, () => {
      visit(SHIPPED_KINDS.schemaFor(name), name, (schema, path) => {
        for (const word of schema.enum ?? [])
          assert.match(schema['x-enum-descriptions']?.[word] ?? '', /\.$/, `${path}: ${word}`);
      });
    });

    it(`give examples of ${name} that are right themselves`, () => {
      visit(SHIPPED_KINDS.schemaFor(name), name, (schema, path) => {
        for (const example of schema.examples ?? []) {
          walk(parseYaml(stringify(example)).documents[0]?.root, schema, {
            problem: (problem) => assert.fail(`${path}: ${JSON.stringify(example)}: ${problem.message}`),
          });
        }
      });
    });

    it(`tell alternatives of ${name} apart by type alone`, () => {
      visit(SHIPPED_KINDS.schemaFor(name), name, (schema, path) => {
        const options = alternativesOf(schema);
        if (options.length < 2) return;
        for (const type of TYPES) {
          const fitting = options.filter((option) => accepts(option, type));
          assert.ok(fitting.length <= 1, `${path} has ${fitting.length} alternatives for ${type}`);
        }
      });
    });
  }

  it('are the same object at every call, so that they can be compared and kept', () => {
    assert.equal(SHIPPED_KINDS.schemaFor('condition'), SHIPPED_KINDS.schemaFor('condition'));
  });

  it('contain no reference to another schema any more', () => {
    for (const name of SCHEMA_NAMES) assert.doesNotMatch(JSON.stringify(SHIPPED_KINDS.schemaFor(name)), /\$ref/);
  });
});
