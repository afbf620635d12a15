import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Postings } from '../../../server/src/index/postings';

describe('the postings between names and files', () => {
  it('are those of lists that are kept by name, after any of them were added and removed', () => {
    const step = fc.record({ name: fc.nat(600), file: fc.nat(9), adds: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const postings = new Postings();
        const lists = new Map<number, number[]>();
        for (const { name, file, adds } of steps) {
          const list = lists.get(name) ?? [];
          lists.set(name, list);
          if (adds) {
            // Whoever adds postings knows which of them are there, but for those just added.
            if (list.includes(file) && list.at(-1) !== file) continue;
            postings.add(name, file);
            if (!list.includes(file)) list.push(file);
          } else {
            postings.remove(name, file);
            lists.set(
              name,
              list.filter((one) => one !== file),
            );
          }
        }
        for (const [name, list] of lists) {
          assert.deepEqual(postings.files(name), list);
          assert.equal(postings.has(name), list.length > 0);
          assert.equal(postings.only(name), list.length === 1 ? list[0] : undefined);
        }
        assert.equal(postings.has(-1), false);
        assert.deepEqual(postings.files(100_000), []);
      }),
      { numRuns: 300 },
    );
  });
});
