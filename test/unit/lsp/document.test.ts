import assert from 'node:assert/strict';
import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Affected } from '../../../server/src/lsp/affected';
import { Documents } from '../../../server/src/lsp/document';
import { nodeWorld } from '../../../server/src/lsp/node/world';
import { Workspace } from '../../../server/src/lsp/workspace';
import { parseFixture } from '../fixture';

const ARTICLE = '---\nkind: article\nid: a\ntitle: T\nreviewed: 2099-01-01\n---\n\nPain [@smith-2021].\n';
const REFERENCES = 'references:\n  - id: smith-2021\n    type: book\n    title: T\n    ISBN: 9780306406157\n';
const REPOSITORY = `
-- clinical-content.yaml --
language: en-GB
-- r.yaml --
${REFERENCES}
-- a.md --
${ARTICLE}`;

/** Documents in a folder that has been read. */
async function opened(source = REPOSITORY) {
  const { files } = parseFixture(source);
  const absolute = new Map([...files].map(([path, text]) => [`/work/${path}`, text]));
  const workspace = new Workspace({
    style: nodeWorld.style,
    timers: nodeWorld.timers,
    today: () => '2026-01-15',
    host: {
      list: async () => [...absolute.keys()],
      lists: async () => true,
      exists: async (path) => absolute.has(path),
      read: async (path) => ({ text: absolute.get(path) ?? '', writable: true }),
    },
  });
  const texts = new Map<string, TextDocument>();
  // Of the library's class, only what a map of texts has too is used.
  const documents = new Documents(texts as unknown as TextDocuments<TextDocument>, workspace);
  const folder = workspace.addFolder('/work');
  await folder.read({ overlay: (path) => documents.overlay(path), progress: () => {} });
  let version = 0;
  const change = (path: string, text: string, name = path) => {
    const uri = path.includes(':') ? path : `file:///work/${name}`;
    texts.set(uri, TextDocument.create(uri, path.endsWith('.md') ? 'markdown' : 'yaml', ++version, text));
    return documents.sync(uri);
  };
  const close = (name: string) => {
    texts.delete(`file:///work/${name}`);
    return documents.close(`file:///work/${name}`);
  };
  return { workspace, documents, folder, files, change, close };
}

const pathsOf = ({ files }: Affected) => files.flatMap(({ paths }) => [...paths]).sort();

describe('open documents', () => {
  it('concern nobody when they are opened as they are on disk', async () => {
    const { change, files } = await opened();
    const { document, affected } = change('r.yaml', files.get('r.yaml') ?? '');
    assert.equal(document?.path, 'r.yaml');
    assert.deepEqual(affected, { files: [], folders: [] });
  });

  it('tell whom a change concerns, once', async () => {
    const { change, documents } = await opened();
    const { affected } = change('r.yaml', REFERENCES.replace('smith', 'smyth'));
    assert.deepEqual(pathsOf(affected), ['a.md', 'r.yaml']);
    assert.deepEqual(pathsOf(documents.sync('file:///work/r.yaml').affected), []);
  });

  it('tell which folder to read again when its configuration is edited', async () => {
    const { change, folder, files } = await opened();
    const before = files.get('clinical-content.yaml') ?? '';
    assert.deepEqual(change('clinical-content.yaml', before).affected.folders, []);
    assert.deepEqual(change('clinical-content.yaml', before.replace('GB', 'US')).affected.folders, [folder]);
  });

  it('are read again when the project they belong to has been', async () => {
    const { change, documents, folder, files } = await opened();
    const { document } = change('a.md', files.get('a.md') ?? '');
    assert.equal(documents.sync('file:///work/a.md').document, document);
    await folder.read({ overlay: (path) => documents.overlay(path), progress: () => {} });
    const again = documents.sync('file:///work/a.md').document;
    assert.notEqual(again, document);
    assert.equal(again?.state, folder.states[0]);
  });

  it('leave the text of another address of the same file when one is closed', async () => {
    const { change, close, documents } = await opened();
    change('a.md', ARTICLE.replace('smith', 'first'));
    change('a.md', ARTICLE.replace('smith', 'second'), '%61.md');
    assert.match(documents.at('/work/a.md')?.file.text ?? '', /second/);
    const { document, affected } = close('%61.md');
    assert.match(document?.file.text ?? '', /second/);
    assert.deepEqual(pathsOf(affected), ['a.md']);
    assert.match(documents.at('/work/a.md')?.file.text ?? '', /first/);
    close('a.md');
    assert.equal(documents.at('/work/a.md'), undefined);
  });

  it('have a project and an address of their own outside all folders', async () => {
    const { change, workspace } = await opened();
    const { document } = change('untitled:Untitled-1', 'kind: condition\n');
    assert.ok(document);
    assert.deepEqual([document.path, document.state.root], ['Untitled-1.yaml', undefined]);
    assert.equal(workspace.addressOf(document.state, document.path), 'untitled:Untitled-1');
  });

  it('are not there before they are opened', async () => {
    const { documents } = await opened();
    assert.deepEqual(documents.sync('file:///work/a.md'), {
      document: undefined,
      affected: { files: [], folders: [] },
    });
  });
});
