// What does the status bar say about the file in the editor?

import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { SELECTOR } from './selector';

const SOURCE = 'Clinical Content';

/** “3 problems in this file”, “Reading files …”, or that the server is not running. */
export class Status implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem(
    'clinicalContent.status',
    SELECTOR as vscode.DocumentSelector,
  );
  readonly #subscriptions: vscode.Disposable[];
  #state: StatusParams['state'] | 'stopped' = 'reading';

  constructor() {
    this.#item.name = SOURCE;
    this.#subscriptions = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.languages.onDidChangeDiagnostics(() => this.#show()),
    ];
    this.#show();
  }

  set(state: StatusParams['state'] | 'stopped'): void {
    this.#state = state;
    this.#show();
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  #show(): void {
    const item = this.#item;
    item.busy = this.#state === 'reading';
    item.command = { title: 'Show output', command: 'clinicalContent.showOutput' };
    item.detail = SOURCE;
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (this.#state === 'stopped') {
      item.text = 'Not running';
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.command = { title: 'Restart', command: 'clinicalContent.restart' };
      return;
    }
    const uri = vscode.window.activeTextEditor?.document.uri;
    const count = uri ? problemsIn(uri) : 0;
    const problems = count === 0 ? 'No problems' : count === 1 ? '1 problem' : `${count} problems`;
    item.text = this.#state === 'reading' ? 'Reading files …' : `${problems} in this file`;
    if (count > 0) item.command = { title: 'Show problems', command: 'workbench.actions.view.problems' };
  }
}

/** Hints are offers, not problems. */
function problemsIn(uri: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((one) => one.source === SOURCE && one.severity !== vscode.DiagnosticSeverity.Hint).length;
}
