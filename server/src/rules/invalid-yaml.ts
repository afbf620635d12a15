// Can the file be read as YAML at all?

import type { FileRule } from '../lint/rule';

export const invalidYaml: FileRule = {
  scope: 'file',
  meta: {
    id: 'invalid-yaml',
    group: 'shape',
    summary: 'Text that cannot be read as YAML, in a record or in front matter.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    if (file.format !== 'bibtex') for (const problem of file.problems) report(problem);
  },
};
