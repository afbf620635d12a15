// Is each PMID, DOI, PMCID, ISBN … one that can exist?

import type { FileRule } from '../lint/rule';
import { identifierOfKey } from '../model/identifier';

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
      for (const { start, end, problem } of reference.malformed) report({ start, end, message: `${problem}.` });
    }
    for (const { key, keyRange } of file.facts.citations) {
      const stated = identifierOfKey(key);
      if (stated && 'problem' in stated.parsed) report({ ...keyRange, message: `${stated.parsed.problem}.` });
    }
  },
};
