// Does each cited number stand in the article's list?

import type { WorkspaceRule } from '../lint/rule';
import type { NumberCitation } from '../syntax/prose';

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
  check(facts, report) {
    const listed = new Set(facts.references.flatMap((one) => (one.type === 'numbered' ? one.number : [])));
    if (listed.size === 0) return;
    const found: { readonly lost: readonly number[]; readonly citations: NumberCitation[] }[] = [];
    const finding = new Map<number, NumberCitation[]>();
    for (const citation of facts.citations) {
      if (citation.type !== 'number') continue;
      const lost = citation.numbers.filter((number) => !listed.has(number));
      if (lost.length === 0) continue;
      // A span is one finding; a number that was reported before is mentioned there.
      const known = lost.every((number) => finding.has(number)) ? finding.get(lost[0] as number) : undefined;
      if (known) known.push(citation);
      else {
        const citations = [citation];
        found.push({ lost, citations });
        for (const number of lost) if (!finding.has(number)) finding.set(number, citations);
      }
    }
    const last = [...listed].reduce((highest, number) => Math.max(highest, number), 0);
    for (const { lost, citations } of found) {
      const [first, ...others] = citations as [NumberCitation, ...NumberCitation[]];
      const more = others.length > 0 ? ` It is cited ${others.length + 1} times in this article.` : '';
      const from = lost[0] as number;
      const subject = lost.length > 1 ? `Citations ${from} to ${lost.at(-1)} lead` : `Citation ${from} leads`;
      const why = from > last ? `the list ends at ${last}` : `the list has no number ${from}`;
      report({
        start: first.start,
        end: first.end,
        message: `${subject} nowhere: ${why}.${more} Add the reference, or correct the number.`,
        related: others.slice(0, 20).map((other) => ({
          path: facts.path,
          message: `${other.written} is cited here too`,
          target: { type: 'range', range: { start: other.start, end: other.end } },
        })),
      });
    }
  },
};
