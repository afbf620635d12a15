// Which keys are written twice in one mapping?

import type { Range } from '../base/range';
import type { YamlEntry, YamlMap, YamlNode } from './yaml-node';

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

/** In a mapping of so many entries, which nearly all are, comparing each with those before it is quicker than a table of them. */
const FEW = 16;

function findIn({ entries }: YamlMap, into: RepeatedKey[]): void {
  if (entries.length <= FEW && !repeats(entries)) return;
  const known = new Map<string, Range>();
  for (const { key } of entries) {
    const first = known.get(key.source);
    if (!first) known.set(key.source, key);
    else into.push({ key: key.source, start: key.start, end: key.end, first: { start: first.start, end: first.end } });
  }
}

function repeats(entries: readonly YamlEntry[]): boolean {
  for (let i = 1; i < entries.length; i++) {
    const { source } = (entries[i] as YamlEntry).key;
    for (let j = 0; j < i; j++) if ((entries[j] as YamlEntry).key.source === source) return true;
  }
  return false;
}
