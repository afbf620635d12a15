// Is a key one that this kind of record knows?

import type { FileRule } from '../lint/rule';
import { reportUnknownRules } from './configured-rule';
import { shapeRule } from './shape';

const shape = shapeRule({
  id: 'unknown-key',
  group: 'shape',
  summary: 'A key that this kind of record does not have.',
  severity: 'warning',
  confidence: 'high',
  fixable: false,
  since: '0.1.0',
});

export const unknownKey: FileRule = {
  ...shape,
  check(file, report, context) {
    shape.check(file, report, context);
    if (file.facts.role === 'config') reportUnknownRules(file, context.rules, report);
  },
};
