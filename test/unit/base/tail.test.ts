import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutEnds, withoutTail } from '../../../server/src/base/tail';

describe('signs at the end of a text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '.', ',', '’', ' '), maxLength: 12 });

  it('are taken away as the pattern would', () =>
    fc.assert(fc.property(text, (one) => assert.equal(withoutTail(one, '.,’'), one.replace(/[.,’]+$/, '')))));
  it('are taken away at the beginning too', () =>
    fc.assert(fc.property(text, (one) => assert.equal(withoutEnds(one, '.,'), one.replace(/^[.,]+|[.,]+$/g, '')))));
});
