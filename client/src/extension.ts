// What happens when VS Code starts the extension? The server starts beside it, and the editor is joined to it.

import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node';
import { STATUS_METHOD, type StatusParams } from '../../server/src/lsp/protocol';
import { registerCommands } from './command';
import { ownYaml } from './own-yaml';
import { pasteCitations } from './paste-citation';
import { proposeWhileTyping } from './propose-while-typing';
import { SELECTOR } from './selector';
import { showCitations } from './show-citations';
import { Status } from './status';

let client: LanguageClient | undefined;

/** Starts the server; it reads the workspace in the background. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const options: LanguageClientOptions = {
    documentSelector: SELECTOR,
    initializationOptions: { diagnostics: 'push' },
    outputChannelName: 'Clinical Content',
    middleware: ownYaml,
  };
  const started = new LanguageClient(
    'clinicalContent',
    'Clinical Content',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6017'] } },
    },
    options,
  );
  client = started;
  const status = new Status();
  context.subscriptions.push(
    status,
    registerCommands(started, context.extensionUri),
    showCitations(started),
    pasteCitations(started),
    proposeWhileTyping(started),
    started.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) status.set(newState === State.Stopped ? 'stopped' : 'reading');
    }),
    started.onNotification(STATUS_METHOD, ({ state }: StatusParams) => status.set(state)),
  );
  await started.start();
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
