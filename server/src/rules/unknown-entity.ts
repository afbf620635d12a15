// Does an id point at something that exists, here or in the shipped vocabulary?

import { nearestOf } from '../base/nearest';
import { definitionOf, definitionsOfAnyKind, idsOf } from '../index/definition';
import type { Workspace } from '../index/workspace';
import type { WorkspaceRule } from '../lint/rule';
import type { EntityKind, Use } from '../model/facts';
import { lookUp } from '../vocab/look-up';
import { nearest } from '../vocab/near-miss';

/** Whether a use points at nothing under its kind: neither in this repository nor in the shipped vocabulary. */
export function isUnknown(use: Use, workspace: Workspace): boolean {
  return !definitionOf(workspace, use) && (use.kind === 'article' || !lookUp(use.kind, use.id));
}

function suggestion(use: Use, workspace: Workspace): string | undefined {
  const own = nearestOf(use.id, idsOf(workspace, use.kind));
  if (own !== undefined) return own;
  return use.kind === 'article' ? undefined : nearest(use.kind, use.id)?.id;
}

const ARTICLE: Readonly<Record<EntityKind, string>> = {
  condition: 'a condition',
  mechanism: 'a mechanism',
  mediator: 'a mediator',
  cell: 'a cell',
  treatment: 'a treatment',
  article: 'an article',
};

/** “a condition”, “an article”. */
export function withArticle(kind: EntityKind): string {
  return ARTICLE[kind];
}

export const unknownEntity: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'unknown-entity',
    group: 'shape',
    summary: 'An id that names nothing in this repository or in the shipped vocabulary.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, report, { workspace }) {
    for (const use of facts.uses) {
      if (!isUnknown(use, workspace) || definitionsOfAnyKind(workspace, use.id).length > 0) continue;
      const near = suggestion(use, workspace);
      const hint =
        near === undefined
          ? `Check the spelling, or add ${withArticle(use.kind)} record with this id.`
          : `Did you mean “${near}”?`;
      report({
        start: use.start,
        end: use.end,
        message: `“${use.id}” is not ${withArticle(use.kind)} that this repository or the shipped vocabulary knows. ${hint}`,
        suggestions:
          near === undefined
            ? []
            : [{ title: `Change to “${near}”`, edits: [{ start: use.start, end: use.end, text: near }] }],
      });
    }
  },
};
