// Is the same paper cited twice in one place?

import { clustersOf } from '../index/cluster';
import type { Workspace } from '../index/workspace';
import type { Edit } from '../lint/finding';
import type { WorkspaceRule } from '../lint/rule';
import type { Citation, FileFacts } from '../model/facts';

/** What a citation stands for: its numbers, its reference where there is one, else its key. */
function meaningsOf(facts: FileFacts, workspace: Workspace, citation: Citation): string[] {
  if (citation.numbers.length > 0) return citation.numbers.map(String);
  const resolution = workspace.resolve(facts, citation);
  const found = resolution.state === 'found' ? resolution.references[0] : undefined;
  if (found) return [`${found.path} ${found.item.key}`];
  const { identifier } = citation;
  const paper = identifier && workspace.papersOf(identifier.scheme, identifier.value)[0]?.identifiers[0];
  return [paper ? `${paper.scheme} ${paper.value}` : citation.key];
}

/** What stands between two keys of a bracket when it is nothing but `; `. */
const SEPARATOR = 2;

/**
 * Takes out a bracket of its own (`[1][1]`), or a key with the semicolon before it (`; @a`); one with words before it is left to the
 * author.
 */
function removal(citation: Citation, cluster: readonly Citation[]): Edit | undefined {
  const alone = cluster.every((other) => other === citation || other.group.start !== citation.group.start);
  const before = cluster[cluster.indexOf(citation) - 1];
  if (!alone && citation.style === 'pandoc' && citation.mode === 'normal' && before) {
    const isNext = before.group.start === citation.group.start && citation.start - before.end <= SEPARATOR;
    return isNext ? { start: before.end, end: citation.end, text: '' } : undefined;
  }
  return alone && citation.suffix === '' && citation.style === 'numbered' ? { ...citation.group, text: '' } : undefined;
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
  check(facts, workspace, report) {
    for (const cluster of clustersOf(facts.citations)) {
      // Keys that are nothing but keys mean what they say; only others need to be looked up.
      const isPlain = cluster.every((one) => one.style === 'pandoc' && !one.identifier && workspace.hasKey(one.key));
      if (isPlain && new Set(cluster.map((one) => one.key)).size === cluster.length) continue;
      const seen = new Map<string, Citation>();
      for (const citation of cluster) {
        const meanings = isPlain ? [citation.key] : meaningsOf(facts, workspace, citation);
        const known = meanings.map((meaning) => seen.get(meaning));
        const earlier = known[0];
        for (const meaning of meanings) if (!seen.has(meaning)) seen.set(meaning, citation);
        if (earlier && !known.includes(undefined) && earlier.suffix === citation.suffix) {
          const edit = removal(citation, cluster);
          const also = earlier.key === citation.key ? '' : ` (as “${earlier.key}”)`;
          report({
            ...citation.keyRange,
            message: `“${citation.key}” is cited twice here${also}. Once is enough.`,
            ...(edit && { fix: { title: 'Remove the second citation', edits: [edit] } }),
          });
        }
      }
    }
  },
};
