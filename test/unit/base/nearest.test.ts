import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestOf } from '../../../server/src/base/nearest';

describe('the word that was meant', () => {
  it('is the same in whatever order the known ones come', () => {
    assert.equal(nearestOf('jones-1991-491', ['jones-1991-141', 'jones-1991-1']), 'jones-1991-1');
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 6 }), (typed, known) =>
        assert.equal(nearestOf(typed, known), nearestOf(typed, known.toReversed())),
      ),
      { numRuns: 2000 },
    );
  });
});
