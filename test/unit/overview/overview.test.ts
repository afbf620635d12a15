import assert from 'node:assert/strict';
import { referenceName } from '../../../server/src/model/cited-name';
import type { Overview, Remark } from '../../../server/src/overview/overview';
import { parseFixture, projectOf } from '../fixture';
import { claimLine, claimsOf, overviewFrom } from './overview-of';

const REFERENCES = `
-- references/r.yaml --
references:
  - id: field-2020
    title: A field of wheat
    author: [{family: Field, given: Ann}]
    issued: 2020
    DOI: 10.5555/field
  - id: brook-2011
    title: A brook
    PMID: 4242
  - id: alone
    title: Nobody cites this
    PMID: 77
`;

const ARTICLE = `
-- articles/a.md --
---
kind: article
id: a
title: Walking
reviewed: 2026-01-01
---

# Walking

Walking **helps many** people [@field-2020, p. 4; see @brook-2011]. It costs nothing. It is pleasant.

## Longer *walks* {#longer .wide}

@brook-2011 says so too. Rest matters [@nobody-1999], as [a page](https://example.org/x) says [@field-2020].

- Shoes [@pmid:99]
- Socks
${REFERENCES}`;

function linesOf(overview: Overview): string[] {
  return overview.articles.flatMap((article) => claimsOf(article).map((claim) => claimLine(overview, claim)));
}

function remarksOf({ articles, references, elsewhere }: Overview): Remark[] {
  return [
    ...articles.flatMap(({ remarks, sections }) => [
      ...remarks,
      ...sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.remarks)),
    ]),
    ...references.flatMap(({ remarks }) => remarks),
    ...elsewhere.flatMap(({ remarks }) => remarks),
  ];
}

describe('the overview of articles', () => {
  it('gives each sentence that cites once, without its markup, with what it rests on', () =>
    assert.deepEqual(linesOf(overviewFrom(ARTICLE)), [
      'Walking helps many people [@field-2020, p. 4; see @brook-2011]. => field-2020 p. 4 + brook-2011',
      '@brook-2011 says so too. => brook-2011',
      'Rest matters [@nobody-1999], as a page says [@field-2020]. => field-2020 + no nobody-1999',
      'Shoes [@pmid:99] => pmid:99',
    ]));

  it('keeps sentences without a citation where they stand', () => {
    const [article] = overviewFrom(ARTICLE).articles;
    assert.deepEqual(
      article?.sections.map(({ title, passages }) => [
        title,
        ...passages.map((passage) => (passage.type === 'silence' ? passage.sentences : passage.number)),
      ]),
      [
        [undefined, 1, ['It costs nothing.', 'It is pleasant.']],
        ['Longer walks', 2, 3, 4, ['Socks']],
      ],
    );
  });

  it('says of each reference how often and where it is cited', () => {
    const { references } = overviewFrom(`${ARTICLE}
-- conditions/c.yaml --
kind: condition
id: c
name: C
evidence: [brook-2011, brook-2011]
`);
    assert.deepEqual(
      references.map(({ reference, file, line, citedIn }) => [
        referenceName(reference),
        file,
        line,
        citedIn.map((one) => `${one.file} ${one.times}: ${one.sentences}`).join('; '),
      ]),
      [
        ['field-2020', 'references/r.yaml', 2, 'articles/a.md 2: 1,3'],
        ['brook-2011', 'references/r.yaml', 7, 'articles/a.md 2: 1,2; conditions/c.yaml 2: '],
        ['pmid:99', undefined, 1, 'articles/a.md 1: 4'],
        ['alone', 'references/r.yaml', 10, ''],
      ],
    );
  });

  it('leaves out references that the given article does not cite, unless their file is given', () =>
    assert.deepEqual(
      overviewFrom(ARTICLE, ['articles/a.md']).references.map(({ reference }) => referenceName(reference)),
      ['field-2020', 'brook-2011', 'pmid:99'],
    ));

  it('reads an article with a list of its own, and knows the numbers beyond it', () => {
    const overview = overviewFrom(`
-- a.md --
# Sleep

Sleep heals.[2][1] Wake up [2–4].Move on.[1]Rest.

## References

1. https://pubmed.ncbi.nlm.nih.gov/11/
2. Night A. A study of sleep. https://doi.org/10.5555/night
`);
    assert.deepEqual(linesOf(overview), [
      'Sleep heals.[2][1] => 2 + 1',
      'Wake up [2–4].Move on.[1] => 2 + 1 + no 3 + no 4',
    ]);
    assert.deepEqual(overview.articles[0]?.citations, 6);
  });

  it('says which row of a table a claim stands in', () => {
    const [article] = overviewFrom(`
-- a.md --
| Crop | Grows |
|---|---|
| **Wheat** [@field-2020] | well [@brook-2011] |
| Rye | | slowly [@field-2020]. Surely |
${REFERENCES}`).articles;
    assert.deepEqual(
      claimsOf(article).map((claim) => claim.row),
      [undefined, 'Wheat [@field-2020]', 'Rye'],
    );
  });

  it('tells citations that stand in no sentence', () => {
    const overview = overviewFrom(
      `-- a.md --\n---\nkind: article\ntitle: T\nnocite: '@field-2020'\n---\nText.\n${REFERENCES}`,
    );
    assert.deepEqual(overview.articles[0]?.outside, [{ written: '@field-2020', references: [0], missing: [] }]);
  });

  it('tells every finding of the given files once', () => {
    const source = `${ARTICLE}
-- b.md --
# Sleep

Sleep heals.[2][1]Move on.[9] TNFa rises, and so does TNFa.

## References

1. https://pubmed.ncbi.nlm.nih.gov/11/?utm_source=chatgpt.com
2. https://ppl-ai-file-upload.s3.amazonaws.com/a/image.jpg
3. https://pubmed.ncbi.nlm.nih.gov/33/
-- conditions/c.yaml --
kind: condition
id: c
nam: C
evidence: [nothing]
-- references/bad.yaml --
references:
  - id: x
    PMID: 12ab
    colour: [
`;
    const fixture = parseFixture(source);
    const project = projectOf(fixture, true);
    const expected = [...fixture.files.keys()].flatMap((path) => project.findings(path).map((one) => one.message));
    const told = remarksOf(overviewFrom(source));
    assert.ok(expected.length > 8, `only ${expected.length} findings`);
    assert.deepEqual(told.map((one) => one.message).sort(), expected.sort());
  });

  it('counts findings by severity as it tells them', () => {
    const overview = overviewFrom(ARTICLE);
    const told = remarksOf(overview);
    for (const severity of ['error', 'warning', 'info', 'hint'] as const)
      assert.equal(overview.findings[severity], told.filter((one) => one.severity === severity).length, severity);
    assert.equal(overview.findings.error, 1);
  });
});
