// How does a test reach a file of the fixture workspace in the editor, and what the editor knows of it?
import * as vscode from 'vscode';
import { until } from './until';

/** The address of a file, by its path in the workspace. */
export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No workspace is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor, as its author would. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)));
}

/** The position right behind the first occurrence of a text. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in ${document.uri.path}.`);
  return document.positionAt(at + text.length);
}

/** Our finding of one rule in a file, once it is there. */
export function findingOf(path: string, rule: string): Promise<vscode.Diagnostic> {
  return until(`${rule} is reported in ${path}`, () =>
    vscode.languages.getDiagnostics(fileUri(path)).find((one) => codeOf(one) === rule),
  );
}

/** The rule that a diagnostic comes from. */
export function codeOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : code?.toString();
}

/** Undoes what a test has done to a file, so that the next one finds it as it was. */
export async function restore(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
