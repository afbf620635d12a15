// Does a mapping say the same key twice?

import type { Range } from '../base/range';
import type { FileRule, Reporter } from '../lint/rule';
import type { YamlNode } from '../syntax/yaml-node';

type YamlMap = Extract<YamlNode, { type: 'map' }>;

/** Visits every mapping below a node, itself included; nesting is bounded by the reader. */
function eachMapping(node: YamlNode | undefined, visit: (map: YamlMap) => void): void {
  if (node?.type === 'map') {
    visit(node);
    for (const entry of node.entries) eachMapping(entry.value, visit);
  } else if (node?.type === 'list') for (const item of node.items) eachMapping(item, visit);
}

function checkMapping({ entries }: YamlMap, path: string, report: Reporter): void {
  if (entries.length < 2) return;
  const first = new Map<string, Range>();
  for (const { key } of entries) {
    const earlier = first.get(key.source);
    if (!earlier) {
      first.set(key.source, key);
      continue;
    }
    const range = { start: earlier.start, end: earlier.end };
    report({
      start: key.start,
      end: key.end,
      message: `“${key.source}” is written twice here; only one of the two is read. Keep one.`,
      related: [{ path, message: 'First written here', target: { type: 'range', range } }],
    });
  }
}

export const duplicateKey: FileRule = {
  scope: 'file',
  meta: {
    id: 'duplicate-key',
    group: 'shape',
    summary: 'A key written twice in one mapping: readers keep only one of the two values.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    const documents = file.yaml?.documents ?? file.prose?.frontMatter?.yaml.documents ?? [];
    for (const { root } of documents) eachMapping(root, (map) => checkMapping(map, file.path, report));
  },
};
