import { checkFix, checkRule } from './check-rule';

const LIST = `
## References

1. https://pubmed.ncbi.nlm.nih.gov/11111111/
2. https://pubmed.ncbi.nlm.nih.gov/22222222/
3. https://pubmed.ncbi.nlm.nih.gov/33333333/
`;
const REFERENCES = `
-- references/pain.yaml --
references:
  - id: smith-2021
    type: article-journal
    title: An example title
    DOI: 10.5555/abc
  - id: jones-2020
    title: Another title
    PMID: 12345678
`;

describe('citation-out-of-range', () => {
  const rule = 'citation-out-of-range';
  it('reports a number beyond the list at its first place, with how often it is cited', () =>
    checkRule(rule, `Pain[1] persists[7].\n                 ^ the list ends at 3\nAgain[7][2].\n${LIST}`));
  it('reports a number that a gap in the list leaves out', () =>
    checkRule(rule, 'One[1] two[2].\n           ^ no number 2\n\n## References\n\n1. a\n3. b\n'));
  it('reports a span that runs past the end once', () => checkRule(rule, `Pain[2–4].\n     ^^^ Citation 4\n${LIST}`));
  it('says nothing about an article without a list', () =>
    checkRule(rule, 'An array[7] and matrix[1, 2] of [@smith-2021].'));
  it('takes years and statistics for what they are', () =>
    checkRule(rule, `In [2021] it fell (95% CI [12, 45]) to a third[3].\n${LIST}`));
  it('takes isotopes for what they are', () => checkRule(rule, `A [14]C tracer and [68]Ga-PSMA[1].\n${LIST}`));
  it('does not read code, links or the list itself', () =>
    checkRule(
      rule,
      `Use \`a[9]\` or [9](https://example.org) or [text][9].\n\n    indented[9]\n${LIST}\n[9]: https://example.org`,
    ));
  it('takes a reference heading in bold or capitals', () =>
    checkRule(rule, 'Pain[2].\n     ^ ends at 1\n\n**References**\n\n1. a\n'));
  it('numbers a list written 1. 1. 1. as a reader sees it', () =>
    checkRule(rule, 'Pain[3].\n\n## References\n\n1. a\n1. b\n1. c\n'));
});

describe('uncited-reference', () => {
  const rule = 'uncited-reference';
  it('reports listed numbers that are never cited', () =>
    checkRule(
      rule,
      'Pain[1][3].\n\n## References\n\n1. a\n2. an unused source\n   ^^^^^^^^^^^^^^^^ Reference 2\n3. c\n',
    ));
  it('counts every number inside a span', () => checkRule(rule, `Pain[1–3].\n${LIST}`));
  it('reports keys that nothing cites', () =>
    checkRule(
      rule,
      'Pain [@smith-2021].\n-- references/pain.yaml --\nreferences:\n  - id: smith-2021\n    title: A\n  - id: jones-2020\n        ^^^^^^^^^^ Nothing cites\n    title: B\n',
    ));
  it('counts a citation by identifier', () =>
    checkRule(rule, `Pain [@doi:10.5555/ABC] and [@pmid:12345678].${REFERENCES}`));
  it('counts a record’s evidence', () =>
    checkRule(
      rule,
      `-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\nevidence: [smith-2021]\nmechanisms:\n  - mechanism: glial-activation\n    evidence:\n      - reference: jones-2020\n${REFERENCES.trim()}`,
    ));
  it('counts a citation through a tag', () =>
    checkRule(
      rule,
      'Pain [@tag:deep].\n-- citation-tags.tsv --\ntag\tcitation\ndeep\tdoi:10.5555/abc\n-- refs.bib --\n@article{x, title={T}, doi={10.5555/ABC}}\n',
    ));
  it('counts what nocite lists, and @* for everything', () => {
    checkRule(
      rule,
      `---\nnocite: '@smith-2021'\nreviewed: 2026-01-01\n---\nText.${REFERENCES.replace('jones-2020', 'jones-2020\n        ^^^^^^^^^^')}`,
    );
    checkRule(rule, `---\nnocite: |\n  @*\nreviewed: 2026-01-01\n---\nText.${REFERENCES}`);
  });
  it('matches an address in a citation with the entry that has its DOI', () =>
    checkRule(rule, `Pain [@https://doi.org/10.5555/abc; @jones-2020].${REFERENCES}`));
  it('does not count a tag that is only defined', () =>
    checkRule(
      rule,
      'Pain [@pmid:1].\n-- citation-tags.tsv --\ntag\tcitation\ndeep\tdoi:10.5555/abc\n-- refs.bib --\n@article{x, title={T}, doi={10.5555/abc}}\n         ^ Nothing cites\n',
    ));
});

describe('unresolved-citation', () => {
  const rule = 'unresolved-citation';
  it('reports a key that no file defines, with the near miss', () =>
    checkRule(
      rule,
      `Pain [@smith-2012].${REFERENCES}`.replace(
        'smith-2012].',
        'smith-2012].\n       ^^^^^^^^^^ Did you mean “smith-2021”?',
      ),
    ));
  it('reports each key of a bracket on its own', () =>
    checkRule(
      rule,
      'Pain [see @smith-2021, p. 3; -@nobody-1999].\n                               ^^^^^^^^^^^ No reference' +
        REFERENCES,
    ));
  it('leaves an identifier alone: it names its paper by itself', () =>
    checkRule(rule, `A [@pmid:29083494; @doi:10.1136/bmj.n71; @PMC4304851x]${''}.`.replace('; @PMC4304851x', '')));
  it('leaves cross-references alone', () =>
    checkRule(rule, 'See @fig:one, [@Fig:two; @tbl-three] and @sec-four. [@eq:five]'));
  it('leaves people, packages and addresses alone', () =>
    checkRule(
      rule,
      `Ask @dhimmel or a@b.org, see mastodon.online/@x, install @types/node, and cite [@smith-2021].${REFERENCES}`,
    ));
  it('reports an in-text key that looks like one', () =>
    checkRule(rule, `As @doe-2019 showed [@smith-2021].\n    ^^^^^^^^ No reference${REFERENCES}`));
  it('reports evidence in a record', () =>
    checkRule(
      rule,
      '-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\nevidence: [nobody-1999]\n           ^^^^^^^^^^^ No reference',
    ));
  it('says when the key stands in a file the article does not list', () =>
    checkRule(
      rule,
      `---\nbibliography: references/other.yaml\n---\nPain [@smith-2021].\n       ^^^^^^^^^^ does not list${REFERENCES}-- references/other.yaml --\nreferences:\n  - id: x-1\n    title: X\n`,
    ));
  it('reads citations in headings, tables, quotes, footnotes and list items', () =>
    checkRule(
      rule,
      '# On pain [@no-1]\n            ^^^^\n\n> quoted [@no-2]\n           ^^^^\n\n- item [@no-3]\n         ^^^^\n\n| a | b |\n|---|---|\n| x | [@no-4] |\n        ^^^^\n\nText[^1].\n\n[^1]: See [@no-5].\n            ^^^^\n',
    ));
  it('reads no citations in code, comments, mathematics, escapes or link targets', () =>
    checkRule(
      rule,
      'A `[@no-1]` <!-- [@no-2] --> $x_{[@no-3]}$ \\[\\@no-4\\] [@smith-2021](https://example.org/@no-5)\n\n```\n[@no-6]\n```\n',
    ));
  it('accepts the tag of a definition in the text', () =>
    checkRule(rule, 'A claim [@deep].\n\n[@deep]: doi:10.5555/abc\n'));
  for (const [what, key] of [
    ['of the front matter', 'citekey-aliases:\n  deep: doi:10.5555/abc'],
    ['below “pandoc”', 'pandoc:\n  citekey-aliases:\n    deep: doi:10.5555/abc'],
  ] as const)
    it(`accepts a tag that an alias ${what} defines`, () =>
      checkRule(rule, `---\ntitle: T\n${key}\n---\n\nA claim [@deep] and [@shallow].\n${' '.repeat(22)}^^^^^^^\n`));
  it('accepts references written in the front matter', () =>
    checkRule(rule, '---\nreferences:\n  - id: own-2020\n    title: Own\n---\nA claim [@own-2020].\n'));
});

describe('unordered-citations', () => {
  const rule = 'unordered-citations';
  it('reports brackets that touch out of order', () => checkRule(rule, `Pain[2][1].\n    ^^^^^^ write 1, 2\n${LIST}`));
  it('reports numbers out of order inside one bracket', () =>
    checkRule(rule, `Pain[3,1].\n    ^^^^^ write 1, 3\n${LIST}`));
  it('accepts rising numbers and separate places', () => checkRule(rule, `Pain[1][3] and more[2] text[1–3].\n${LIST}`));
  it('puts the numbers in order and touches nothing else', () =>
    checkFix(rule, `A[2][1]  b [3; 1] c[3][1–2].\n${LIST}`, `A[1][2]  b [1; 3] c[1–2][3].\n${LIST}`));
});

describe('glued-citation', () => {
  const rule = 'glued-citation';
  it('reports a citation that runs into the next sentence', () =>
    checkRule(rule, `Lowers IL-6.[1]Clinical trials.\n            ^^^^^^^^^^^ “Clinical”\n${LIST}`));
  it('accepts punctuation, another citation and isotopes', () =>
    checkRule(rule, `Pain[1], more[1][2]; [3]H-thymidine[2]—so.\n${LIST}`));
  it('reports a keyed citation too', () =>
    checkRule(rule, `Pain [@smith-2021]and more.\n     ^^^^^^^^^^^^^^^^${REFERENCES}`));
  it('puts a space between', () =>
    checkFix(rule, `IL-6.[1]Clinical and [2][3]more.\n${LIST}`, `IL-6.[1] Clinical and [2][3] more.\n${LIST}`));
});

describe('duplicate-citation', () => {
  const rule = 'duplicate-citation';
  it('reports a number twice in one cluster', () =>
    checkRule(rule, `Pain[1][2][1].\n           ^ cited twice\n${LIST}`));
  it('reports one paper under its key and its identifier', () =>
    checkRule(
      rule,
      `Pain [@smith-2021; @doi:10.5555/abc].\n                    ^^^^^^^^^^^^^^^ as “smith-2021”${REFERENCES}`,
    ));
  it('accepts the same paper at two places of its text', () =>
    checkRule(rule, `Pain [@smith-2021, p. 3; @smith-2021, p. 9].${REFERENCES}`));
  it('removes a bracket of its own', () =>
    checkFix(rule, `Pain[1][2][1] stays.\n${LIST}`, `Pain[1][2] stays.\n${LIST}`));
});
