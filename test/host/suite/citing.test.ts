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

  it('lets a numbered article cite by keys, with its list in a new file, and takes that back', async () => {
    // A DOI of its own: the list that the import before made may still be known.
    const article = fileUri('articles/numbered.md');
    const list = fileUri('articles/numbered.references.yaml');
    const text =
      '---\nkind: article\ntitle: A walk\nreviewed: 2099-01-01\n---\n\nWalking helps sleep[1].\n\n## References\n\n1. https://doi.org/10.5555/stroll\n';
    await vscode.workspace.fs.writeFile(article, new TextEncoder().encode(text));
    try {
      const { document } = await openFile('articles/numbered.md');
      const at = behind(document, 'sleep[');
      const action = await until('the change is offered', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          article,
          new vscode.Range(at, at),
          vscode.CodeActionKind.Refactor.value,
        );
        return found.find((one) => one.title.startsWith('Cite by keys'));
      });
      assert.ok(action.edit);
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.match(
        document.getText(),
        /bibliography: numbered\.references\.yaml\n---\n\nWalking helps sleep \[@doi-10\.5555-stroll\]\.\n$/,
      );
      const made = await vscode.workspace.openTextDocument(list);
      assert.match(made.getText(), /\nreferences:\n {2}- id: doi-10\.5555-stroll\n/);
      await openFile('articles/numbered.md');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.saveAll');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const uri of [article, list]) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
    }
  });
});
