// Is the YAML in the editor ours, so that Enter ends a line there and takes nothing from a list?

import * as vscode from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';
import { OWN_YAML } from './keyboard-table';

let known = false;

/** The server answers with a list, if an empty one, wherever YAML is ours. VS Code knows before it shows any list. */
export const ownYaml: CompletionMiddleware = {
  async provideCompletionItem(document, position, context, token, next) {
    const list = await next(document, position, context, token);
    const isOwn = list !== undefined && list !== null;
    if (document.languageId === 'yaml' && isOwn !== known && !token.isCancellationRequested) {
      known = isOwn;
      await vscode.commands.executeCommand('setContext', OWN_YAML, isOwn);
    }
    return list;
  },
};
