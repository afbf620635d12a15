// Which keys are written twice in one mapping?

import type { Range } from '../base/range';
import type { YamlMap, YamlNode } from './yaml-node';

/** A key that its mapping has already; the range is that of the key. */
export interface RepeatedKey extends Range {
  readonly key: string;
  readonly first: Range;
}

/** Adds the repeated keys of every mapping in a node; nesting is bounded by the reader. */
export function findRepeatedKeys(node: YamlNode | undefined, into: RepeatedKey[]): void {
  if (node?.type === 'map') {
    if (node.entries.length > 1) findIn(node, into);
    for (const entry of node.entries) findRepeatedKeys(entry.value, into);
  } else if (node?.type === 'list') for (const item of node.items) findRepeatedKeys(item, into);
}

function findIn({ entries }: YamlMap, into: RepeatedKey[]): void {
  const known = new Map<string, Range>();
  for (const { key } of entries) {
    const first = known.get(key.source);
    if (!first) known.set(key.source, key);
    else into.push({ key: key.source, start: key.start, end: key.end, first: { start: first.start, end: first.end } });
  }
}
