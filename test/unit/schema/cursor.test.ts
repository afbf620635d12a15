// What stands under the cursor, and which schema governs it? `‸` marks the cursor.

import assert from 'node:assert/strict';
import { type SchemaPlace, schemaAt } from '../../../server/src/schema/cursor';
import { type SchemaName, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import { parseYaml } from '../../../server/src/syntax/yaml';

function at(marked: string, name: SchemaName = 'condition'): SchemaPlace {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return schemaAt(parseYaml(text).documents[0]?.root, SHIPPED_KINDS.schemaFor(name), offset);
}

function check(name: string, marked: string, path: string, onKey: boolean, look?: (place: SchemaPlace) => void): void {
  it(`finds ${name}`, () => {
    const place = at(marked);
    assert.equal(place.path.join('.'), path);
    assert.equal(place.onKey, onKey);
    look?.(place);
  });
}

describe('the schema under the cursor', () => {
  check('a key', 'ki‸nd: condition\n', 'kind', true, ({ schema, parentMap, parentSchema }) => {
    assert.match(schema?.description ?? '', /what this record describes/);
    assert.equal(parentMap?.entries.length, 1);
    assert.equal(parentSchema, SHIPPED_KINDS.schemaFor('condition'));
  });
  check('the end of a key', 'kind‸: condition\n', 'kind', true);
  check('a value', 'kind: con‸dition\n', 'kind', false, ({ node }) =>
    assert.equal(node?.type === 'scalar' && node.value, 'condition'),
  );
  check('the end of the last value', 'name: x‸', 'name', false);
  check('an item in its short form', 'mechanisms: [a, cen‸tral]\n', 'mechanisms', false, ({ schema, node }) => {
    assert.equal(schema?.['x-ref'], 'mechanism');
    assert.equal(node?.type === 'scalar' && node.value, 'central');
  });
  check(
    'a value in the long form',
    'mechanisms:\n  - mechanism: a\n    role: dr‸ives\n',
    'mechanisms.role',
    false,
    ({ schema, parentMap }) => {
      assert.ok(schema?.enum?.includes('drives'));
      assert.equal(parentMap?.entries.length, 2);
    },
  );
  check('a key in the long form', 'mechanisms:\n  - mechanism: a\n    ro‸le: drives\n', 'mechanisms.role', true);
  check(
    'a citation three levels deep',
    'mechanisms:\n  - mechanism: a\n    evidence:\n      - smi‸th\n',
    'mechanisms.evidence',
    false,
    ({ schema }) => assert.equal(schema?.['x-ref'], 'reference'),
  );
  check('an unknown key, without a schema', 'fo‸o: x\n', 'foo', true, ({ schema, entry }) => {
    assert.equal(schema, undefined);
    assert.equal(entry?.key.source, 'foo');
  });
  check('what is under an unknown key, without a schema', 'foo:\n  bar: b‸az\n', 'foo.bar', false, ({ schema }) =>
    assert.equal(schema, undefined),
  );
  check('a list where the cursor is in none of its items', 'mechanisms: [a,  ‸ b]\n', 'mechanisms', false, ({ node }) =>
    assert.equal(node?.type, 'list'),
  );
  check('a key without a value', 'summ‸ary:\nname: x\n', 'summary', true, ({ entry }) =>
    assert.equal(entry?.value, undefined),
  );
  check('the root on an empty line', 'kind: condition\n\n‸\nname: x\n', '', false, ({ schema, node }) => {
    assert.equal(schema, SHIPPED_KINDS.schemaFor('condition'));
    assert.equal(node?.type, 'map');
  });
  check('the root beyond its end', 'kind: condition\n\n\n‸', '', false);

  it('finds the schema of an empty file', () => {
    assert.deepEqual(schemaAt(undefined, SHIPPED_KINDS.schemaFor('cell'), 0).schema, SHIPPED_KINDS.schemaFor('cell'));
  });
});
