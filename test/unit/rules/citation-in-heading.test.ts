import { checkRule } from './check-rule';

const article = (text: string) => `---\nkind: article\ntitle: T\nreviewed: 2025-06-01\n---\n\n${text}\n`;

describe('citation-in-heading', () => {
  const rule = 'citation-in-heading';
  it('reports a bracket once, however many it cites', () =>
    checkRule(
      rule,
      article('## Why it helps [@pmid:1; @pmid:2]\n                ^^^^^^^^^^^^^^^^^^ Move it\n\nText.'),
    ));
  it('reports numbers that cite a list', () =>
    checkRule(rule, article('## Why it helps[1]\n               ^^^\n\nText.\n\n## References\n\n1. Smith A.')));
  it('accepts citations below a heading, and a year in one', () =>
    checkRule(rule, article('## What changed [2021]\n\nIt helps [@pmid:1].')));
});
