import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { collect } from '../../server/src/cli/collect';
import { RULES } from '../../server/src/rules/table';

async function findingsIn(folder: string): Promise<{ path: string; rule: string }[]> {
  const { targets } = await collect([folder], {
    cwd: process.cwd(),
    today: '2026-11-22',
  });
  return targets.flatMap(({ loaded, path }) => loaded.project.findings(path).map(({ rule }) => ({ path, rule })));
}

describe('the examples', () => {
  it('have nothing wrong where they show how it should be', async () => {
    assert.deepEqual(await findingsIn('examples/chronic-pain'), []);
  });

  it('have every rule’s finding where they show what is wrong', async () => {
    const found = new Set((await findingsIn('examples/needs-work')).map((one) => one.rule));
    assert.deepEqual(
      RULES.map((rule) => rule.meta.id).filter((id) => !found.has(id)),
      [],
    );
  });

  it('list in their own table what is wrong, and nothing else', async () => {
    const rows = [
      ...readFileSync('examples/needs-work/README.md', 'utf8').matchAll(/^\| `?([^|`]+?)`? \| `?([a-z-]+)`? \|/gm),
    ]
      .map((row) => `${row[1]} ${row[2]}`)
      .filter((row) => !row.startsWith('File'));
    const found = (await findingsIn('examples/needs-work')).map(({ path, rule }) => `${path} ${rule}`);
    assert.deepEqual([...new Set(rows)].sort(), [...new Set(found)].sort());
  });

  it('print in a terminal what README.md shows', () => {
    const [, command, shown] =
      /```\n\$ clinical-content (.*)\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const { stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...(command ?? '').split(' ')], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    assert.equal(stdout + stderr, shown);
  });
});
