// Is each mediator spelt as its field spells it?

import type { FileRule } from '../lint/rule';
import type { VocabEntry } from '../vocab/entry';
import { lookUp } from '../vocab/look-up';
import { entryById } from '../vocab/store';
import { mentionsIn } from './mediator-mention';

/** An id, a gene's symbol, or the preferred name in any case and number needs no remark. */
function isUsual(written: string, entry: VocabEntry): boolean {
  const via = lookUp('mediator', written)?.via;
  if (via === 'id' || via === 'symbol') return true;
  const plain = (text: string) => text.toLowerCase().replace(/s$/, '');
  return plain(written) === plain(entry.name);
}

export const noncanonicalMediator: FileRule = {
  scope: 'file',
  meta: {
    id: 'noncanonical-mediator',
    group: 'words',
    summary: 'A cytokine or other mediator in an unusual spelling, such as IL6 or TNFa.',
    severity: 'hint',
    confidence: 'medium',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    for (const { start, end, text, preferred, exact, ambiguousWith } of mentionsIn(file)) {
      // A look-alike letter or dash is the finding of another rule.
      if (exact || ambiguousWith.length > 0 || /[ßɑ\u2010-\u2015\u2212]/.test(text)) continue;
      report({
        start,
        end,
        message: `“${text}” is usually written “${preferred}”.`,
        suggestions: [{ title: `Change to “${preferred}”`, edits: [{ start, end, text: preferred }] }],
      });
    }
    for (const { kind, id, canonical, start, end } of file.facts.uses) {
      if (kind !== 'mediator' || canonical === undefined || canonical === id) continue;
      const entry = entryById('mediator', canonical);
      if (!entry || isUsual(id, entry)) continue;
      report({
        start,
        end,
        message: `“${id}” is ${entry.name} in the vocabulary: write “${canonical}”.`,
        suggestions: [{ title: `Change to “${canonical}”`, edits: [{ start, end, text: canonical }] }],
      });
    }
  },
};
