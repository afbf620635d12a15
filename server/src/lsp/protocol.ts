// What do our own client and server say to each other beyond the protocol?

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

/** Kind of the code action that fixes a whole file. */
export const FIX_ALL_KIND = 'source.fixAll.clinicalContent';
