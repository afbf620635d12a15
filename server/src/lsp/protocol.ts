// What do our own client and server say to each other beyond the protocol?

import type { Position } from 'vscode-languageserver';

export { FIX_ALL_KIND, SHOW_CITATIONS } from '../features/client-name';

/** Server to client, a notification: whether the repository is being read. */
export const STATUS_METHOD = 'clinicalContent/status';

export interface StatusParams {
  readonly state: 'reading' | 'ready';
  /** Files of ours that are known. */
  readonly files: number;
}

/** Client to server, a request: check every file and show all findings. */
export const CHECK_WORKSPACE_METHOD = 'clinicalContent/checkWorkspace';

export interface CheckWorkspaceResult {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** Client to server, a request: how a pasted link is cited; null when it names no paper. */
export const CITATION_FOR_LINK_METHOD = 'clinicalContent/citationForLink';

export interface CitationForLinkParams {
  readonly uri: string;
  readonly text: string;
  /** Where it is pasted. */
  readonly position: Position;
}

export interface CitationForLinkResult {
  /** What to insert: `[@smith-2021]` where a reference has the identifier, else `[@pmid:29083494]`. */
  readonly citation: string;
  /** What to call the offer: “Cite Sluka 2018”, “Cite PMID 29083494”. */
  readonly title: string;
}
