// Is plain JSON read as the reader of YAML reads it?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonStop, readJson } from '../../../server/src/syntax/json';
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

  it('is known to stop where it does, in any version of Node', () => {
    for (const marked of [
      '‸',
      '‸<<<<<<< HEAD\n{}\n',
      '{"version": 1, "papers": [‸}',
      '{"version": 1 ‸"papers": []}',
      '{"a" ‸1}',
      '{"a": ‸}',
      '{‸a: 1}',
      '[1,‸]',
      '[1] ‸x',
      '[0‸1]',
      '["a‸\n"]',
      '[‸"\\x"]',
      '["a‸',
      '\ufeff[1‸',
    ]) {
      const text = marked.replace('‸', '');
      assert.equal(jsonStop(text), marked.indexOf('‸'), marked);
      assert.throws(() => JSON.parse(text.replace('\ufeff', '')));
    }
    assert.equal(jsonStop('{"a": [1, "b", null]}'), undefined);
  });

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
