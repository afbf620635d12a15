// Does a mapping say the same key twice?

import type { FileRule } from '../lint/rule';

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
    for (const { key, start, end, first } of file.repeated)
      report({
        start,
        end,
        message: `“${key}” is written twice here; only one of the two is read. Keep one.`,
        related: [{ path: file.path, message: 'First written here', target: { type: 'range', range: first } }],
      });
  },
};
