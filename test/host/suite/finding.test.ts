// Does an author see problems where they are, and can put them right with a click?
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, codeOf, fileUri, findingOf, openFile, restore } from './editor';
import { until } from './until';

const ARTICLE = 'articles/with-problems.md';
const RECORD = 'conditions/with-problems.yaml';

async function actionsAt(path: string, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', fileUri(path), range);
}

describe('findings', () => {
  it('stand under a misspelt key of a record', async () => {
    const { document } = await openFile(RECORD);
    const found = await findingOf(RECORD, 'unknown-key');
    assert.equal(document.getText(found.range), 'nmae');
    assert.equal(found.source, 'Clinical Content');
  });

  it('stand under an unknown id in front matter', async () => {
    const { document } = await openFile(ARTICLE);
    const found = await findingOf(ARTICLE, 'unknown-entity');
    assert.equal(document.getText(found.range), 'fibromialgia');
  });

  it('stand under an unknown citation in prose', async () => {
    const { document } = await openFile(ARTICLE);
    const found = await findingOf(ARTICLE, 'unresolved-citation');
    assert.match(document.getText(found.range), /nobody-1999/);
  });

  it('are shown once for a file that was closed and is opened', async () => {
    await openFile(ARTICLE);
    await findingOf(ARTICLE, 'unresolved-citation');
    const found = vscode.languages.getDiagnostics(fileUri(ARTICLE)).map(codeOf);
    assert.equal(found.filter((code) => code === 'unresolved-citation').length, 1);
  });

  it('follow the author’s typing', async () => {
    const editor = await openFile(RECORD);
    await findingOf(RECORD, 'unknown-key');
    const at = behind(editor.document, 'nmae');
    await editor.edit((edit) => edit.replace(new vscode.Range(at.translate(0, -4), at), 'name'));
    await until('the finding is gone', () =>
      vscode.languages.getDiagnostics(fileUri(RECORD)).every((one) => codeOf(one) !== 'unknown-key'),
    );
    await restore(editor);
  });

  it('are put right by a quick fix', async () => {
    const editor = await openFile(ARTICLE);
    const found = await findingOf(ARTICLE, 'unknown-entity');
    const action = (await actionsAt(ARTICLE, found.range)).find((one) => one.title.includes('“fibromyalgia”'));
    assert.ok(action?.edit, 'no quick fix is offered');
    await vscode.workspace.applyEdit(action.edit);
    assert.match(editor.document.getText(), /conditions: \[fibromyalgia, fibromyalgia\]/);
    await restore(editor);
  });

  it('are put right together', async () => {
    const editor = await openFile(ARTICLE);
    await findingOf(ARTICLE, 'glued-citation');
    await vscode.commands.executeCommand('clinicalContent.fixFile');
    await until('both citations are set apart', () => editor.document.getText().includes('[@second-2022] Slowly.'));
    assert.match(editor.document.getText(), /\[@example-2021\] Then/);
    await restore(editor);
  });

  it('are listed for files that nobody has opened', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await findingOf(RECORD, 'unknown-key');
  });
});
