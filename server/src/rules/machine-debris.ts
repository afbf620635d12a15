// Did a chat service leave its own marks in the text?

import type { FileRule } from '../lint/rule';
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
        const number = file.facts.references.find(
          (one) => one.number !== undefined && one.start <= index && index < one.end,
        )?.number;
        // A whole reference can be an uploaded file; a placeholder is only something that stands in it.
        const verb = remedy === UPLOAD ? 'is' : 'contains';
        const subject = number === undefined ? 'This is' : `Reference ${number} ${verb}`;
        report({ start: index, end: index + match[0].length, message: `${subject} ${what}. ${remedy}` });
      }
    }
  },
};
