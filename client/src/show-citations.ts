// What happens on a click on “Cited 4 times”? The editor shows the places.

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { SHOW_CITATIONS } from '../../server/src/lsp/protocol';

/** Registers the command that code lenses carry; people do not call it by itself. */
export function showCitations(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(SHOW_CITATIONS, (uri: string, position: Position, places: Location[]) =>
    vscode.commands.executeCommand(
      'editor.action.showReferences',
      client.protocol2CodeConverter.asUri(uri),
      client.protocol2CodeConverter.asPosition(position),
      places.map((place) => client.protocol2CodeConverter.asLocation(place)),
    ),
  );
}
