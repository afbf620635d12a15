// How does an article with numbered sources come in? The command line that the extension carries converts it; the result opens.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** What the command line can read. */
const FILTERS = { 'Articles and reference lists': ['txt', 'md', 'html', 'htm', 'docx', 'ris', 'nbib'] };
const LONGEST_MS = 120_000;

interface Imported {
  /** Files that were written, relative to the article's folder. */
  readonly written: string[];
  /** What the command line said: remarks, and a summary in the last line. */
  readonly remarks: string;
  readonly isDone: boolean;
}

async function chosen(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: 'Import an article with numbered sources',
    openLabel: 'Import',
    filters: FILTERS,
  });
  return files?.[0];
}

function runImport(extension: vscode.Uri, file: string): Promise<Imported> {
  const program = vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const options = {
    cwd: dirname(file),
    timeout: LONGEST_MS,
    maxBuffer: 64 * 1024 * 1024,
    // The editor's own program is Node when it is asked to be.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'import', file], options, (error, stdout, stderr) => {
      const written = stdout.split('\n').filter(Boolean);
      resolve({ written, remarks: stderr.trim(), isDone: error === null && written.length > 0 });
    });
  });
}

/** Imports a file, the one that is given or one that a person chooses, beside itself, and opens what became of it. */
export async function importArticle(
  extension: vscode.Uri,
  output: vscode.OutputChannel,
  given: vscode.Uri | undefined,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showErrorMessage('An import writes files. Trust this workspace first, then import again.');
    return;
  }
  const file = given ?? (await chosen());
  if (!file) return;
  if (file.scheme !== 'file') {
    void vscode.window.showErrorMessage(
      'Only files on this computer can be imported. Save the article to a folder first.',
    );
    return;
  }
  const { written, remarks, isDone } = await runImport(extension, file.fsPath);
  output.appendLine(remarks);
  const summary = remarks.split('\n').at(-1) || 'The import gave no answer.';
  const first = written[0];
  if (isDone && first) await vscode.window.showTextDocument(vscode.Uri.file(join(dirname(file.fsPath), first)));
  const show = 'Show details';
  const answer = isDone
    ? vscode.window.showInformationMessage(summary, show)
    : vscode.window.showErrorMessage(summary, show);
  void answer.then((choice) => {
    if (choice === show) output.show();
  });
}
