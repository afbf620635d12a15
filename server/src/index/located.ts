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

type Named<T> = (workspace: Workspace, name: Name) => readonly Located<T>[];

function named<T>(pick: (facts: FileFacts, name: Name) => readonly T[] | undefined): Named<T> {
  const longAnswers = memo(() => new Map<Name, readonly Located<T>[]>());
  return (workspace, name) => {
    const known = longAnswers(workspace).get(name);
    if (known) return known;
    const found = locatedIn(workspace, workspace.names.providing(name), (facts) => pick(facts, name));
    if (found.length > LONG) longAnswers(workspace).set(name, found);
    return found;
  };
}

/** Records and articles under a name. */
export const definitionsNamed: Named<Definition> = named((facts, name) => tableOf(facts).definitions.get(name));

/** References under a name: a key or an identifier. */
export const referencesNamed: Named<Reference> = named((facts, name) => tableOf(facts).references.get(name));
