// Is the same paper cited twice in one place?

import { clustersOf } from '../index/cluster';
import { hasKey } from '../index/reference';
import { resolveCitation } from '../index/resolution';
import { papersOf } from '../index/same-paper';
import type { Workspace } from '../index/workspace';
import type { Edit } from '../lint/finding';
import type { WorkspaceRule } from '../lint/rule';
import { citationName, citationNameRange, referenceName } from '../model/cited-name';
import type { FileFacts, TextCitation } from '../model/facts';

/** What a citation stands for: its numbers, its reference where there is one, else its key. */
function meaningsOf(facts: FileFacts, workspace: Workspace, citation: TextCitation): string[] {
  if (citation.type === 'number') return citation.numbers.map(String);
  const resolution = resolveCitation(workspace, facts, citation);
  const found = resolution.state === 'found' ? resolution.references[0] : undefined;
  if (found) return [`${found.path} ${referenceName(found.item)}`];
  const { identifier } = citation;
  const paper = identifier && papersOf(workspace, identifier.scheme, identifier.value)[0]?.identifiers[0];
  return [paper ? `${paper.scheme} ${paper.value}` : citation.key];
}

/** What follows the key in its brackets. */
function suffixOf(citation: TextCitation): string {
  return citation.type === 'key' ? citation.suffix : '';
}

/** What stands between two keys of a bracket when it is nothing but `; `. */
const SEPARATOR = 2;

/**
 * Takes out a bracket of its own (`[1][1]`), or a key with the semicolon before it (`; @a`); one with words before it is left to the
 * author.
 */
function removal(citation: TextCitation, cluster: readonly TextCitation[]): Edit | undefined {
  const alone = cluster.every((other) => other === citation || other.group.start !== citation.group.start);
  const before = cluster[cluster.indexOf(citation) - 1];
  if (!alone && citation.type === 'key' && citation.mode === 'normal' && before) {
    const isNext = before.group.start === citation.group.start && citation.start - before.end <= SEPARATOR;
    return isNext ? { start: before.end, end: citation.end, text: '' } : undefined;
  }
  const isNumber = citation.type === 'number' && citation.mark !== 'footnote' && citation.isPlain;
  return alone && isNumber ? { ...citation.group, text: '' } : undefined;
}

export const duplicateCitation: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'duplicate-citation',
    group: 'citations',
    summary: 'The same reference cited twice in one cluster.',
    severity: 'warning',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check(facts, report, { workspace }) {
    for (const cluster of clustersOf(facts.citations)) {
      // Keys that are nothing but keys mean what they say; only others need to be looked up.
      const isPlain = cluster.every((one) => one.type === 'key' && !one.identifier && hasKey(workspace, one.key));
      if (isPlain && new Set(cluster.map(citationName)).size === cluster.length) continue;
      const seen = new Map<string, TextCitation>();
      for (const citation of cluster) {
        const meanings = isPlain ? [citationName(citation)] : meaningsOf(facts, workspace, citation);
        const known = meanings.map((meaning) => seen.get(meaning));
        const earlier = known[0];
        for (const meaning of meanings) if (!seen.has(meaning)) seen.set(meaning, citation);
        if (earlier && !known.includes(undefined) && suffixOf(earlier) === suffixOf(citation)) {
          const edit = removal(citation, cluster);
          const name = citationName(citation);
          const { start, end } = citationNameRange(citation);
          const also = citationName(earlier) === name ? '' : ` (as “${citationName(earlier)}”)`;
          report({
            start,
            end,
            message: `“${name}” is cited twice here${also}. Once is enough.`,
            ...(edit && { fix: { title: 'Remove the second citation', edits: [edit] } }),
          });
        }
      }
    }
  },
};
