import { checkFix, checkRule } from './check-rule';

const article = (text: string) =>
  `---\nkind: article\ntitle: T\nreviewed: 2025-06-01\n---\n\n${text}\n\n## References\n\n1. https://doi.org/10.5555/a\n2. https://doi.org/10.5555/b\n3. https://doi.org/10.5555/c\n`;

describe('missing-separator', () => {
  const rule = 'missing-separator';
  it('reports numbers of the list that nothing parts', () =>
    checkRule(rule, article('It helps [1 3].\n         ^^^^^ put commas')));
  it('puts commas between numbers that rise', () =>
    checkFix(rule, article('It helps [1  2 3].'), article('It helps [1, 2, 3].')));
  for (const [what, text] of [
    ['numbers that the list does not have', 'It helps [1 12].'],
    ['numbers that are parted', 'It helps [1, 3] and [2;3] and [1–3].'],
    ['the text of a link', 'It helps [1 3](https://example.org).'],
    ['code', 'Write `[1 3]` so.'],
    ['words', 'It helps [1 of 3].'],
  ] as const)
    it(`accepts ${what}`, () => checkRule(rule, article(text)));
  it('is silent without a list', () => checkRule(rule, 'It helps [1 3].\n'));
});
