// Do our walker and Ajv accept and reject the same documents?

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { alternativesOf } from '../../../server/src/schema/alternative';
import { SCHEMA_NAMES, type SchemaName, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import type { Schema } from '../../../server/src/schema/schema';
import { type ShapeProblem, walk } from '../../../server/src/schema/walk';
import { parseYaml } from '../../../server/src/syntax/yaml';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
for (const file of readdirSync('schemas')) ajv.addSchema(JSON.parse(readFileSync(`schemas/${file}`, 'utf8')));

/** The walker takes a number as the text it was written as where only text may stand (ICD-11 has `8E43`); Ajv is asked the same way. */
function ajvAccepts(name: SchemaName, value: Json): boolean {
  return ajv.validate(`${name}.schema.json`, value) || ajv.validate(`${name}.schema.json`, numbersAsText(value));
}

function numbersAsText(value: Json): Json {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(numbersAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, numbersAsText(inner)]));
}

/** Hints about keys of others in open files are no rejection. */
function walkerProblems(name: SchemaName, value: Json): ShapeProblem[] {
  const text = stringify(value, { aliasDuplicateObjects: false, version: '1.2' });
  const file = parseYaml(text);
  assert.deepEqual(file.problems, [], text);
  const problems: ShapeProblem[] = [];
  walk(file.documents[0]?.root, SHIPPED_KINDS.schemaFor(name), { problem: (problem) => problems.push(problem) });
  const open = SHIPPED_KINDS.schemaFor(name)['x-open'];
  return problems.filter((problem) => !(open && problem.rule === 'unknown-key' && isRootKey(text, problem)));
}

function isRootKey(text: string, problem: ShapeProblem): boolean {
  return (
    problem.start === 0 ||
    text[problem.start - 1] === '\n' ||
    /^\n?["']$/.test(text.slice(Math.max(0, problem.start - 2), problem.start))
  );
}

const words = fc.constantFrom(
  'smith-2021',
  'il-6',
  'Il 6',
  '',
  'x',
  '2021-05-03',
  '2023-02-29',
  'supports',
  'high',
  '8E43',
  'true',
);
const anything: fc.Arbitrary<Json> = fc.oneof(
  words,
  fc.integer({ min: 0, max: 3000 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(words, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('reference', 'family', 'year', 'severity', 'zzz'), words, { maxKeys: 2 }),
);

/** Documents that fit a schema, from its own examples, words and alternatives. */
function fitting(schema: Schema, depth = 0): fc.Arbitrary<Json> {
  const options = alternativesOf(schema);
  if (options.length > 1) return fc.oneof(...options.map((option) => fitting(option, depth)));
  const option = options[0] as Schema;
  if (option.const) return fc.constant(option.const);
  if (option.enum) return fc.constantFrom(...option.enum);
  const type = Array.isArray(option.type) ? option.type[0] : option.type;
  if (type === 'array' && option.items)
    return fc.array(fitting(option.items, depth + 1), {
      minLength: option.minItems ?? 0,
      maxLength: Math.min(option.maxItems ?? 2, 2),
    });
  if (type === 'object' && option.properties) return mapping(option, depth);
  if (type === 'object' && typeof option.additionalProperties === 'object')
    return fc.dictionary(fc.constantFrom('a-rule', 'b-rule'), fitting(option.additionalProperties, depth + 1));
  if (type === 'object') return fc.dictionary(fc.constantFrom('a', 'b'), anything);
  if (type === 'boolean') return fc.boolean();
  if (type === undefined) return anything;
  const example = (option.examples ?? []).find((one) => typeof one !== 'object') as Json | undefined;
  return fc.constant(example ?? 'words');
}

function mapping(schema: Schema, depth: number): fc.Arbitrary<Json> {
  const properties = Object.entries(schema.properties ?? {});
  const required = [...(schema.required ?? []), ...(schema.anyOf?.[0]?.required ?? [])];
  const optional = properties.map(([name]) => name).filter((name) => !required.includes(name));
  return fc
    .subarray(optional, { maxLength: Math.min(optional.length, depth > 1 ? 2 : 5) })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          properties
            .filter(([name]) => required.includes(name) || chosen.includes(name))
            .map(([name, inner]) => [name, fitting(inner, depth + 1)]),
        ),
      ),
    ) as fc.Arbitrary<Json>;
}

/** Every place of a document, as the keys and indices that lead to it. */
function placesOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

interface Mutation {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'rename' | 'add';
  readonly value: Json;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom('replace', 'remove', 'rename', 'add'),
  value: anything,
});

function mutate(document: Json, { at, how, value }: Mutation): Json {
  const copy = structuredClone(document);
  const places = placesOf(copy).filter((path) => path.length > 0);
  const path = places[at % Math.max(1, places.length)];
  if (!path) return value;
  let parent = copy as Record<string | number, Json>;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, Json>;
  const last = path.at(-1) as string | number;
  if (how === 'replace') parent[last] = value;
  else if (Array.isArray(parent)) (parent as Json[]).splice(last as number, 1);
  else if (how === 'add') parent.zzz = value;
  else {
    if (how === 'rename') parent[`${last}x`] = parent[last] as Json;
    delete parent[last];
  }
  return copy;
}

describe('the walker against Ajv', () => {
  for (const name of SCHEMA_NAMES) {
    it(`accepts what fits the schema of ${name}, as Ajv does`, () => {
      fc.assert(
        fc.property(fitting(SHIPPED_KINDS.schemaFor(name)), (value) => {
          assert.equal(ajvAccepts(name, value), true, ajv.errorsText());
          assert.deepEqual(walkerProblems(name, value), []);
        }),
        { numRuns: 150 },
      );
    });

    it(`agrees with Ajv about changed documents of ${name}`, () => {
      fc.assert(
        fc.property(
          fitting(SHIPPED_KINDS.schemaFor(name)),
          fc.array(mutation, { minLength: 1, maxLength: 2 }),
          (value, mutations) => {
            const changed = mutations.reduce(mutate, value);
            const problems = walkerProblems(name, changed);
            const accepted = ajvAccepts(name, changed);
            assert.equal(
              problems.length === 0,
              accepted,
              `${JSON.stringify(changed)}\n${JSON.stringify(problems)}\n${ajv.errorsText()}`,
            );
          },
        ),
        { numRuns: 400 },
      );
    });
  }
});
