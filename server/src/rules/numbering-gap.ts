// Do the numbers of a reference list follow one another?

import type { WorkspaceRule } from '../lint/rule';

export const numberingGap: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'numbering-gap',
    group: 'citations',
    summary: 'A reference list whose numbers leave one out, or have one twice.',
    severity: 'warning',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, report) {
    let before = 0;
    for (const reference of facts.references) {
      // Footnotes are numbered anew when they are printed.
      if (reference.origin !== 'list') continue;
      const { number, start, end } = reference;
      const missing = number - before - 1;
      if (number <= before) {
        report({
          start,
          end,
          message: `Number ${number} follows ${before} in this list. Number the references one after another.`,
        });
      } else if (missing > 0) {
        const which = missing === 1 ? `${before + 1} is` : `${before + 1} to ${number - 1} are`;
        report({
          start,
          end,
          message: `The list goes from ${before === 0 ? 'its beginning' : before} to ${number}: ${which} missing. Add what was lost, or renumber.`,
        });
      }
      before = number;
    }
  },
};
