// Is each reference cited somewhere?

import type { WorkspaceRule } from '../lint/rule';

export const uncitedReference: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'uncited-reference',
    group: 'citations',
    summary: 'A reference that nothing cites.',
    severity: 'warning',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, workspace, report) {
    const cited = new Set(facts.citations.flatMap((citation) => citation.numbers));
    for (const reference of facts.references) {
      if (reference.number !== undefined) {
        if (cited.has(reference.number)) continue;
        report({
          ...reference.keyRange,
          message: `Reference ${reference.number} is never cited in this article. Cite it, or remove it from the list.`,
          tag: 'unnecessary',
        });
      } else if (!workspace.isCited(reference)) {
        report({
          ...reference.keyRange,
          message: `Nothing cites “${reference.key}”. Cite it as [@${reference.key}], or remove it.`,
          tag: 'unnecessary',
        });
      }
    }
  },
};
