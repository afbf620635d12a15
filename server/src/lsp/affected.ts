// Whom does a change concern? Every change gives this, be it typed or made on disk, and what is published follows from it alone.

import type { Folder } from './folder';
import type { ProjectState } from './project-state';

export interface Affected {
  /** Files whose findings may differ now. */
  readonly files: readonly AffectedFiles[];
  /** Folders that have to be read again as a whole. */
  readonly folders: readonly Folder[];
}

/** Files of one project. */
export interface AffectedFiles {
  readonly state: ProjectState;
  readonly paths: ReadonlySet<string>;
}

export const NOTHING: Affected = { files: [], folders: [] };

export function affectedFiles(state: ProjectState, paths: ReadonlySet<string>): Affected {
  return { files: [{ state, paths }], folders: [] };
}

export function affectedFolder(folder: Folder): Affected {
  return { files: [], folders: [folder] };
}
