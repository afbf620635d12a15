// Does a classification code look like one of its scheme?

import { shapeRule } from './shape';

export const malformedCode = shapeRule({
  id: 'malformed-code',
  group: 'shape',
  summary: 'A code that does not have the form of its classification (MONDO, ICD-11, MeSH …).',
  severity: 'error',
  confidence: 'high',
  fixable: false,
  since: '0.1.0',
});
