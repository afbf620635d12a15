import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { emptyFolder, npm, npx, ROOT, run } from './npm';

const ARTICLE = '---\nkind: article\ntitle: Pain\nreviewed: 2026-01-01\n---\n\nPain rises [@smith-2012].\n';

describe('the npm package, packed and installed where nothing else is', function () {
  this.timeout(120_000);
  const home = emptyFolder();
  const place = join(home, 'team');
  const installed = join(place, 'node_modules', 'clinical-content');
  const clinicalContent = (...args: string[]) => npx(home, place, 'clinical-content', ...args);

  before(() => {
    const packed = npm(home, ROOT, 'pack', '--ignore-scripts', '--pack-destination', home);
    assert.equal(packed.code, 0, packed.err);
    mkdirSync(place);
    writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
    const { code, err } = npm(home, place, 'install', join(home, packed.out.trim()));
    assert.equal(code, 0, err);
    writeFileSync(join(place, 'pain.md'), ARTICLE);
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('checks an article', () => {
    const { code, out } = clinicalContent('check', 'pain.md');
    assert.match(out, /No reference has the key “smith-2012”/);
    assert.equal(code, 1);
  });

  it('explains a check', () => {
    assert.match(clinicalContent('explain', 'glued-citation').out, /^glued-citation\n/);
  });

  it('imports an article from a web page, for which it needs its second program', () => {
    writeFileSync(
      join(place, 'page.html'),
      '<h1>Pain</h1><p>It rises.<sup>1</sup></p><h2>References</h2><ol><li>https://pubmed.ncbi.nlm.nih.gov/1/</li></ol>',
    );
    const { code, err } = clinicalContent('import', 'page.html', '-o', 'imported');
    assert.equal(code, 0, err);
    assert.ok(existsSync(join(place, 'imported', 'page.md')));
  });

  it('starts a language server that answers', async () => {
    const bin = join(place, 'node_modules', '.bin', 'clinical-content');
    const server = spawn(bin, ['lsp', '--stdio'], { cwd: place, stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const gone = new Promise((resolve) => server.once('exit', resolve));
    try {
      connection.listen();
      const result: { capabilities: object } = await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      assert.ok('hoverProvider' in result.capabilities);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await gone, 0);
    } finally {
      connection.dispose();
      server.kill();
    }
  });

  it('has the schemas, the licences and nothing of the workshop', () => {
    const schemas = (folder: string) => readdirSync(join(folder, 'schemas')).sort();
    assert.deepEqual(schemas(installed), schemas(ROOT));
    assert.deepEqual(readdirSync(installed).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
      'schemas',
      'snippets',
    ]);
    assert.deepEqual(
      readdirSync(join(installed, 'dist')).filter((name) => !/\.js$|^THIRD-PARTY-NOTICES\.txt$/.test(name)),
      [],
    );
  });

  it('asks for no other package and runs nothing while it is installed', () => {
    const { dependencies, scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    assert.equal(dependencies, undefined);
    assert.deepEqual(
      Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^(?:pre|post)prepare$/.test(name)),
      [],
    );
  });

  it('holds the same files as the extension', () => {
    const list = run(ROOT, process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies']);
    const inExtension = list.out.trim().split('\n').sort();
    const inPackage = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
      .sort();
    assert.deepEqual(inExtension, inPackage);
  });
});
