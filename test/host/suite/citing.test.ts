// Does the editor say who is cited and how often, and bring in what was written elsewhere?
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, fileUri, findingOf, openFile, restore } from './editor';
import { until } from './until';

const ARTICLE = 'articles/chronic-pain.md';
const REFERENCES = 'references/references.yaml';

describe('citing', () => {
  before(async () => {
    await findingOf('articles/with-problems.md', 'unresolved-citation');
  });

  it('says above each reference how often it is cited', async () => {
    await openFile(REFERENCES);
    const lenses = await until('the lenses have their text', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        fileUri(REFERENCES),
        10,
      );
      return found.length >= 2 && found.every((lens) => lens.command) ? found : undefined;
    });
    for (const { command } of lenses)
      assert.match(command?.title ?? '', /^(?:Cited \d+ times?(?: in \d+ \w+)?|Not cited)$/);
    const cited = lenses.find((lens) => lens.command?.title.startsWith('Cited'));
    assert.ok(cited?.command);
    // The command is registered and takes what the lens carries.
    await vscode.commands.executeCommand(cited.command.command, ...(cited.command.arguments ?? []));
  });

  it('names the paper behind an identifier', async () => {
    const editor = await openFile(ARTICLE);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\nAn example [@doi:10.5555/12345678].\n'));
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const [hint] = await until('the hint is there', async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        editor.document.uri,
        whole,
      );
      return hints.length > 0 ? hints : undefined;
    });
    assert.equal(hint?.label, 'Example 2021');
    assert.deepEqual(hint?.position, behind(editor.document, '10.5555/12345678'));
    await restore(editor);
  });

  it('imports an article with numbered sources and opens what became of it', async () => {
    const source = fileUri('imported.txt');
    const text =
      'A WALK\n\nWalking helps sleep.[1][2]\n\nReferences\n\n1. https://doi.org/10.5555/walk\n2. https://pubmed.ncbi.nlm.nih.gov/99999998/\n';
    await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(text));
    try {
      await vscode.commands.executeCommand('clinicalContent.importArticle', source);
      const { document } = vscode.window.activeTextEditor ?? {};
      assert.equal(document?.uri.path, fileUri('imported.md').path);
      assert.match(document?.getText() ?? '', /Walking helps sleep\.\[@doi-10\.5555-walk; @pmid-99999998\]/);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    } finally {
      for (const name of ['imported.txt', 'imported.md', 'imported.references.yaml'])
        await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => {});
    }
  });
});
