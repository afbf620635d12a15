// Does the editor help an author who writes: hovers, proposals, navigation, renaming, snippets?
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, fileUri, findingOf, openFile, restore } from './editor';
import { until } from './until';

const ARTICLE = 'articles/chronic-pain.md';

async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Types a text behind another one and asks for proposals there. */
async function proposalsAfter(
  editor: vscode.TextEditor,
  anchor: string,
  typed: string,
): Promise<vscode.CompletionItem[]> {
  const at = behind(editor.document, anchor);
  await editor.edit((edit) => edit.insert(at, typed));
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    at.translate(0, typed.length),
  );
  return items;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('writing', () => {
  before(async () => {
    // The repository has been read once what needs all of it is known.
    await findingOf('articles/with-problems.md', 'unresolved-citation');
  });

  it('shows a reference under the mouse', async () => {
    const { document } = await openFile(ARTICLE);
    const text = await hoverText(document.uri, behind(document, '@example'));
    assert.match(text, /Example A\. An invented paper/);
    assert.match(text, /https:\/\/doi\.org\/10\.5555\/12345678/);
  });

  it('explains a cytokine under the mouse', async () => {
    const { document } = await openFile('articles/with-problems.md');
    assert.match(await hoverText(document.uri, behind(document, 'TNF')), /\*\*TNF-α\*\*/);
  });

  it('proposes a citation by author and title', async () => {
    const editor = await openFile(ARTICLE);
    const items = await proposalsAfter(editor, 'more sensitive', ' [@sample mast');
    assert.ok(items.map(labelOf).includes('second-2022'), items.map(labelOf).join(', '));
    await restore(editor);
  });

  it('proposes a cytokine by another name', async () => {
    const editor = await openFile(ARTICLE);
    const items = await proposalsAfter(editor, 'Immune cells', ' tnfa');
    assert.ok(items.map(labelOf).includes('TNF-α'), items.map(labelOf).join(', '));
    await restore(editor);
  });

  it('proposes an id in front matter', async () => {
    const editor = await openFile(ARTICLE);
    const items = await proposalsAfter(editor, 'conditions: [fibromyalgia', ', with');
    assert.ok(items.map(labelOf).includes('with-problems'), items.map(labelOf).join(', '));
    await restore(editor);
  });

  it('leads from a citation to its entry', async () => {
    const { document } = await openFile(ARTICLE);
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      behind(document, '@example'),
    );
    assert.deepEqual(
      links.map((one) => one.targetUri.path),
      [fileUri('references/references.yaml').path],
    );
  });

  it('renames a citation key in every file', async () => {
    const { document } = await openFile(ARTICLE);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      behind(document, '@example'),
      'example-2021b',
    );
    const files = edit.entries().map(([uri]) => uri.path.replace(/.*\/workspace\//, ''));
    assert.equal(files.length, 4, files.join(', '));
  });

  it('says why something cannot be renamed', async () => {
    const { document } = await openFile('articles/with-problems.md');
    const rename = vscode.commands.executeCommand('vscode.prepareRename', document.uri, behind(document, 'kind: art'));
    await assert.rejects(Promise.resolve(rename), /nothing to rename here/i);
  });

  it('expands a snippet', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.insertSnippet', { name: 'Condition', langId: 'yaml' });
    await until('the record is there', () => document.getText().startsWith('kind: condition'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
