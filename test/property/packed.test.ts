import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Plain, pack, unpack } from '../../server/src/base/packed';
import { anyCharacter } from './any-character';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);

const text = fc.string({ unit: anyCharacter, maxLength: 12 });
const key = text.filter((one) => one !== '' && one !== '__proto__' && !one.includes('\u0000'));
const { plain } = fc.letrec<{ plain: Plain }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double(),
    fc.constantFrom(undefined, null, true, false, 2 ** 47, -(2 ** 47) + 1, Number.MAX_SAFE_INTEGER, -0, 127, 128),
    fc.array(tie('plain'), { maxLength: 6 }),
    fc.dictionary(key, tie('plain'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

describe('packed data', () => {
  it('comes back equal', () => {
    fc.assert(
      fc.property(plain, (value) => assert.deepStrictEqual(unpack(pack(value)), value)),
      { numRuns: RUNS * 4 },
    );
  });

  it('names the keys of a shape once', () => {
    const many = Array.from({ length: 1000 }, (_, start) => ({ keyRange: start, style: 'pandoc' }));
    const bytes = pack(many);
    assert.ok(bytes.length < 1000 * 6 + 100, `${bytes.length} bytes`);
    assert.equal(Buffer.from(bytes).toString('latin1').split('keyRange').length, 2);
  });

  it('is refused with an error, and never read as something else than a value, when bytes were changed', () => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(255), (value, at, byte) => {
        const bytes = pack(value);
        bytes[at % bytes.length] = byte;
        try {
          JSON.stringify(unpack(bytes));
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('refuses half a character and keys that mean something else', () => {
    assert.throws(() => pack('\ud800'), RangeError);
    assert.throws(() => pack(JSON.parse('{"__proto__": 1}')), RangeError);
    assert.throws(() => pack({ '': 1 }), RangeError);
  });
});
