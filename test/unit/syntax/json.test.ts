// Is plain JSON read as the reader of YAML reads it?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson } from '../../../server/src/syntax/json';
import { parseFullYaml } from '../../../server/src/syntax/yaml';

const SPACES = fc.constantFrom('', ' ', '\n', '\n  ', '\t');

describe('plain JSON', () => {
  it('is read as the reader of YAML reads it, whatever its spaces', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '"', '\\', '/', ':', ' ', '#', '{', ']', ',', '1', '-'),
    });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer({ min: -99999, max: 99999 }),
        fc.constantFrom(true, false, null, 2.5, -0.25, 1e21),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          text.filter((one) => one !== '__proto__'),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    }));
    fc.assert(
      fc.property(value, SPACES, (one, indent) => {
        if (typeof one !== 'object' || one === null) return;
        const written = JSON.stringify(one, null, indent);
        const quick = readJson(written);
        assert.deepEqual(quick?.documents[0]?.root, parseFullYaml(written).documents[0]?.root, written);
      }),
      { numRuns: 3000 },
    );
  });

  for (const text of [
    '[1,]',
    '{a: 1}',
    "['a']",
    '[1 2]',
    '[01]',
    '[1] x',
    '["a\n"]',
    '["\\x"]',
    '[',
    '',
    '{"a":}',
    '[// c\n]',
    '[nulls]',
    '[+1]',
    '[.5]',
    '"\ud800',
  ])
    it(`is not ${JSON.stringify(text)}, which is left to the reader of YAML`, () =>
      assert.equal(readJson(text), undefined));

  it('is left to the reader of YAML where it is nested very deeply', () =>
    assert.equal(readJson('['.repeat(5000) + ']'.repeat(5000)), undefined));

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '1', 'e', 'u', ' ', '\0') }),
        (text) => {
          readJson(text);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
