// Does a record have every key it needs?

import { shapeRule } from './shape';

export const missingKey = shapeRule({
  id: 'missing-key',
  group: 'shape',
  summary: 'A key that every record of this kind needs is absent.',
  severity: 'error',
  confidence: 'high',
  fixable: false,
  since: '0.1.0',
});
