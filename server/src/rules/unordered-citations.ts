// Do the numbers of a cluster rise?

import { clustersOf } from '../index/cluster';
import type { WorkspaceRule } from '../lint/rule';
import type { NumberCitation } from '../syntax/prose';

export const unorderedCitations: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'unordered-citations',
    group: 'citations',
    summary: 'Numbered citations that stand together out of order, such as [2][1].',
    severity: 'info',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check(facts, report) {
    for (const together of clustersOf(facts.citations)) {
      const cluster = together.flatMap((one) =>
        one.type === 'number' && one.mark !== 'footnote' && one.isPlain ? [one] : [],
      );
      const first = cluster[0];
      const last = cluster.at(-1);
      if (!first || !last || cluster.length < together.length) continue;
      const start = ({ numbers }: NumberCitation) => numbers[0] ?? 0;
      if (cluster.every((citation, i) => i === 0 || start(citation) >= start(cluster[i - 1] ?? citation))) continue;
      const sorted = [...cluster].sort((a, b) => start(a) - start(b));
      const edits = cluster.flatMap((citation, i) => {
        const text = sorted[i]?.written ?? citation.written;
        return text === citation.written ? [] : [{ start: citation.start, end: citation.end, text }];
      });
      report({
        start: first.group.start,
        end: last.group.end,
        message: `These citations are out of order: write ${sorted.map((citation) => citation.written).join(', ')}.`,
        fix: { title: 'Put the numbers in order', edits },
      });
    }
  },
};
