// What is found in the whole workspace? Shows all of it, and counts.

import type { CheckWorkspaceResult } from './protocol';
import type { Server } from './server';

/** Publishes the findings of every file, once all have been read, and counts them. */
export async function checkWorkspace({ loader, publisher, workspace }: Server): Promise<CheckWorkspaceResult> {
  await loader.settled();
  publisher.publishAll();
  let [files, errors, warnings, others] = [0, 0, 0, 0];
  for (const state of workspace.states) {
    for (const path of state.project.paths) {
      files++;
      for (const { severity } of state.findings(path)) {
        if (severity === 'error') errors++;
        else if (severity === 'warning') warnings++;
        else others++;
      }
    }
  }
  return { files, errors, warnings, others };
}
