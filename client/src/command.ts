// What does each command do?

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { CHECK_WORKSPACE_METHOD, type CheckWorkspaceResult, FIX_ALL_KIND } from '../../server/src/lsp/protocol';
import { COMMAND_TABLE, type CommandId } from './command-table';
import { importArticle } from './import-article';

/** Registers every command of the table. */
export function registerCommands(client: LanguageClient, extension: vscode.Uri): vscode.Disposable {
  const actions: Readonly<Record<CommandId, (...args: unknown[]) => unknown>> = {
    'clinicalContent.checkWorkspace': () => checkWorkspace(client),
    'clinicalContent.fixFile': fixFile,
    'clinicalContent.importArticle': (file) =>
      importArticle(extension, client.outputChannel, file instanceof vscode.Uri ? file : undefined),
    'clinicalContent.showOutput': () => client.outputChannel.show(),
    'clinicalContent.restart': () => client.restart(),
  };
  return vscode.Disposable.from(
    ...COMMAND_TABLE.map(({ id }) => vscode.commands.registerCommand(id, (...args: unknown[]) => actions[id](...args))),
  );
}

async function checkWorkspace(client: LanguageClient): Promise<void> {
  const options = { location: vscode.ProgressLocation.Window, title: 'Clinical Content: checking all files' };
  const result = await vscode.window.withProgress(options, () =>
    client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_METHOD),
  );
  const { files, errors, warnings, others } = result;
  if (files === 0) {
    void vscode.window.showInformationMessage(
      'Clinical Content found no articles, records or references in this workspace.',
    );
    return;
  }
  const counts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(others, 'remark')].filter(Boolean);
  const found = counts.length > 0 ? counts.join(', ') : 'no problems';
  if (counts.length > 0) void vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(`Checked ${counted(files, 'file')}: ${found}.`);
}

function counted(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Asks the server, applies its answer, and says so when there is nothing to do. */
async function fixFile(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    FIX_ALL_KIND,
  );
  const edit = actions.find((one) => one.kind?.value === FIX_ALL_KIND)?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage('Nothing in this file can be fixed automatically.');
}
