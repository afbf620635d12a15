// Does a mapping say the same key twice?

import type { FileRule } from '../lint/rule';
import type { YamlNode } from '../syntax/yaml-node';

/** Every mapping below a node, itself included; nesting is bounded by the reader. */
function* mappings(node: YamlNode | undefined): Generator<Extract<YamlNode, { type: 'map' }>> {
  if (node?.type === 'map') {
    yield node;
    for (const entry of node.entries) yield* mappings(entry.value);
  } else if (node?.type === 'list') for (const item of node.items) yield* mappings(item);
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
    const documents = [...(file.yaml?.documents ?? []), ...(file.prose?.frontMatter?.yaml.documents ?? [])];
    for (const { root } of documents) {
      for (const map of mappings(root)) {
        const first = new Map<string, { start: number; end: number }>();
        for (const { key } of map.entries) {
          const earlier = first.get(key.source);
          if (!earlier) first.set(key.source, key);
          else
            report({
              start: key.start,
              end: key.end,
              message: `“${key.source}” is written twice here; only one of the two is read. Keep one.`,
              related: [
                {
                  path: file.path,
                  message: 'First written here',
                  target: { type: 'range', range: { start: earlier.start, end: earlier.end } },
                },
              ],
            });
        }
      }
    }
  },
};
