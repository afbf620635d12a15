// What can the editor at the other end do? Read once from its capabilities.

import type { InitializeParams } from 'vscode-languageserver';
import type { ClientTraits } from '../features/context';

export interface Client {
  readonly traits: ClientTraits;
  /**
   * It asks for an open document's diagnostics by itself. Our own extension declines: VS Code asks only for documents that stand
   * in a tab, but opens others too, whose findings would vanish from its list.
   */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly definitionLinks: boolean;
  readonly documentChanges: boolean;
}

export function clientOf({ capabilities, clientInfo, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities;
  return {
    traits: {
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
      vscode: /^(?:Visual Studio Code|VSCodium|Code - OSS|code-server)/i.test(clientInfo?.name ?? ''),
      createsFiles:
        workspace?.workspaceEdit?.documentChanges === true &&
        workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    },
    pullsDiagnostics: textDocument?.diagnostic !== undefined && !declinesPull(initializationOptions),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
  };
}

function declinesPull(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'diagnostics' in options && options.diagnostics === 'push';
}
