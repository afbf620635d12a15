import { checkRule } from './check-rule';

const list = (...items: string[]) => `Pain[1][2][3][4].\n\n## References\n\n${items.join('\n')}\n`;

describe('numbering-gap', () => {
  const rule = 'numbering-gap';
  it('reports a number that is left out', () =>
    checkRule(rule, list('1. a', '2. b', '4. d', '   ^ from 2 to 4: 3 is missing')));
  it('reports several', () => checkRule(rule, list('1. a', '5. e', '   ^ 2 to 4 are missing')));
  it('reports a list that does not begin with 1', () => checkRule(rule, list('2. b', '   ^ 1 is missing', '3. c')));
  it('reports a number twice', () => checkRule(rule, list('1. a', '2. b', '2. c', '   ^ Number 2 follows 2')));
  it('accepts a list in order, and one that Markdown numbers itself', () => {
    checkRule(rule, list('1. a', '2. b', '3. c'));
    checkRule(rule, list('1. a', '1. b', '1. c'));
  });
  it('says nothing of keyed references', () =>
    checkRule(rule, 'Pain [@a].\n-- r.yaml --\nreferences:\n  - id: a\n    title: A'));
});
