// Can a reader, and a checker, find the paper that a reference means?

import type { FileRule } from '../lint/rule';
import { debrisIn } from '../model/debris';
import { isJournalPage } from '../model/journal-page';

/** Kinds of sources that rightly have no PMID or DOI. */
const WITHOUT =
  /^(?:webpage|post|post-weblog|book|report|legislation|bill|broadcast|motion_picture|interview|personal_communication|software|dataset|standard|thesis|document|manuscript|entry|entry-encyclopedia|entry-dictionary|pamphlet|speech|song|treaty|patent|chapter|paper-conference|article-newspaper|article-magazine)$/;
export const missingIdentifier: FileRule = {
  scope: 'file',
  meta: {
    id: 'missing-identifier',
    group: 'references',
    summary: 'A reference to a paper that has no PMID, PMCID or DOI, so that nobody can check it.',
    severity: 'info',
    confidence: 'medium',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    for (const reference of file.facts.references) {
      if (reference.identifiers.some((one) => one.scheme !== 'url') || reference.malformed.length > 0) continue;
      const address = reference.identifiers.find((one) => one.scheme === 'url');
      if (reference.type === 'numbered') {
        if (!address || debrisIn(reference.text) || !isJournalPage(address.value)) continue;
        report({
          start: address.start,
          end: address.end,
          message: `Reference ${reference.number} has a web address but no identifier. Find the paper’s PMID or DOI and link to that, so that it can be checked.`,
        });
      } else if (!reference.data.type || !WITHOUT.test(reference.data.type)) {
        report({
          ...reference.keyRange,
          message: `“${reference.key}” has no PMID, PMCID or DOI. Add one, so that readers can find the paper and it can be checked.`,
        });
      }
    }
  },
};
