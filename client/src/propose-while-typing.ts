// When does the editor propose a mediator's right spelling by itself? Once the server has one: editors ask for nothing in Markdown.

import * as vscode from 'vscode';
import { type CompletionParams, CompletionRequest, type LanguageClient } from 'vscode-languageclient/node';

/** Ends of names that can be misspelt: a digit, perhaps with letters behind it, or a Greek letter as it is or as it is written. */
const END = /(?:\d\p{L}{0,5}|[α-ω]|(?:tnf|tgf|ifn)[- ]?\p{L}{1,8})$/iu;

/** Long enough that the server has heard of the letter, and that nothing opens under a hand that types on. */
const PAUSE_MS = 60;

/** Asks for proposals when there are some for the word just typed: a list that is opened in vain would show other words. */
export function proposeWhileTyping(client: LanguageClient): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || change.text.length !== 1 || editor?.document !== document) return;
    if (document.languageId !== 'markdown' || !isWanted(document)) return;
    const line = document.lineAt(change.range.start.line).text.slice(0, change.range.start.character + 1);
    if (!END.test(line)) return;
    const at = change.range.start.translate(0, 1);
    clearTimeout(timer);
    // A server that is ending answers nothing; nothing is lost then.
    timer = setTimeout(() => void propose(client, document, at).catch(() => {}), PAUSE_MS);
  });
  return vscode.Disposable.from(subscription, { dispose: () => clearTimeout(timer) });
}

async function propose(client: LanguageClient, document: vscode.TextDocument, at: vscode.Position): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || !editor.selection.active.isEqual(at)) return;
  const { version } = document;
  const converter = client.code2ProtocolConverter;
  const params: CompletionParams = {
    textDocument: converter.asTextDocumentIdentifier(document),
    position: converter.asPosition(at),
  };
  const answer = await client.sendRequest(CompletionRequest.type, params);
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  if (items.length === 0 || document.version !== version) return;
  if (vscode.window.activeTextEditor !== editor) return;
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}

function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('clinicalContent.completion', document);
  return settings.get('proposeWhileTyping', true) && settings.get('mediatorsInProse', true);
}
