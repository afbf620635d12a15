import { checkFix, checkRule } from './check-rule';

const article = (text: string) => `---\nkind: article\ntitle: T\nreviewed: 2025-06-01\n---\n\n${text}\n`;

describe('malformed-citation', () => {
  const rule = 'malformed-citation';
  it('reports a missing semicolon, with a space or a comma in its place', () =>
    checkRule(
      rule,
      article(
        'A [@pmid:24159271 @pmid:21347133].\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A semicolon is missing\nB [@a-2020, @b-2021].\n   ^^^^^^^^^^^^^^^^ A semicolon\n',
      ),
    ));
  it('reports one after a locator, without a fix', () =>
    checkRule(rule, article('A [@a-2020, p. 3 @b-2021].\n   ^^^^^^^^^^^^^^^^^^^^^ A semicolon')));
  it('reports a prefix in capitals', () => checkRule(rule, article('A [@PMID:10435500].\n    ^^^^ “pmid:10435500”')));
  it('reports a misspelt prefix', () =>
    checkRule(rule, article('A [@pubmd:10435500].\n    ^^^^^ Did you mean “pubmed:”?')));
  it('leaves ordinary keys, semicolons and citations in the text alone', () =>
    checkRule(
      rule,
      article('A [@a-2020; @doi:10.5555/X; -@b] and @c-2020 [p. 3; @d] see @Fig:one, [@Smith:2020a], [@Genesis:1].'),
    ));
  it('puts semicolons and small letters in, and touches nothing else', () =>
    checkFix(
      rule,
      article('A  [@pmid:1111 @pmid:2222,  @doi:10.5555/c] [@PMID:10435500, p. 3].'),
      article('A  [@pmid:1111; @pmid:2222; @doi:10.5555/c] [@pmid:10435500, p. 3].'),
    ));
});
