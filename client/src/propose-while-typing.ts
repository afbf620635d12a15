// When does the editor propose mediators by itself? Once a word in an article begins like one: editors ask for nothing in Markdown.

import * as vscode from 'vscode';

/** Beginnings that hardly any other word has, then a letter, a digit or a hyphen. */
const BEGINNING =
  /(?:^|[^\p{L}\p{N}-])(?:il-?\d|tnf-?[\p{L}]?|ifn|tgf|ccl-?\d|cxcl?-?\d|cx3c|mcp-?\d|mip-?\d|ngf|bdnf|gdnf|vegf|csf|gm-?csf|interleukin|interfero|chemokin|prostagl|bradyki)[\p{L}\p{N}-]*$/iu;

/** Asks for proposals as soon as a mediator's name is begun; nothing for any other word. */
export function proposeWhileTyping(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || change.text.length !== 1 || editor?.document !== document) return;
    if (document.languageId !== 'markdown' || !isWanted(document)) return;
    const line = document.lineAt(change.range.start.line).text.slice(0, change.range.start.character + 1);
    if (BEGINNING.test(line)) void vscode.commands.executeCommand('editor.action.triggerSuggest');
  });
}

function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('clinicalContent.completion', document);
  return settings.get('proposeWhileTyping', true) && settings.get('mediatorsInProse', true);
}
