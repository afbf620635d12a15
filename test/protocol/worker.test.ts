// Does the server run where nothing of Node is, in a browser's worker?

import assert from 'node:assert/strict';
import type { Diagnostic, Hover } from 'vscode-languageserver-types';
import { WorkerEditor, workerScript } from './worker-editor';

const ARTICLE = '---\nkind: article\nid: a\ntitle: T\nreviewed: 2099-01-01\n---\n\nPain [@smyth-2021].\n';
const URI = 'file:///work/a.md';

interface PublishDiagnosticsParams {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

describe('the server in a web worker', function () {
  this.timeout(20_000);
  let editor: WorkerEditor;
  const shows = async (uri: string, ...rules: readonly string[]) => {
    const codes = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.map((one) => String(one.code)).sort();
    const isIt = (params: PublishDiagnosticsParams) =>
      params.uri === uri && codes(params).join() === [...rules].sort().join();
    return editor.until('textDocument/publishDiagnostics', isIt);
  };

  before(async () => {
    editor = new WorkerEditor(await workerScript());
    const { capabilities } = await editor.request<{ capabilities: { hoverProvider: boolean } }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ name: 'work', uri: 'file:///work' }],
    });
    assert.ok(capabilities.hoverProvider);
    editor.notify('initialized', {});
  });

  for (const name of ['process', 'Buffer', 'require', 'setImmediate', 'module', 'global', '__dirname', 'fetch'])
    it(`has no ${name} there`, () => {
      assert.equal(editor.evaluate(`typeof ${name}`), 'undefined');
    });

  it('shows findings of files that it has read, when it is idle', async () => {
    await shows('file:///work/x.yaml', 'missing-key', 'unknown-key');
  });

  it('shows a wrong citation in an open article, and withdraws it when it is put right', async () => {
    editor.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text: ARTICLE },
    });
    const { version, diagnostics } = await shows(URI, 'unresolved-citation');
    assert.equal(version, 1);
    assert.match(String(diagnostics[0]?.message), /smith-2021/);
    editor.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: { line: 7, character: 9 }, end: { line: 7, character: 10 } }, text: 'i' }],
    });
    assert.equal((await shows(URI)).version, 2);
  });

  it('explains a citation', async () => {
    const { contents } = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 7, character: 10 },
    });
    assert.match(JSON.stringify(contents), /Smith J\. A book about pain/);
  });

  it('reads the folder again when its configuration is edited', async () => {
    editor.notify('textDocument/didOpen', {
      textDocument: { uri: 'file:///work/clinical-content.yaml', languageId: 'yaml', version: 1, text: '' },
    });
    editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///work/clinical-content.yaml', type: 1 }],
    });
    const statuses = () => editor.notifications.filter((one) => one.method === 'clinicalContent/status').length;
    const before = statuses();
    await editor.until('clinicalContent/status', () => statuses() > before + 1);
    const counts = await editor.request<{ files: number }>('clinicalContent/checkWorkspace', null);
    // Two in the folder, and two that are open.
    assert.equal(counts.files, 4);
  });

  it('says goodbye', async () => {
    assert.equal(await editor.request('shutdown', null), null);
    await assert.rejects(editor.request('clinicalContent/checkWorkspace', null), /shut down/);
  });
});
