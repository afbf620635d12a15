// What was worked out of a workspace, for as long as it does not change?

import type { Workspace } from './workspace';

/** Something that is made anew for each workspace after each change, when it is first asked for. */
export function memo<T>(make: () => T): (workspace: Workspace) => T {
  const known = new WeakMap<Workspace, { readonly revision: number; readonly value: T }>();
  return (workspace) => {
    const { revision } = workspace;
    const last = known.get(workspace);
    if (last?.revision === revision) return last.value;
    const value = make();
    known.set(workspace, { revision, value });
    return value;
  };
}
