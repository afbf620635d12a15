// What defines an id, and what points at it?

import type { Definition, EntityKind, Use } from '../model/facts';
import { definitionsNamed, type Located, locatedIn } from './located';
import { entityName, idName } from './name';
import type { Workspace } from './workspace';

/** The records or articles of a kind under an id; more than one when the id is given twice. */
export function definitionsOf(workspace: Workspace, kind: EntityKind, id: string): readonly Located<Definition>[] {
  return definitionsNamed(workspace, entityName(kind, id));
}

/** Definitions under an id whatever their kind. */
export function definitionsOfAnyKind(workspace: Workspace, id: string): readonly Located<Definition>[] {
  return definitionsNamed(workspace, idName(id));
}

/** The definition a use points at: by the id as written, else by the vocabulary's id for it. */
export function definitionOf(
  workspace: Workspace,
  { kind, id, canonical }: Pick<Use, 'kind' | 'id' | 'canonical'>,
): Located<Definition> | undefined {
  const [written] = definitionsOf(workspace, kind, id);
  return written ?? (canonical === undefined ? undefined : definitionsOf(workspace, kind, canonical)[0]);
}

/** Every id defined under a kind; for near misses and completion. */
export function* idsOf(workspace: Workspace, kind: EntityKind): Generator<string> {
  for (const facts of workspace.files) for (const one of facts.definitions) if (one.kind === kind) yield one.id;
}

/** Every place that points at an entity. */
export function usesOf(workspace: Workspace, kind: EntityKind, id: string): Located<Use>[] {
  const paths = workspace.names.requiring(entityName(kind, id));
  return locatedIn(workspace, paths, (facts) =>
    facts.uses.filter((one) => one.kind === kind && (one.id === id || one.canonical === id)),
  );
}
