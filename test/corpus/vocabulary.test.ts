import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const TABLES = join(process.cwd(), '..', 'shared', 'vocabulary');

describe('the shipped vocabulary', function () {
  this.timeout(20_000);
  it(`is what the tables and the curated lists give${existsSync(TABLES) ? '' : ' (the tables are not beside this checkout)'}`, function () {
    if (!existsSync(TABLES)) this.skip();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/build-vocabulary.mjs', TABLES, '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
  });
});
