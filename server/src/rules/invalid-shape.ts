// Is a value of the kind that its key takes?

import type { FileRule } from '../lint/rule';
import { reportComplexGlobs, reportWrongOptions } from './configured-rule';
import { shapeRule } from './shape';

const shape = shapeRule({
  id: 'invalid-shape',
  group: 'shape',
  summary: 'A value that its key cannot take: text for a list, a date that is none, a word outside the allowed ones.',
  severity: 'error',
  confidence: 'high',
  fixable: false,
  since: '0.1.0',
});

export const invalidShape: FileRule = {
  ...shape,
  check(file, report, context) {
    shape.check(file, report, context);
    if (file.facts.role === 'config') {
      reportWrongOptions(file, context.rules, report);
      reportComplexGlobs(file, report);
    }
    if (file.format === 'bibtex') for (const problem of file.problems) report(problem);
  },
};
