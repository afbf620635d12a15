import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KnownWords, nearestAmong, nearestOf } from '../../../server/src/base/near-miss';

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

  it('is the same when words are kept for many searches, in several lists', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', 'k', '1', '7', '-', 'ß', 'é'),
      minLength: 3,
      maxLength: 14,
    });
    fc.assert(
      fc.property(word, fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 4 }), (typed, known) => {
        const lists = known.map((words) => {
          const list = new KnownWords();
          for (const one of words) list.add(one);
          return list;
        });
        assert.equal(nearestAmong(typed, lists), nearestOf(typed, known.flat()));
      }),
      { numRuns: 5000 },
    );
  });
});
