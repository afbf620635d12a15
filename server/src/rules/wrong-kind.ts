// Does an id point at the kind of thing that the place asks for?

import { withArticle } from '../base/kind';
import { definitionsOfAnyKind } from '../index/definition';
import type { WorkspaceRule } from '../lint/rule';
import { isUnknown } from './unknown-entity';

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
  check(facts, report, { workspace, kinds }) {
    for (const use of facts.uses) {
      if (!isUnknown(use, workspace)) continue;
      const other = definitionsOfAnyKind(workspace, use.id)[0];
      if (!other) continue;
      const [is, belongs] = [other.item.kind, use.kind].map((kind) => withArticle(kinds.nounOf(kind)));
      report({
        start: use.start,
        end: use.end,
        message: `“${use.id}” is ${is}, but ${belongs} belongs here.`,
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
