// Does the bundled server keep its promises to an editor, over standard input and output?

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { CompletionList, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-types';
import { Editor, type EditorOptions } from './editor';

const RECORD = 'kind: condition\nid: x\nname: X\nevidence: [smith-2021]\n';
const ARTICLE = '---\nkind: article\nid: a\ntitle: T\nreviewed: 2099-01-01\n---\n\nPain [@smith-2021].\n';
const REPOSITORY = `
-- r.yaml --
references:
  - id: smith-2021
    type: book
    title: A book about pain
    author: [{family: Smith, given: Jane}]
    ISBN: 9780306406157
-- x.yaml --
${RECORD}
-- a.md --
${ARTICLE}`;

const PULL: EditorOptions = {
  capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
};

describe('the server', function () {
  this.timeout(20_000);
  let editor: Editor | undefined;
  const start = async (source = REPOSITORY, options?: EditorOptions): Promise<Editor> => {
    editor = await Editor.start(source, options);
    return editor;
  };
  afterEach(() => {
    editor?.kill();
    editor = undefined;
  });

  it('says what it can do, and ends well', async () => {
    const server = await start();
    for (const name of ['hoverProvider', 'renameProvider', 'completionProvider', 'codeActionProvider'])
      assert.ok(server.capabilities[name], name);
    assert.equal(server.capabilities.diagnosticProvider, undefined);
    assert.equal(await server.end(), 0);
  });

  it('is what the command line starts as well', async () => {
    const server = await start(REPOSITORY, { program: [join(process.cwd(), 'dist', 'cli.js'), 'lsp', '--stdio'] });
    assert.ok(server.capabilities.hoverProvider);
    assert.equal(await server.end(), 0);
  });

  it('shows findings of an open file, and follows edits inside it', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    await server.shows('a.md');
    await server.edit('a.md', 'smith', 'smyth');
    await server.shows('a.md', 'unresolved-citation');
    assert.match(server.messages('a.md')[0] ?? '', /smith-2021/);
    await server.edit('a.md', 'smyth', 'smith');
    await server.shows('a.md');
  });

  it('shows findings of files that are not open, and withdraws them', async () => {
    const server = await start(REPOSITORY.replace('name: X', 'nmae: X'));
    await server.shows('x.yaml', 'missing-key', 'unknown-key');
    await server.open(
      'r.yaml',
      'references:\n  - id: other-2020\n    type: book\n    title: T\n    ISBN: 9780306406157\n',
    );
    await server.shows('x.yaml', 'missing-key', 'unknown-key', 'unresolved-citation');
    await server.shows('a.md', 'unresolved-citation');
    await server.close('r.yaml');
    await server.shows('x.yaml', 'missing-key', 'unknown-key');
    await server.shows('a.md');
  });

  it('keeps to open files when it is told to', async () => {
    let scope = 'openFiles';
    const server = await start(REPOSITORY.replace('name: X', 'nmae: X'), {
      capabilities: { workspace: { configuration: true } },
      settings: () => ({ diagnostics: { scope } }),
    });
    await server.until(
      'the files are read',
      () => server.requests.filter((one) => one === 'clinicalContent/status').length > 1,
    );
    assert.equal(server.rules('x.yaml') ?? '', '');
    scope = 'workspace';
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.shows('x.yaml', 'missing-key', 'unknown-key');
  });

  it('answers while files are being read', async () => {
    const many = Array.from({ length: 400 }, (_, i) => `-- m${i}.yaml --\nkind: cell\nid: cell-${i}\nname: C\n`).join(
      '',
    );
    const server = await start(REPOSITORY + many);
    await server.open('x.yaml', RECORD.replace('name', 'nmae'));
    // What needs no other file is shown at once; nothing is called missing before everything is known.
    await server.until('the first findings', () => server.rules('x.yaml') !== undefined);
    assert.ok(!server.rules('x.yaml')?.includes('unresolved-citation'));
    await server.shows('x.yaml', 'missing-key', 'unknown-key');
  });

  it('renames a key in open and closed files', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    await server.shows('a.md');
    const position = server.behind('a.md', '@smi');
    const textDocument = { uri: server.uri('a.md') };
    const { changes } = await server.request<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position,
      newName: 'smith-2021b',
    });
    assert.deepEqual(
      Object.keys(changes ?? {}).sort(),
      ['a.md', 'r.yaml', 'x.yaml'].map((path) => server.uri(path)),
    );
    await server.edit('a.md', 'smith-2021', 'smith-2021b');
    await server.shows('a.md', 'unresolved-citation');
    await server.open(
      'r.yaml',
      'references:\n  - id: smith-2021b\n    type: book\n    title: T\n    ISBN: 9780306406157\n',
    );
    await server.shows('a.md');
  });

  it('refuses a bad name with a sentence', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    await server.shows('a.md');
    const params = {
      textDocument: { uri: server.uri('a.md') },
      position: server.behind('a.md', '@smi'),
      newName: 'no good',
    };
    await assert.rejects(server.request('textDocument/rename', params), /cannot be a citation key/);
  });

  it('completes and explains', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    await server.shows('a.md');
    await server.edit('a.md', '@smith-2021', '@jane');
    const textDocument = { uri: server.uri('a.md') };
    await server.edit('a.md', '@jane', '@smi book');
    const list = await server.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: server.behind('a.md', '@smi book'),
    });
    assert.deepEqual(
      list.items.map((one) => one.label),
      ['smith-2021'],
    );
    const item = await server.request<{ documentation: { value: string } }>('completionItem/resolve', list.items[0]);
    assert.match(item.documentation.value, /Smith J\. A book about pain/);
  });

  it('honours cancellation', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: server.uri('a.md') }, position: { line: 7, character: 8 } };
    const answer = server.raw.sendRequest('textDocument/hover', params, source.token);
    source.cancel();
    await assert.rejects(answer, (error: { code: number }) => error.code === -32800);
  });

  it('survives broken requests and unknown files', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    await server.shows('a.md');
    for (const params of [
      null,
      {},
      { textDocument: 7 },
      { textDocument: { uri: 'a b:%' }, position: { line: -1 } },
      [1, 2],
    ]) {
      const answer = await server.request('textDocument/hover', params).catch((error: Error) => error);
      assert.ok(answer === null || answer instanceof Error);
    }
    await server.notify('textDocument/didChange', {
      textDocument: { uri: server.uri('never.md'), version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await server.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'untitled:x', type: 1 },
        { uri: server.uri('never.md'), type: 2 },
      ],
    });
    const unknown = { textDocument: { uri: server.uri('never.md') }, position: { line: 0, character: 0 } };
    assert.equal(await server.request('textDocument/hover', unknown), null);
    const known = { textDocument: { uri: server.uri('a.md') }, position: server.behind('a.md', '@smi') };
    assert.ok(await server.request<Hover>('textDocument/hover', known));
  });

  it('follows files that change, appear and go on disk', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE);
    await server.shows('a.md');
    const event = (path: string, type: number) =>
      server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: server.uri(path), type }] });
    server.remove('r.yaml');
    await event('r.yaml', 3);
    await server.shows('a.md', 'unresolved-citation');
    server.write('refs/new.bib', '@book{smith-2021, title = {T}, isbn = {9780306406157}}\n');
    await event('refs/new.bib', 1);
    await server.shows('a.md');
    server.write('refs/new.bib', '@book{other, title = {T}, isbn = {9780306406157}}\n');
    await event('refs/new.bib', 2);
    await server.shows('a.md', 'unresolved-citation');
    server.write('.gitignore', 'ignored/\n');
    server.write('ignored/more.bib', '@book{smith-2021, title = {T}}\n');
    await event('ignored/more.bib', 1);
    server.write('refs/new.bib', '@book{smith-2021, title = {T}, isbn = {9780306406157}}\n');
    server.remove('refs');
    await event('refs', 3);
    await server.shows('a.md', 'unresolved-citation');
  });

  it('reads the configuration again when it changes', async () => {
    const server = await start(
      `-- clinical-content.yaml --\nlanguage: en-GB\n${REPOSITORY.replace('@smith', '@smyth')}`,
    );
    await server.shows('a.md', 'unresolved-citation');
    await server.open('clinical-content.yaml', 'language: en-GB\n');
    await server.edit('clinical-content.yaml', 'en-GB', 'en-GB\nrules:\n  unresolved-citation: off');
    await server.shows('a.md');
    server.write('clinical-content.yaml', 'ignore: [x.yaml]\n');
    await server.close('clinical-content.yaml');
    await server.shows('a.md', 'unresolved-citation');
  });

  it('keeps nested projects and folders apart', async () => {
    const source = `
-- one/clinical-content.yaml --
language: en-GB
-- one/r.bib --
@book{smith-2021, title = {T}, isbn = {9780306406157}}
-- one/a.md --
${ARTICLE}
-- one/nested/clinical-content.yaml --
language: en-GB
-- one/nested/a.md --
${ARTICLE}
-- two/a.md --
${ARTICLE}`;
    const server = await start(source, {
      folders: ['one', 'two'],
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await server.shows('one/nested/a.md', 'unresolved-citation');
    await server.shows('two/a.md', 'unresolved-citation');
    assert.equal((server.rules('one/a.md') ?? []).includes('unresolved-citation'), false);
    await server.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: server.uri('two'), name: 'two' }] },
    });
    await server.shows('two/a.md');
  });

  it('lets an editor ask for diagnostics, and tells it when to ask again', async () => {
    const server = await start(REPOSITORY, PULL);
    assert.ok(server.capabilities.diagnosticProvider);
    await server.open('a.md', ARTICLE);
    const ask = async () => {
      const report = await server.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
        textDocument: { uri: server.uri('a.md') },
      });
      return report.items.map((one) => one.code);
    };
    assert.deepEqual(await ask(), []);
    const told = () => server.requests.filter((one) => one === 'workspace/diagnostic/refresh').length;
    const before = told();
    await server.request('clinicalContent/checkWorkspace', null);
    await server.open('r.yaml', 'references: []\n');
    await server.until('it is told to ask again', () => told() > before);
    assert.deepEqual(await ask(), ['unresolved-citation']);
    assert.equal(server.rules('a.md') ?? '', '');
    const unknown = await server.request<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: 'file:///nowhere.md' },
    });
    assert.deepEqual(unknown.items, []);
  });

  it('checks the whole workspace when asked', async () => {
    const server = await start(REPOSITORY.replace('@smith', '@smyth'));
    const result = await server.request<{ files: number; errors: number }>('clinicalContent/checkWorkspace', null);
    assert.deepEqual([result.files, result.errors], [3, 1]);
  });

  it('answers its own questions as it answers all others: without params, cancelled, broken', async () => {
    const server = await start(REPOSITORY, PULL);
    const method = 'clinicalContent/checkWorkspace';
    assert.equal((await server.raw.sendRequest<{ files: number }>(method)).files, 3);
    // The answer may be on its way already: it is asked until the cancellation comes first.
    const codes = new Set<number | undefined>();
    for (let i = 0; i < 200 && !codes.has(-32800); i++) {
      const source = new CancellationTokenSource();
      const answer = server.raw.sendRequest(method, null, source.token);
      source.cancel();
      codes.add(await answer.then(() => undefined).catch((error: { code: number }) => error.code));
    }
    assert.ok(codes.has(-32800));
    codes.delete(undefined);
    assert.deepEqual([...codes], [-32800]);
    assert.equal(await server.request('clinicalContent/citationForLink', null), null);
    assert.match(server.complaints.join(), /citationForLink failed: TypeError/);
    // An editor that keeps what it shows needs an error here, and no empty list.
    await assert.rejects(
      server.request('textDocument/diagnostic', null),
      (error: { code: number }) => error.code === -32603,
    );
    assert.match(server.complaints.join(), /diagnostic failed: TypeError/);
    const nowhere = await server.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri: 7 } });
    assert.deepEqual(nowhere.items, []);
  });

  it('helps with a document that is no file yet', async () => {
    const server = await start();
    const textDocument = {
      uri: 'untitled:Untitled-1',
      languageId: 'markdown',
      version: 1,
      text: '---\nkind: article\naudience: patient\n---\n',
    };
    await server.notify('textDocument/didOpen', { textDocument });
    const hover = await server.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 2, character: 3 },
    });
    assert.match(JSON.stringify(hover.contents), /audience/);
  });

  it('lives on when an editor opens a document without a text', async () => {
    const server = await start();
    const document = { uri: server.uri('broken.md'), languageId: 'markdown', version: 1 };
    await server.notify('textDocument/didOpen', { textDocument: document });
    await server.notify('textDocument/didOpen', { textDocument: { ...document, uri: null, text: 'x' } });
    await server.open('a.md', ARTICLE.replace('smith', 'smyth'));
    await server.shows('a.md', 'unresolved-citation');
    assert.equal(await server.end(), 0);
  });

  describe('beside a cache of the command line', () => {
    const CACHE = '.clinical-content-cache';
    const check = (root: string) => {
      const old = new Date(1_700_000_000_000);
      for (const name of ['a.md', 'r.yaml', 'x.yaml']) utimesSync(join(root, name), old, old);
      spawnSync(process.execPath, [join(process.cwd(), 'dist', 'cli.js'), 'check', '--cache'], { cwd: root });
      assert.ok(existsSync(join(root, CACHE)));
    };
    const definition = async (server: Editor) => {
      const [place] = await server.request<Location[]>('textDocument/definition', {
        textDocument: { uri: server.uri('a.md') },
        position: { line: 7, character: 10 },
      });
      return place && `${place.uri.slice(server.uri('').length).replace(/^\//, '')}:${place.range.start.line}`;
    };

    it('begins with it, and finds places in files that it has not read', async () => {
      const server = await start(REPOSITORY, { before: check });
      await server.open('a.md', ARTICLE);
      await server.shows('a.md');
      assert.equal(await definition(server), 'r.yaml:1');
      await server.edit('a.md', 'smith', 'smyth');
      await server.shows('a.md', 'unresolved-citation');
    });

    it('sees what has changed since, while it was not running and later', async () => {
      const server = await start(REPOSITORY, {
        before(root) {
          check(root);
          const text = readFileSync(join(root, 'r.yaml'), 'utf8');
          writeFileSync(join(root, 'r.yaml'), text.replace('references:', '# Books\n\nreferences:'));
        },
      });
      await server.open('a.md', ARTICLE);
      await server.shows('a.md');
      assert.equal(await definition(server), 'r.yaml:3');
      server.write('r.yaml', 'references:\n  - id: jones-2020\n    type: book\n    title: Another\n');
      await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: server.uri('r.yaml'), type: 2 }] });
      await server.shows('a.md', 'unresolved-citation');
    });

    it('puts a cache aside that says what cannot be', async () => {
      const server = await start(REPOSITORY, {
        before(root) {
          check(root);
          const bytes = readFileSync(join(root, CACHE));
          const text = bytes.toString('latin1').replaceAll('"files":[{', '"files":[7,{');
          writeFileSync(join(root, CACHE), Buffer.from(text, 'latin1'));
        },
      });
      await server.open('a.md', ARTICLE);
      await server.shows('a.md');
      assert.equal(await definition(server), 'r.yaml:1');
    });
  });

  it('looks at the new text when an editor changes it and keeps its version', async () => {
    const server = await start();
    await server.open('a.md', ARTICLE.replace('smith', 'smyth'));
    await server.shows('a.md', 'unresolved-citation');
    await server.notify('textDocument/didChange', {
      textDocument: { uri: server.uri('a.md'), version: 1 },
      contentChanges: [{ text: ARTICLE }],
    });
    await server.shows('a.md');
  });
});
