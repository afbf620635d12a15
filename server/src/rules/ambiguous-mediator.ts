// Does a name stand for more than one mediator?

import type { FileRule } from '../lint/rule';
import type { VocabEntry } from '../vocab/entry';
import { lookUp } from '../vocab/look-up';
import { mentionsIn } from './mediator-mention';

function choices(entries: readonly VocabEntry[]): string {
  const names = entries.map(
    (entry) => `${entry.name}${entry.symbol && entry.symbol !== entry.name ? ` (${entry.symbol})` : ''}`,
  );
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

export const ambiguousMediator: FileRule = {
  scope: 'file',
  meta: {
    id: 'ambiguous-mediator',
    group: 'words',
    summary: 'A name that several mediators share, so that a reader cannot tell which is meant.',
    severity: 'hint',
    confidence: 'medium',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    for (const { start, end, text, entry, ambiguousWith } of mentionsIn(file)) {
      if (ambiguousWith.length > 0)
        report({
          start,
          end,
          message: `“${text}” can mean ${choices([entry, ...ambiguousWith])}. Name the one you mean.`,
        });
    }
    for (const { kind, id, start, end } of file.facts.uses) {
      const entries = kind === 'mediator' ? lookUp('mediator', id)?.entries : undefined;
      if (!entries || entries.length < 2) continue;
      report({
        start,
        end,
        message: `“${id}” can mean ${choices(entries)}. Write the id of the one you mean.`,
        suggestions: entries.map((entry) => ({
          title: `Change to “${entry.id}” (${entry.name})`,
          edits: [{ start, end, text: entry.id }],
        })),
      });
    }
  },
};
