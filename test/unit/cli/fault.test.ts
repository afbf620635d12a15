// What does a fix leave behind when a file cannot be written, or the program is asked to end?

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { Folder } from './run';

const LIST = '\n\n## References\n\n1. https://pubmed.ncbi.nlm.nih.gov/1/\n2. https://pubmed.ncbi.nlm.nih.gov/2/\n';
const article = (text: string) => `---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\n${text}${LIST}`;
const SOURCE = `-- clinical-content.yaml --\nlanguage: en-GB\n-- a.md --\n${article('Pain [2]. More [1].')}-- b.md --\n${article('Pain [2]. Less [1].')}`;

/** Lets one call of the file system fail for one path, for ever or some times. */
const FAULT = `
const fs = require('node:fs');
const { CALL, AT, CODE, TIMES } = process.env;
let left = Number(TIMES);
const real = fs[CALL];
fs[CALL] = (...args) => {
  const path = String(CALL === 'renameSync' || CALL === 'linkSync' ? args[1] : args[0]);
  const isMeant = CALL === 'openSync' ? path.includes('/' + AT + '.') : path.endsWith('/' + AT);
  if (isMeant && left-- > 0)
    throw Object.assign(new Error(CODE), { code: CODE });
  return real(...args);
};
`;

describe('a fix that cannot be written', function () {
  this.timeout(60_000);
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder(SOURCE);
    folder.write('node/fault.cjs', FAULT);
  });
  afterEach(() => folder.remove());

  const run = (fault: Readonly<Record<string, string>>, ...args: string[]) =>
    folder.runWith(
      { NODE_OPTIONS: `--require ${join(folder.path, 'node/fault.cjs')}`, TIMES: '1000', ...fault },
      ...args,
    );
  const state = () =>
    Object.fromEntries(
      readdirSync(folder.path)
        .filter((name) => name !== 'node')
        .map((name) => [name, folder.read(name)]),
    );

  for (const command of [['--to-keys', 'a.md', 'b.md'], ['--renumber']])
    it(`changes no file and leaves none behind: fix ${command.join(' ')}`, () => {
      const before = state();
      for (const [CALL, AT, CODE] of [
        ['renameSync', 'b.md', 'EPERM'],
        ['renameSync', 'b.md', 'EBUSY'],
        ['renameSync', 'a.md', 'EACCES'],
        ['openSync', 'b.md', 'ENOSPC'],
        ['openSync', 'a.md', 'EROFS'],
        ...(command[0] === '--to-keys' ? [['linkSync', 'a.references.yaml', 'EIO']] : []),
      ] as const) {
        const { code, err } = run({ CALL, AT, CODE } as Record<string, string>, 'fix', ...command);
        assert.equal(code, 2, err);
        assert.match(
          err,
          new RegExp(`^Nothing was changed: “${AT}” could not be written \\(the system says ${CODE}\\)\\.`, 'm'),
        );
        assert.deepEqual(state(), before, `${CALL} ${AT} ${CODE}`);
      }
      for (const CODE of ['EPERM', 'EBUSY', 'EACCES']) {
        for (const [name, text] of Object.entries(before)) folder.write(name, text);
        rmSync(join(folder.path, 'a.references.yaml'), { force: true });
        const { code, err } = run({ CALL: 'renameSync', AT: 'b.md', CODE, TIMES: '2' }, 'fix', ...command);
        assert.equal(code, 0, err);
      }
    });

  it('ends a check with 2, tells why, and reports what stayed', () => {
    folder.write('a.md', article('Pain.[1]Trials.'));
    folder.write('b.md', article('Pain.[2]Trials.'));
    const before = folder.read('b.md');
    const { code, err, out } = run({ CALL: 'renameSync', AT: 'b.md', CODE: 'EBUSY' }, 'check', '--fix', '-f', 'unix');
    assert.equal(code, 2);
    assert.match(err, /^b\.md was not fixed: it could not be written \(EBUSY\)\.$/m);
    assert.match(out, /^b\.md:7:\d+: .*glued-citation/m);
    assert.match(folder.read('a.md'), /\[1\] Trials/);
    assert.equal(folder.read('b.md'), before);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('is whole or not begun when a signal ends the program, and leaves nothing beside', async function () {
    if (process.platform === 'win32') this.skip();
    for (let n = 0; n < 60; n++) folder.write(`many/a${n}.md`, article('Pain.[2]Trials [1].'));
    let ended = 0;
    for (const [round, signal] of (['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const).entries()) {
      for (let n = 0; n < 60; n++) folder.write(`many/a${n}.md`, article('Pain.[2]Trials [1].'));
      const child = spawn(process.execPath, [resolve('dist/cli.js'), 'fix', '--renumber', 'many'], {
        cwd: folder.path,
        stdio: 'ignore',
      });
      const exit = once(child, 'exit');
      let left = 1 + round * 25;
      const watcher = watch(join(folder.path, 'many'), () => (--left === 0 ? child.kill(signal) : undefined));
      const [, by] = (await exit) as [number | null, string | null];
      watcher.close();
      if (by !== null) {
        ended++;
        assert.equal(by, signal);
      }
      assert.deepEqual(
        readdirSync(join(folder.path, 'many')).filter((name) => !/^a\d+\.md$/.test(name)),
        [],
      );
      const texts = new Set(Array.from({ length: 60 }, (_, n) => folder.read(`many/a${n}.md`)));
      assert.equal(texts.size, 1);
    }
    assert.ok(ended > 0);
    assert.ok(!existsSync(join(folder.path, 'many/.tmp')));
  });
});
