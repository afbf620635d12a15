// Which citations stand together, so that a reader sees them as one?

import type { Citation } from '../model/facts';

/** Citations that share a bracket or stand in brackets that touch: `[1][3]`, `[1, 3]`, `[@a; @b]`. In document order. */
export function clustersOf(citations: readonly Citation[]): readonly Citation[][] {
  const known = found.get(citations);
  if (known) return known;
  const clusters = clustered(citations);
  found.set(citations, clusters);
  return clusters;
}

/** Several rules ask for the clusters of one file. */
const found = new WeakMap<readonly Citation[], readonly Citation[][]>();

function clustered(citations: readonly Citation[]): Citation[][] {
  const clusters: Citation[][] = [];
  let end = -1;
  let block = -1;
  for (const citation of citations) {
    if (citation.style === 'record') continue;
    const last = clusters.at(-1);
    const together =
      last &&
      citation.block === block &&
      (citation.group.start === last.at(-1)?.group.start || citation.group.start === end);
    if (together) last.push(citation);
    else clusters.push([citation]);
    end = citation.group.end;
    block = citation.block;
  }
  return clusters;
}
