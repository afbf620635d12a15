import assert from 'node:assert/strict';
import { readFile } from '../../../server/src/model/read-file';
import { converted } from './conversion';

const LIBRARY = `-- r.yaml --
references:
  - id: ward-2020
    type: article-journal
    title: Walking and <i>sleep</i> in the 2020s
    author:
      - {family: Ward, given: Ann B.}
    issued: 2020
    container-title: Pain & Sleep
    volume: 12
    issue: 3
    page: 4-9
    DOI: 10.1016/0304-3959(90)91091-N
    PMID: 21
  - id: hill
    type: book
    title: "*Pacing* [new edition]"
    publisher: Example Press
  - id: page
    type: webpage
    title: A page
    URL: http://www.example.org/a/
  - id: bare
    type: article-journal
  - id: ward-again
    type: article-journal
    title: Walking
    PMID: 21
`;
const article = (text: string) => `${LIBRARY}-- a.md --\n${text}\n`;
const numbers = (text: string) => {
  const found = converted(article(text), 'to-numbers');
  return typeof found === 'string' ? found : found['a.md'];
};

describe('an article that is to cite by numbers', () => {
  it('gets numbers in order of first citation, and a list of what it cites', () =>
    assert.equal(
      numbers(
        '---\nkind: article\nbibliography: r.yaml\n---\n\n# T\n\nA [@hill]. B [@page; @hill].\n\nC [@ward-2020].',
      ),
      `---
kind: article
bibliography: r.yaml
---

# T

A [1]. B [1][2].

C [3].

## References

1. \\*Pacing\\* [new edition]. Example Press.
2. A page. [example.org/a](http://www.example.org/a/)
3. Ward AB. Walking and *sleep* in the 2020s. *Pain & Sleep*. 2020;12(3):4-9. [DOI 10.1016/0304-3959(90)91091-n](https://doi.org/10.1016/0304-3959(90)91091-n) · [PMID 21](https://pubmed.ncbi.nlm.nih.gov/21/)
`,
    ));

  it('has a list from which its readers get the identifiers', () => {
    const { facts } = readFile('a.md', numbers('A [@ward-2020]. B [@hill].') ?? '', { named: true });
    assert.deepEqual(
      facts.references.map((one) => one.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)),
      [['doi 10.1016/0304-3959(90)91091-n', 'pmid 21'], []],
    );
  });

  it('cites a paper by its identifier alone where no reference file lists it', () =>
    assert.equal(
      numbers('A [@pmid:29083494].'),
      'A [1].\n\n## References\n\n1. [PMID 29083494](https://pubmed.ncbi.nlm.nih.gov/29083494/)\n',
    ));

  it('has numbers that rise where they stand together, each once', () =>
    assert.match(
      numbers('A [@hill]. B [@page][@ward-2020; @hill]. C [@ward-2020].') ?? '',
      /^A \[1\]\. B \[1\]\[2\]\[3\]\. C \[3\]\.\n/,
    ));

  it('prints what BibTeX writes, and a DOI with signs that end it in a text', () =>
    assert.match(
      String(
        Object.values(
          converted(
            '-- r.bib --\n@article{a, title = {Pain \\emph{in vivo}}, year = 1992, pages = {25 - 36}, doi = {10.1002/(SICI)1097(1996)1:1<5::AID-X1>3.0.CO;2-A}}\n-- a.md --\nA [@a].\n',
            'to-numbers',
          ),
        )[1],
      ),
      /1\. Pain in vivo\. 1992:25-36\. \[DOI\]\(https:\/\/doi\.org\/10\.1002\/\(sici\)1097\(1996\)1:1%3C5::aid-x1%3E3\.0\.co;2-a\)\n$/,
    ));

  it('keeps its own line breaks', () =>
    assert.equal(
      (converted(`${LIBRARY}-- a.md --\nA [@hill].\r`, 'to-numbers') as Record<string, string>)['a.md'],
      'A [1].\r\n\r\n## References\r\n\r\n1. \\*Pacing\\* [new edition]. Example Press.\r\n',
    ));

  it('has a heading as high as its own sections', () =>
    assert.match(numbers('# One\n\nA [@hill].\n\n# Two\n\nB.') ?? '', /\n# References\n/));

  it('leaves names in the sentence that are no keys', () =>
    assert.match(numbers('Thanks to @someone. A [@hill].') ?? '', /^Thanks to @someone\. A \[1\]\./));

  for (const [what, text, why] of [
    ['a page', 'A [@hill, p. 3].', /line 1 says more than keys/],
    ['a word before the key', 'A [see @hill].', /line 1 says more than keys/],
    ['a cross-reference beside the key', 'A [@fig:one; @hill].', /line 1 says more than keys/],
    ['a name in the sentence', 'A.\n\nAs @hill says.', /line 3 cites inside the sentence \(“@hill”\)/],
    ['authors that are left out', 'Hill says so [-@hill].', /line 1 leaves out the authors/],
    ['a key that leads nowhere', 'A [@hil].', /line 1 cites “hil”, and no reference has that key/],
    ['a list', 'A [@hill]. B [1].\n\n## References\n\n1. One', /numbered list already \(line 5\)/],
    ['a section for references', 'A [@hill].\n\n## References', /section for its references already \(line 3\)/],
    ['a place for pandoc’s references', 'A [@hill].\n\n::: {#refs}\n:::', /section for its references already/],
    ['nocite', '---\nnocite: "@page"\n---\n\nA [@hill].', /nocite/],
    ['a syntax error', '---\nkind: article\n title: [\n---\n\nA [@hill].', /syntax error/],
    ['a key in a comment', 'A [@hill].\n\n<!-- or [@page] -->', /line 3 names “page” where it is not read/],
    ['a key in code', 'A [@hill].\n\nWrite `[@page]`.', /line 3 names “page” where it is not read/],
    ['another tool’s citation', 'A [@hill] {cite}`page`.', /another tool/],
    ['two entries of one paper', 'A [@ward-2020; @ward-again].', /are one paper \(PMID 21\)/],
    ['a reference that says nothing', 'A [@bare].', /“bare” in r\.yaml has neither a title nor an identifier/],
    ['brackets that would become a citation', 'A [@hill], the [1] of old.', /line 1 has “\[1\]”/],
    ['a number defined as a link', 'A [@hill].\n\n[1]: https://example.org', /line 3 defines a number as a link/],
    ['an open code fence at the end', 'A [@hill].\n\n```\ncode', /left open/],
    ['a place where a number means something else', 'A x[@hill] = 3.', /would not be read as a citation/],
    ['no citation', 'A.', /nothing in it cites by a key/],
    ['a linked heading that cites', '## A [@hill]\n\nB [above](#a-hill).', /a link leads to the heading/],
  ] as const)
    it(`is left as it is where it has ${what}`, () => assert.match(numbers(text) ?? '', why));

  it('is left as it is where a key is listed twice, or outside its bibliography', () => {
    const twice = `${LIBRARY}-- s.yaml --\nreferences:\n  - {id: hill, title: Another, type: book}\n-- a.md --\nA [@hill].\n`;
    assert.match(
      String(converted(twice, 'to-numbers')),
      /listed more than once \(“hill” in r\.yaml, “hill” in s\.yaml\)/,
    );
    const outside = `${twice.replace('id: hill, title: Another', 'id: other, title: Other')}`.replace(
      'A [@hill]',
      '---\nbibliography: s.yaml\n---\n\nA [@hill]',
    );
    assert.match(String(converted(outside, 'to-numbers')), /not in the files that the article names/);
  });

  it('is left as it is unless it is Markdown', () =>
    assert.match(String(converted(`${LIBRARY}-- a.txt --\nA [@hill].\n`, 'to-numbers', 'a.txt')), /only Markdown/));
});
