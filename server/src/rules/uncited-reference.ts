// Is each reference cited somewhere?

import { isCited } from '../index/citing';
import type { WorkspaceRule } from '../lint/rule';
import { numbersOf } from '../model/cited-name';
import { bracketAt } from '../syntax/citation';

/** How a key is cited: one with signs that pandoc does not read as part of a key stands in braces. */
function citationOf(key: string): string {
  const plain = `[@${key}]`;
  return bracketAt(plain, 0)?.keys[0]?.key === key ? plain : `[@{${key}}]`;
}

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
  check(facts, report, { workspace }) {
    const cited = new Set(facts.citations.flatMap(numbersOf));
    const listed = facts.references.filter((reference) => reference.type === 'numbered');
    const [first] = listed;
    // A list that nothing in the text points at is one finding, not one for each of its entries.
    // Superscript numbers and the like are not read: what they cite is not known.
    const unread = facts.article?.otherMarks === true;
    if (!unread && first && listed.length > 1 && cited.size === 0) {
      const message = `Nothing in this article cites its ${listed.length} references. Put the number of each, such as [1], after what it supports.`;
      report({ start: first.start, end: first.end, message });
    }
    for (const reference of facts.references) {
      if (reference.type === 'numbered') {
        if (unread || cited.has(reference.number) || (cited.size === 0 && listed.length > 1)) continue;
        report({
          start: reference.start,
          end: reference.end,
          message: `Reference ${reference.number} is never cited in this article. Cite it, or remove it from the list.`,
          tag: 'unnecessary',
        });
      } else if (!isCited(workspace, reference)) {
        report({
          ...reference.keyRange,
          message: `Nothing cites “${reference.key}”. Cite it as ${citationOf(reference.key)}, or remove it.`,
          tag: 'unnecessary',
        });
      }
    }
  },
};
