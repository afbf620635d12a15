import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyEnd } from '../../../server/src/syntax/citation';

describe('the end of a citation key', () => {
  it('is where the grammar of pandoc ends it, whatever signs stand in it', () => {
    const KEY = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;
    const sign = fc.constantFrom(...'aZ9_:./#-+?<>~&%$;, ]}é', '٣', '𝒜', '\ud835', 'β', '’');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), fc.nat(3), (text, start) => {
        KEY.lastIndex = start;
        assert.equal(keyEnd(text, start), KEY.test(text) ? KEY.lastIndex : undefined);
      }),
      { numRuns: 20_000 },
    );
  });
});
