import assert from 'node:assert/strict';
import { KILLED_COMMANDS, killed } from '../../bench/kill-round';

describe('clinical-content, killed in the middle', function () {
  this.timeout(60_000);
  for (const [index, command] of KILLED_COMMANDS.entries())
    it(`leaves each file old or new, nothing that is read, and no cache that lies: ${command.join(' ')}`, async function () {
      if (process.platform === 'win32') this.skip();
      const { faults } = await killed(command, 2, 8, 100 + index);
      assert.deepEqual(faults, []);
    });
});
