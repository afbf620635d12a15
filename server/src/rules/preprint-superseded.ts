// Has a cited preprint been published since?

import { papersOf } from '../index/same-paper';
import type { WorkspaceRule } from '../lint/rule';
import { labelOf } from '../model/identifier';

export const preprintSuperseded: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'preprint-superseded',
    group: 'references',
    summary: 'A preprint that has been published in a journal since, by the lock file.',
    severity: 'hint',
    confidence: 'medium',
    fixable: false,
    since: '0.1.0',
  },
  check(facts, report, { workspace }) {
    for (const reference of facts.references) {
      for (const { scheme, value, start, end } of reference.identifiers) {
        const published = papersOf(workspace, scheme, value).find((paper) => paper.publishedAs)?.publishedAs;
        if (!published) continue;
        const name = `${labelOf(published.scheme)} ${published.value}`;
        report({
          start,
          end,
          message: `This preprint was published as ${name}. Cite the published version, and check that it says the same.`,
        });
        break;
      }
    }
  },
};
