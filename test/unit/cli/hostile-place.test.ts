import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fixAll } from '../../../server/src/cli/fix/fix';
import type { Host } from '../../../server/src/host/host';
import { load, pathsOf } from '../../../server/src/host/load';
import { nodeHost } from '../../../server/src/host/node-host';
import { STYLE } from '../../../server/src/host/node-path';
import { RULES } from '../../../server/src/rules/table';
import { TODAY } from '../fixture';
import { Folder } from './run';

const ARTICLE = '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\nPain [@nobody-1999] and IL-1ß.\n';

/** What is found below a folder by a host that does something between listing and reading. */
async function loaded(root: string, host: Partial<Host>) {
  const options = { rules: RULES, today: TODAY, named: new Set<string>() };
  const { projects, skipped } = await load(root, { ...nodeHost, ...host }, STYLE, options);
  const paths = projects.flatMap((one) => [...pathsOf(one)]);
  return { projects, paths, skipped: skipped.map(({ path, problem }) => `${STYLE.relative(root, path)} ${problem}`) };
}

describe('clinical-content check, where nothing stays as it is', function () {
  this.timeout(20_000);
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder(`-- a.md --\n${ARTICLE}`);
  });
  afterEach(() => folder.remove());

  it('tells of a file that is gone when it is read, and checks the others', async () => {
    const list: Host['list'] = async (root) => [join(root, 'a.md'), join(root, 'gone.md')];
    const { paths, skipped } = await loaded(folder.path, { list });
    assert.deepEqual([paths, skipped], [['a.md'], ['gone.md does not exist']]);
  });

  it('tells of a file that has become a folder', async () => {
    mkdirSync(join(folder.path, 'b.md'));
    const list: Host['list'] = async (root) => [join(root, 'a.md'), join(root, 'b.md')];
    const { skipped } = await loaded(folder.path, { list });
    assert.deepEqual(skipped, ['b.md is a folder, not a file']);
  });

  it('fixes the text that a file has now, not the one that was read', async () => {
    const { projects } = await loaded(folder.path, {});
    const now = ARTICLE.replace('Pain', 'Much more pain');
    folder.write('a.md', now);
    const [project] = projects;
    assert.ok(project);
    fixAll([{ loaded: project, path: 'a.md', absolute: join(folder.path, 'a.md'), shown: 'a.md' }]);
    assert.equal(folder.read('a.md'), now.replace('ß', 'β'));
  });

  it('looks into a folder that is called like an article', () => {
    folder.write('x.md/in.md', ARTICLE);
    assert.match(folder.run('check', '-f', 'unix').out, /^x\.md\/in\.md:7:8: /m);
    assert.match(folder.run('check', '-f', 'unix', 'x.md').out, /^x\.md\/in\.md:7:8: /m);
  });

  it('comes to an end where links lead round in circles, and reads nothing twice', function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(join(folder.path, 'loop'));
    for (const [target, name] of [
      ['.', 'loop/self'],
      ['..', 'loop/up'],
      ['b', 'loop/a'],
      ['a', 'loop/b'],
      ['../a.md', 'loop/again.md'],
      ['/nowhere', 'loop/nowhere.md'],
    ] as const)
      symlinkSync(target, join(folder.path, name));
    assert.match(folder.run('check').err, /Checked 1 file:/);
    assert.match(folder.run('check', 'loop/a').err, /There is no file or folder “loop\/a”/);
  });

  it('refuses a file of a hundred megabytes with one sentence, whatever is asked of it', () => {
    const file = openSync(join(folder.path, 'big.md'), 'w');
    ftruncateSync(file, 100_000_000);
    closeSync(file);
    for (const command of ['check', 'fix', 'citations', 'references', 'report'])
      assert.match(
        folder.run(command, ...(command === 'report' ? ['-o', 'page.html'] : [])).err,
        /^big\.md is larger than 64 MB and was not read\.$/m,
        command,
      );
    assert.match(folder.run('import', 'big.md', '-o', 'imported').err, /larger than 64 MB/);
  });

  it('tells of a folder and of a file that may not be read', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    folder.write('shut/b.md', ARTICLE);
    folder.write('c.md', ARTICLE);
    folder.close('shut', 'c.md');
    const { err } = folder.run('check');
    assert.match(err, /^shut is a folder that may not be read: check its permissions\.$/m);
    assert.match(err, /^c\.md may not be read: check its permissions\.$/m);
  });

  it('reads each way of writing characters and of ending lines, and changes none', () => {
    const forms: Readonly<Record<string, Uint8Array>> = {
      'bom.md': Buffer.from(`\ufeff${ARTICLE}`),
      'crlf.md': Buffer.from(ARTICLE.replaceAll('\n', '\r\n')),
      'cr.md': Buffer.from(ARTICLE.replaceAll('\n', '\r')),
      'utf16le.md': Buffer.from(`\ufeff${ARTICLE}`, 'utf16le'),
      'utf16be.md': Buffer.from(`\ufeff${ARTICLE}`, 'utf16le').swap16(),
      'latin1.md': Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xe4, 0xff])]),
      'nul.md': Buffer.from(`${ARTICLE}\u0000\u0000\n`),
    };
    for (const [name, bytes] of Object.entries(forms)) folder.write(name, bytes);
    const { findings } = JSON.parse(folder.run('check', '-f', 'json').out);
    for (const name of Object.keys(forms)) {
      const found = findings.filter((one: { file: string }) => one.file === name);
      const unresolved = found.find((one: { rule: string }) => one.rule === 'unresolved-citation');
      assert.deepEqual([unresolved?.line, unresolved?.column], [7, 8], name);
    }
    folder.run('check', '--fix');
    for (const [name, bytes] of Object.entries(forms)) {
      const now = folder.bytes(name);
      if (/utf16|latin1/.test(name)) assert.deepEqual(now, Buffer.from(bytes), name);
      else assert.equal(now.toString(), Buffer.from(bytes).toString().replace('ß', 'β'), name);
    }
  });
});
