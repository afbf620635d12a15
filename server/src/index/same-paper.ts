// Which identifiers name one paper, as far as lock files say?

import type { FileFacts, IdentifierScheme, Paper } from '../model/facts';
import { identifierName, type Name } from './name';
import { tableOf } from './table';
import type { Workspace } from './workspace';

const NONE: readonly Paper[] = [];

/** The papers that lock files know under an identifier's name, in the order of their paths. */
export function papersNamed(workspace: Workspace, name: Name): readonly Paper[] {
  const locks = workspace.filesWith('papers');
  if (locks.size === 0) return NONE;
  return [...locks.keys()].sort().flatMap((path) => tableOf(locks.get(path) as FileFacts).papers.get(name) ?? NONE);
}

/** The papers that the lock file knows under an identifier: one, unless the lock file contradicts itself. */
export function papersOf(workspace: Workspace, scheme: IdentifierScheme, value: string): readonly Paper[] {
  return papersNamed(workspace, identifierName(scheme, value));
}

/** A name and those that lock files say to be names of the same paper. */
export function namesOfSamePaper(workspace: Workspace, name: Name): readonly Name[] {
  const papers = papersNamed(workspace, name);
  if (papers.length === 0) return [name];
  const names = new Set([name]);
  for (const paper of papers) for (const one of paper.identifiers) names.add(identifierName(one.scheme, one.value));
  return [...names];
}
