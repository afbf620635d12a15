// Does an id point at something that exists, here or in the shipped vocabulary?

import { withArticle } from '../base/kind';
import { nearestOf } from '../base/near-miss';
import { definitionOf, definitionsOfAnyKind, idsOf } from '../index/definition';
import type { Workspace } from '../index/workspace';
import type { WorkspaceRule } from '../lint/rule';
import type { Use } from '../model/facts';
import { lookUp } from '../vocab/look-up';
import { nearestEntry } from '../vocab/near-miss';

/** Whether a use points at nothing under its kind: neither in this repository nor in the shipped vocabulary. */
export function isUnknown(use: Use, workspace: Workspace): boolean {
  return !definitionOf(workspace, use) && !lookUp(use.kind, use.id);
}

function suggestion(use: Use, workspace: Workspace): string | undefined {
  const own = nearestOf(use.id, idsOf(workspace, use.kind));
  if (own !== undefined) return own;
  return nearestEntry(use.kind, use.id)?.id;
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
  check(facts, report, { workspace, kinds }) {
    for (const use of facts.uses) {
      if (!isUnknown(use, workspace) || definitionsOfAnyKind(workspace, use.id).length > 0) continue;
      const near = suggestion(use, workspace);
      const what = withArticle(kinds.nounOf(use.kind));
      const hint =
        near === undefined ? `Check the spelling, or add ${what} record with this id.` : `Did you mean “${near}”?`;
      report({
        start: use.start,
        end: use.end,
        message: `“${use.id}” is not ${what} that this repository or the shipped vocabulary knows. ${hint}`,
        suggestions:
          near === undefined
            ? []
            : [{ title: `Change to “${near}”`, edits: [{ start: use.start, end: use.end, text: near }] }],
      });
    }
  },
};
