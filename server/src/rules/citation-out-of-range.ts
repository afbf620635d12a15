// Does each cited number stand in the article's list?

import type { WorkspaceRule } from '../lint/rule';
import type { Citation } from '../model/facts';

export const citationOutOfRange: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'citation-out-of-range',
    group: 'citations',
    summary: 'A cited number that the article’s reference list does not have.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, _workspace, report) {
    const listed = new Set(facts.references.flatMap((reference) => reference.number ?? []));
    if (listed.size === 0) return;
    const missing = new Map<number, Citation[]>();
    for (const citation of facts.citations) {
      for (const number of citation.numbers) {
        if (!listed.has(number)) missing.set(number, [...(missing.get(number) ?? []), citation]);
      }
    }
    const last = Math.max(...listed);
    for (const [number, [first, ...others]] of missing) {
      if (!first) continue;
      const more = others.length > 0 ? ` It is cited ${others.length + 1} times in this article.` : '';
      const why = number > last ? `the list ends at ${last}` : `the list has no number ${number}`;
      report({
        ...first.keyRange,
        message: `Citation ${number} leads nowhere: ${why}.${more} Add the reference, or correct the number.`,
        related: others.slice(0, 20).map((other) => ({
          path: facts.path,
          message: `${number} is cited here too`,
          target: { type: 'range', range: other.keyRange },
        })),
      });
    }
  },
};
