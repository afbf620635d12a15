// Which citations stand together, so that a reader sees them as one?

import type { Citation, TextCitation } from '../model/facts';

/** Two or more citations that share a bracket or stand in brackets that touch: `[1][3]`, `[1, 3]`, `[@a; @b]`. In document order. */
export function clustersOf(citations: readonly Citation[]): readonly TextCitation[][] {
  const known = found.get(citations);
  if (known) return known;
  const clusters = clustered(citations);
  found.set(citations, clusters);
  return clusters;
}

/** Several rules ask for the clusters of one file. */
const found = new WeakMap<readonly Citation[], readonly TextCitation[][]>();

function clustered(citations: readonly Citation[]): TextCitation[][] {
  const clusters: TextCitation[][] = [];
  let open: TextCitation[] | undefined;
  let before: TextCitation | undefined;
  for (const citation of citations) {
    if (citation.type === 'record') continue;
    const together =
      before !== undefined &&
      citation.block === before.block &&
      (citation.group.start === before.group.start || citation.group.start === before.group.end);
    if (!together) open = undefined;
    else if (open) open.push(citation);
    else {
      open = [before as TextCitation, citation];
      clusters.push(open);
    }
    before = citation;
  }
  return clusters;
}
