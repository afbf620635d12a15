// What does the hover of a key say?

import assert from 'node:assert/strict';
import { describeKey, describeValue, enumOf } from '../../../server/src/schema/describe';
import { SCHEMA_NAMES, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import type { Schema } from '../../../server/src/schema/schema';

function property(name: (typeof SCHEMA_NAMES)[number], key: string): Schema {
  return SHIPPED_KINDS.schemaFor(name).properties?.[key] ?? assert.fail(key);
}

describe('the description of a key', () => {
  it('has the meaning and an example', () => {
    assert.equal(
      describeKey('abbreviation', property('condition', 'abbreviation')),
      '**abbreviation** — The usual abbreviation, if there is one.\n\n```yaml\nabbreviation: FM\n```',
    );
  });

  it('lists the permitted words with their meanings', () => {
    const text = describeKey('role', property('mediator', 'role'));
    assert.match(text, /\n- `pro-inflammatory` — It starts or strengthens inflammation\.\n- `anti-inflammatory` — /);
  });

  it('writes an example of a list between brackets', () => {
    assert.match(
      describeKey('mechanisms', property('condition', 'mechanisms')),
      /```yaml\nmechanisms: \[central-sensitisation\]\n```/,
    );
  });

  it('writes an example of a list of mappings over several lines', () => {
    assert.match(
      describeKey('author', property('reference', 'author')),
      /```yaml\nauthor:\n {2}- family: Smith\n {4}given: Jane A\.\n```/,
    );
  });

  it('writes an example of a mapping over several lines', () => {
    assert.match(describeKey('codes', property('condition', 'codes')), /```yaml\ncodes:\n {2}icd-11: MG30\.01\n```/);
  });

  it('escapes what Markdown would read, but for words in backticks', () => {
    assert.equal(
      describeKey('a_b', { description: 'Use *this* or `a_b` <now>.' }),
      '**a\\_b** — Use \\*this\\* or `a_b` \\<now\\>.',
    );
  });

  it('is never empty for a key of ours', () => {
    for (const name of SCHEMA_NAMES)
      for (const [key, schema] of Object.entries(SHIPPED_KINDS.schemaFor(name).properties ?? {}))
        assert.ok(describeKey(key, schema).length > 20, `${name}.${key}`);
  });

  it('is empty where the schema says nothing', () => assert.equal(describeKey('x', {}), ''));
});

describe('the description of a value', () => {
  it('is the meaning of the word', () => {
    assert.equal(
      describeValue('dual', property('mediator', 'role')),
      'It does one or the other, depending on place and time.',
    );
  });

  it('is found where the key takes one word or several', () => {
    assert.match(describeValue('patient', property('article', 'audience')) ?? '', /live with the condition/);
  });

  it('is absent for any other word', () => {
    assert.equal(describeValue('nonsense', property('mediator', 'role')), undefined);
    assert.equal(enumOf(property('mediator', 'family')), undefined);
  });
});
