// Do the identifiers of one reference belong to one paper?

import { papersOf } from '../index/same-paper';
import type { Workspace } from '../index/workspace';
import type { WorkspaceRule } from '../lint/rule';
import type { Identifier, Paper, Reference } from '../model/facts';
import { labelOf } from '../model/identifier';

/** Identifiers of which a paper has one at most. */
const SINGLE = new Set(['pmid', 'pmcid', 'doi', 'arxiv']);

interface Conflict {
  readonly a: Identifier;
  readonly b: Identifier;
  /** What the lock file knows under `a`, and the identifier it has in place of `b`. */
  readonly paper: Paper;
  readonly right: Paper['identifiers'][number];
}

function conflictIn(reference: Reference, workspace: Workspace): Conflict | undefined {
  const stated = reference.identifiers.filter((one) => SINGLE.has(one.scheme));
  // An entry of a list may speak of a paper and the reply to it.
  if (new Set(stated.map((one) => one.scheme)).size !== stated.length) return undefined;
  for (const a of stated) {
    const [paper, ...others] = papersOf(workspace, a.scheme, a.value);
    if (!paper || others.length > 0) continue;
    for (const b of stated) {
      const right = paper.identifiers.find((one) => one.scheme === b.scheme);
      if (right && right.value !== b.value) return { a, b, paper, right };
    }
  }
  return undefined;
}

const named = ({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>) =>
  scheme === 'pmcid' ? value : `${labelOf(scheme)} ${value}`;

export const conflictingIdentifiers: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'conflicting-identifiers',
    group: 'references',
    summary: 'A reference whose identifiers belong to two different papers, by the lock file.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, report, { workspace }) {
    for (const reference of facts.references) {
      const conflict = reference.identifiers.length > 1 ? conflictIn(reference, workspace) : undefined;
      if (!conflict) continue;
      const { a, b, paper, right } = conflict;
      const title = paper.title ? ` (“${paper.title}”)` : '';
      report({
        start: b.start,
        end: b.end,
        message: `${named(a)} and ${named(b)} are two different papers: ${named(a)}${title} has ${named(right)}. Look both up, and correct the one that is wrong.`,
      });
    }
  },
};
