import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Ties } from '../../../server/src/index/tie';

describe('the ties between names and files', () => {
  it('are those of lists that are kept by name, after any of them were added and removed', () => {
    const step = fc.record({ name: fc.nat(600), file: fc.nat(9), adds: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const ties = new Ties();
        const lists = new Map<number, number[]>();
        for (const { name, file, adds } of steps) {
          const list = lists.get(name) ?? [];
          lists.set(name, list);
          if (adds) {
            // Whoever adds ties knows which of them are there, but for those just added.
            if (list.includes(file) && list.at(-1) !== file) continue;
            ties.add(name, file);
            if (!list.includes(file)) list.push(file);
          } else {
            ties.remove(name, file);
            lists.set(
              name,
              list.filter((one) => one !== file),
            );
          }
        }
        for (const [name, list] of lists) {
          assert.deepEqual(ties.files(name), list);
          assert.equal(ties.has(name), list.length > 0);
          assert.equal(ties.only(name), list.length === 1 ? list[0] : undefined);
        }
        assert.equal(ties.has(-1), false);
        assert.deepEqual(ties.files(100_000), []);
      }),
      { numRuns: 300 },
    );
  });
});
