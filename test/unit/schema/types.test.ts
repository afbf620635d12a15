// Are the generated types those of the schemas?

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('the generated types', () => {
  it('are those of the schemas', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/build-types.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});
