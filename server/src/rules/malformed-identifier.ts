// Is each PMID, DOI, PMCID, ISBN … one that can exist?

import type { FileRule } from '../lint/rule';
import type { MalformedIdentifier } from '../model/facts';
import { identifierOfKey } from '../model/identifier-key';

/** Reference managers often export a journal's ISSN as an ISBN. */
const ISSN = /^\d{4}-\d{3}[\dX]$/i;

function sentence({ scheme, raw, problem }: MalformedIdentifier): string {
  return scheme === 'isbn' && ISSN.test(raw.trim())
    ? `“${raw.trim()}” is an ISSN, the number of a journal, not an ISBN: write it under ISSN.`
    : `${problem}.`;
}

export const malformedIdentifier: FileRule = {
  scope: 'file',
  meta: {
    id: 'malformed-identifier',
    group: 'references',
    summary: 'A PMID, PMCID, DOI, ISBN, arXiv id or trial number that cannot be one.',
    severity: 'error',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    for (const reference of file.facts.references) {
      for (const one of reference.malformed) report({ start: one.start, end: one.end, message: sentence(one) });
    }
    for (const citation of file.facts.citations) {
      if (citation.type === 'number') continue;
      const { key, keyRange } = citation;
      const stated = identifierOfKey(key);
      if (stated && 'problem' in stated.parsed) report({ ...keyRange, message: `${stated.parsed.problem}.` });
    }
  },
};
