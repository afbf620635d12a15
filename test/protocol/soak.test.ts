// After hundreds of random edits, does the server show what a fresh one shows?

import assert from 'node:assert/strict';
import { soaked } from '../bench/soak-run';

describe('the server, after a day of work', function () {
  this.timeout(60_000);
  for (const seed of [1, 2])
    it(`shows what a fresh one shows (day ${seed})`, async () => {
      const { differing, shown } = await soaked(1, 600, seed, 0);
      assert.deepEqual(differing, []);
      assert.ok(shown > 3, String(shown));
    });
});
