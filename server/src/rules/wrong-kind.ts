// Does an id point at the kind of thing that the place asks for?

import { definitionsOfAnyKind } from '../index/definition';
import type { WorkspaceRule } from '../lint/rule';
import { isUnknown, withArticle } from './unknown-entity';

export const wrongKind: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'wrong-kind',
    group: 'shape',
    summary: 'An id that exists but names another kind of thing: a mediator where a mechanism belongs.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, report, { workspace }) {
    for (const use of facts.uses) {
      if (!isUnknown(use, workspace)) continue;
      const other = definitionsOfAnyKind(workspace, use.id)[0];
      if (!other) continue;
      report({
        start: use.start,
        end: use.end,
        message: `“${use.id}” is ${withArticle(other.item.kind)}, but ${withArticle(use.kind)} belongs here.`,
        related: [
          {
            path: other.path,
            message: `“${use.id}” is defined here`,
            target: { type: 'entity', kind: other.item.kind, id: use.id },
          },
        ],
      });
    }
  },
};
