// What does a YAML file say, and where? A small tree with exact ranges that owes nothing to the parser behind it.

import type { Range } from '../base/range';
import type { Comment, SyntaxProblem } from './problem';

export type YamlNode = YamlMap | YamlList | YamlScalar;

/** A plain, quoted or block value; `start`/`end` include quotes or the block header. */
export interface YamlScalar extends Range {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  /** The value as text: what a plain `2.50` or `010` looked like before it became a number. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface YamlMap extends Range {
  readonly type: 'map';
  readonly entries: readonly YamlEntry[];
  readonly flow: boolean;
}

/** `key: value`. A missing value (`key:`) is undefined. The range is from the key to the value's end. */
export interface YamlEntry extends Range {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
}

export interface YamlList extends Range {
  readonly type: 'list';
  /** An empty item (`- `) is a null scalar with an empty range. */
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
}

/** One document of a file (documents are separated by `---`); the range is that of its content. An alias stands in the tree as a scalar null with its own range. */
export interface YamlDocument extends Range {
  readonly root: YamlNode | undefined;
}

export interface YamlFile {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

/** The entry of a map by key name (the last one wins, as in YAML readers), or undefined. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.type !== 'map') return undefined;
  for (let i = node.entries.length - 1; i >= 0; i--) {
    const entry = node.entries[i] as YamlEntry;
    if (entry.key.source === key) return entry;
  }
  return undefined;
}

/** The value under a key, or undefined. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryOf(node, key)?.value;
}

/** A scalar's text, or undefined for anything else and for null. */
export function scalarText(node: YamlNode | undefined): string | undefined {
  return node?.type === 'scalar' && node.value !== null ? node.source : undefined;
}

/** A node's items: those of a list, a single value as a list of one, nothing for null or absence. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (!node) return [];
  if (node.type === 'list') return node.items;
  return node.type === 'scalar' && node.value === null ? [] : [node];
}
