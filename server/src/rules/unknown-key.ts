// Is a key one that this kind of record knows?

import { shapeRule } from './shape';

export const unknownKey = shapeRule({
  id: 'unknown-key',
  group: 'shape',
  summary: 'A key that this kind of record does not have.',
  severity: 'warning',
  confidence: 'high',
  fixable: false,
  since: '0.1.0',
});
