// Which facts stand under a name, and in which files?

import type { Definition, FileFacts, Reference } from '../model/facts';
import { memo } from './memo';
import type { Name } from './name';
import { tableOf } from './table';
import type { Workspace } from './workspace';

/** A fact and the file it stands in. */
export interface Located<T> {
  readonly path: string;
  readonly item: T;
}

/** What `pick` takes of some files; sorted by path, so that answers do not depend on the order in which files were read. */
export function locatedIn<T>(
  workspace: Workspace,
  paths: readonly string[],
  pick: (facts: FileFacts) => readonly T[] | undefined,
): Located<T>[] {
  const sorted = paths.length > 1 ? [...paths].sort() : paths;
  return sorted.flatMap((path) => {
    const facts = workspace.file(path);
    return (facts && pick(facts)?.map((item) => ({ path, item }))) ?? [];
  });
}

/** Longer answers are asked for again and again. */
const LONG = 4;
const longDefinitions = memo(() => new Map<Name, readonly Located<Definition>[]>());
const longReferences = memo(() => new Map<Name, readonly Located<Reference>[]>());

/** Records and articles under a name. */
export function definitionsNamed(workspace: Workspace, name: Name): readonly Located<Definition>[] {
  const known = longDefinitions(workspace).get(name);
  if (known) return known;
  const found = locatedIn(workspace, workspace.names.providing(name), (facts) => tableOf(facts).definitions.get(name));
  if (found.length > LONG) longDefinitions(workspace).set(name, found);
  return found;
}

/** References under a name: a key or an identifier. */
export function referencesNamed(workspace: Workspace, name: Name): readonly Located<Reference>[] {
  const known = longReferences(workspace).get(name);
  if (known) return known;
  const found = locatedIn(workspace, workspace.names.providing(name), (facts) => tableOf(facts).references.get(name));
  if (found.length > LONG) longReferences(workspace).set(name, found);
  return found;
}
