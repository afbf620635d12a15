import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween } from '../../../server/src/base/change';

describe('the change between two texts', () => {
  it('is nothing where they are equal', () => {
    const text = 'pain '.repeat(3000);
    assert.deepEqual(changeBetween(text, text), { from: text.length, toA: text.length, toB: text.length });
  });

  it('leaves what is equal in front and behind, as much as there is of it', () => {
    const part = fc.tuple(fc.constantFrom('a', 'ab', 'b', '\n'), fc.integer({ min: 0, max: 9000 }));
    const long = fc
      .array(part, { maxLength: 3 })
      .map((parts) => parts.map(([one, times]) => one.repeat(times)).join(''));
    fc.assert(
      fc.property(long, long, fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }), (front, back, a, b) => {
        const before = front + a + back;
        const after = front + b + back;
        const { from, toA, toB } = changeBetween(before, after);
        assert.equal(before.slice(0, from) + after.slice(from, toB) + before.slice(toA), after);
        assert.ok(from <= toA && from <= toB);
        assert.equal(before.length - toA, after.length - toB);
        // The first and the last letters of what changed differ, unless one side has nothing.
        if (from < toA && from < toB) {
          assert.notEqual(before[from], after[from]);
          assert.notEqual(before[toA - 1], after[toB - 1]);
        }
      }),
    );
  });
});
