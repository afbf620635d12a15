// Does the bundled server hold out against an editor that does what none should?

import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { HOSTILE_INPUTS } from '../bench/hostile-input';
import { Editor } from './editor';

const ARTICLE = '---\nkind: article\nid: a\ntitle: T\nreviewed: 2099-01-01\n---\n\nPain [@nobody-1999].\n';

describe('the server, asked what no editor asks', function () {
  this.timeout(20_000);
  let editor: Editor | undefined;
  afterEach(() => {
    editor?.kill();
    editor = undefined;
  });

  it('answers no question before the hello and after the goodbye, and all between', async () => {
    const server = Editor.silent(`-- a.md --\n${ARTICLE}`);
    editor = server;
    const ask = () =>
      server
        .request('textDocument/documentSymbol', { textDocument: { uri: server.uri('a.md') } })
        .then(() => 'answered')
        .catch((error: { code: number }) => error.code);
    const check = () =>
      server
        .request('clinicalContent/checkWorkspace', null)
        .then(() => 'answered')
        .catch((error: { code: number }) => error.code);
    assert.deepEqual([await ask(), await check()], [-32002, -32002]);
    await server.hello();
    assert.deepEqual([await ask(), await check()], ['answered', 'answered']);
    await server.request('shutdown', null);
    assert.deepEqual([await ask(), await check()], [-32600, -32600]);
  });

  it('keeps the text of a file that is open under two addresses when one of them is closed', async () => {
    const server = await Editor.start(`-- a.md --\n${ARTICLE}`);
    editor = server;
    const twin = server.uri('a.md').replace('a.md', '%61.md');
    const document = { languageId: 'markdown', version: 1 };
    await server.notify('textDocument/didOpen', {
      textDocument: { ...document, uri: server.uri('a.md'), text: ARTICLE.replace('nobody-1999', 'first-1999') },
    });
    await server.notify('textDocument/didOpen', {
      textDocument: { ...document, uri: twin, text: ARTICLE.replace('nobody-1999', 'second-1999') },
    });
    await server.until('the second is shown', () => server.messagesAt(twin).join().includes('second-1999'));
    await server.notify('textDocument/didClose', { textDocument: { uri: twin } });
    await server.until('it is withdrawn', () => server.messagesAt(twin).length === 0);
    await server.request('clinicalContent/checkWorkspace', null);
    assert.match(server.messages('a.md').join(), /first-1999/);
    await server.notify('textDocument/didChange', {
      textDocument: { uri: server.uri('a.md'), version: 2 },
      contentChanges: [{ text: ARTICLE.replace('nobody-1999', 'third-1999') }],
    });
    await server.until('the edit is shown', () => server.messages('a.md').join().includes('third-1999'));
    await server.close('a.md');
    await server.until('the text on the disk counts', () => server.messages('a.md').join().includes('nobody-1999'));
  });

  it('tells what is wrong with each text that was made to be slow, and answers about the next file', async () => {
    const server = await Editor.start('');
    editor = server;
    for (const { size, files } of HOSTILE_INPUTS) {
      for (const [path, text] of Object.entries(files(Math.ceil(size / 20))).slice(0, 3)) {
        if (path.endsWith('.json')) continue;
        await server.open(path, text);
        const textDocument = { uri: server.uri(path) };
        const position = { line: 4, character: 3 };
        for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'inlayHint'])
          await server.request(`textDocument/${method}`, {
            textDocument,
            range: { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } },
          });
        for (const method of ['hover', 'completion', 'definition', 'documentHighlight', 'references'])
          await server.request(`textDocument/${method}`, {
            textDocument,
            position,
            context: { includeDeclaration: true, triggerKind: 1 },
          });
        await server.request('textDocument/codeAction', {
          textDocument,
          range: { start: position, end: position },
          context: { diagnostics: [] as Diagnostic[] },
        });
        await server.close(path);
      }
    }
    await server.open('last.md', ARTICLE);
    await server.shows('last.md', 'unresolved-citation');
    assert.deepEqual(server.complaints, []);
  });
});
