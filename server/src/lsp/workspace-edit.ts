// How do edits of several files reach the editor? With the version each open document had, where the editor understands that.

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { RenameEdits } from '../features/rename';
import type { Client } from './client';
import type { Documents } from './document';

/** Edits that the editor refuses when a document has changed since. */
export function workspaceEdit(
  { client, documents }: { readonly client: Client; readonly documents: Documents },
  edits: RenameEdits,
): WorkspaceEdit {
  if (!client.abilities.documentChanges) return { changes: { ...edits } };
  return {
    documentChanges: Object.entries(edits).map(([uri, changes]) => ({
      textDocument: { uri, version: documents.versionOf(uri) ?? null },
      edits: changes,
    })),
  };
}
