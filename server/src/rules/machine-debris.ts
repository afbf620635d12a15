// Did a chat service leave its own marks in the text?

import type { FileRule } from '../lint/rule';
import { referenceName } from '../model/cited-name';
import { DEBRIS, mayHold, UPLOAD } from '../model/debris';
import { isInCode } from './code-place';

export const machineDebris: FileRule = {
  scope: 'file',
  meta: {
    id: 'machine-debris',
    group: 'references',
    summary: 'Marks that a chat service left behind: uploaded files as sources, placeholder citations.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    for (const debris of DEBRIS) {
      if (!mayHold(file.text, debris)) continue;
      const { what, remedy } = debris;
      for (const match of file.text.matchAll(debris.pattern)) {
        const { index } = match;
        if (isInCode(file, index)) continue;
        const entry = file.facts.references.find(
          (one) => one.type === 'numbered' && one.start <= index && index < one.end,
        );
        // A whole reference can be an uploaded file; a placeholder is only something that stands in it.
        const verb = remedy === UPLOAD ? 'is' : 'contains';
        const subject = entry ? `Reference ${referenceName(entry)} ${verb}` : 'This is';
        report({ start: index, end: index + match[0].length, message: `${subject} ${what}. ${remedy}` });
      }
    }
  },
};
