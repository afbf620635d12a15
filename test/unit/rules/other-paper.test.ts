// Are two papers told apart that only share an identifier or an address?

import { checkRule } from './check-rule';

describe('two papers', () => {
  const rule = 'duplicate-reference';
  const entry = (key: string, title: string, author: string) =>
    `@article{${key}, title = {${title}}, author = {${author}}, doi = {10.5555/abc}}\n`;
  const other = `${entry('walk', 'Walking and sleep in older people', 'Ward, Ann')}${entry('diet', 'A low fat diet for gout', 'Hill, Ben')}`;
  it('under one DOI are a wrong identifier, not one to be dropped', () =>
    checkRule(rule, `-- r.bib --\n${other}         ^^^^ different papers with one identifier (DOI 10.5555/abc)\n`));
  it('that say the same are one', () => {
    const again = entry('sleep', 'Walking and sleep in older people: a trial', 'Ward, A.');
    checkRule(rule, `-- r.bib --\n${other.split('\n')[0]}\n${again}         ^^^^^ the same paper as “walk”\n`);
  });
  it('with the address of one home page are two entries', () =>
    checkRule(
      rule,
      'Pain [1][2].\n\n## References\n\n1. Global report on ageing. https://www.who.int/\n2. Sodium intake for adults. https://www.who.int/\n',
    ));
});
