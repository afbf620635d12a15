// How do edits of several files reach the editor? With the version each open document had, where the editor understands that.

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { RenameEdits } from '../features/rename';
import type { Session } from './session';

/** Edits that the editor refuses when a document has changed since. */
export function workspaceEdit(session: Session, edits: RenameEdits): WorkspaceEdit {
  if (!session.client.documentChanges) return { changes: { ...edits } };
  return {
    documentChanges: Object.entries(edits).map(([uri, changes]) => ({
      textDocument: { uri, version: session.documents.get(uri)?.version ?? null },
      edits: changes,
    })),
  };
}
