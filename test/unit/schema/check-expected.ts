// How is a half-typed record asked what may be typed? `‸` marks the cursor.

import assert from 'node:assert/strict';
import { type Expected, expectedAt } from '../../../server/src/schema/expected';
import { type SchemaName, SHIPPED_KINDS } from '../../../server/src/schema/registry';

/** What is expected at the cursor, and the text that it would replace. */
export function at(
  marked: string,
  name: SchemaName = 'condition',
): { found: Expected | undefined; prefix: string | undefined } {
  const offset = marked.indexOf('‸');
  assert.notEqual(offset, -1, 'the fixture has no cursor');
  const text = marked.replace('‸', '');
  const found = expectedAt(text, { start: 0, end: text.length }, SHIPPED_KINDS.schemaFor(name), offset);
  return { found, prefix: found && text.slice(found.prefix.start, found.prefix.end) };
}

interface KeyCase {
  readonly path?: string;
  readonly has?: string;
  readonly not?: string;
  readonly prefix?: string;
  readonly schema?: SchemaName;
}

/** Keys are proposed; `has` and `not` are lists of keys with blanks between. */
export function checkKeys(name: string, marked: string, expected: KeyCase): void {
  it(`proposes keys ${name}`, () => {
    const { found, prefix } = at(marked, expected.schema);
    assert.equal(found?.kind, 'key');
    const names = found.properties.map((property) => property.name);
    for (const key of expected.has?.split(' ') ?? []) assert.ok(names.includes(key), `${key} is missing from ${names}`);
    for (const key of expected.not?.split(' ') ?? []) assert.ok(!names.includes(key), `${key} is proposed`);
    assert.equal(found.path.join('.'), expected.path ?? '');
    assert.equal(prefix, expected.prefix ?? '');
  });
}

interface ValueCase {
  readonly path: string;
  readonly ref?: string;
  readonly word?: string;
  readonly prefix?: string;
  readonly form?: 'plain' | 'flow-list' | 'block-item';
  readonly keys?: string;
  readonly quoted?: boolean;
  readonly space?: boolean;
  readonly schema?: SchemaName;
}

/** A value is proposed: an id of `ref`, or one of the words of an enumeration that has `word`. */
export function checkValue(name: string, marked: string, expected: ValueCase): void {
  it(`proposes a value ${name}`, () => {
    const { found, prefix } = at(marked, expected.schema);
    assert.equal(found?.kind, 'value');
    assert.equal(found.path.join('.'), expected.path);
    assert.equal(found.schema['x-ref'], expected.ref);
    if (expected.word)
      assert.ok(found.schema.enum?.includes(expected.word) || found.schema.const === expected.word, expected.word);
    assert.equal(prefix, expected.prefix ?? '');
    assert.equal(found.form, expected.form ?? 'plain');
    assert.equal(found.quoted, expected.quoted ?? false);
    assert.equal(found.spaceBefore, expected.space ?? false);
    const names = found.properties.map((property) => property.name);
    for (const key of expected.keys?.split(' ') ?? [])
      assert.ok(names.includes(key), `${key} is missing from ${names}`);
    if (!expected.keys) assert.deepEqual(names, []);
  });
}

/** Nothing is proposed. */
export function checkNothing(name: string, marked: string, schema?: SchemaName): void {
  it(`proposes nothing ${name}`, () => assert.equal(at(marked, schema).found, undefined));
}
