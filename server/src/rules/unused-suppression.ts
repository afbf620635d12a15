// Does every “disable” comment switch something off? The engine itself finds out; this entry gives it its name and severity.

import type { FileRule } from '../lint/rule';
import { UNUSED_SUPPRESSION } from '../lint/suppress';

export const unusedSuppression: FileRule = {
  scope: 'file',
  meta: {
    id: UNUSED_SUPPRESSION,
    group: 'upkeep',
    summary: 'A “disable” comment that switches nothing off, or names no check.',
    severity: 'warning',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check() {},
};
