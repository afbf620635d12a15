import assert from 'node:assert/strict';
import { readFile } from '../../../server/src/model/read-file';

function dataOf(fields: string) {
  const [reference] = readFile('a.bib', `@article{a,\n${fields}\n}`).facts.references;
  assert.ok(reference);
  return reference.data;
}

describe('what a reference says of itself', () => {
  for (const [written, said] of [
    ['Plain words, with-one dash', 'Plain words, with-one dash'],
    ['{TNF} and\n  its {{R}eceptor}', 'TNF and its Receptor'],
    ['a -- b --- c ---- d', 'a – b — c —- d'],
    ['Sj\\"ogren, Sj{\\"o}gren and \\v{C}ech', 'Sjögren, Sjögren and Čech'],
    ['\\emph{In vivo} \\& \\textit{in vitro}: 5\\%', 'In vivo & in vitro: 5%'],
    ['two\u00a0 blanks', 'two blanks'],
  ] as const)
    it(`is “${said}” in BibTeX for ${JSON.stringify(written)}`, () =>
      assert.equal(dataOf(`title = {${written}}`).title, said));

  it('has its pages without blanks around the dash', () => {
    for (const pages of ['12--21', '12 -- 21', '12–21', '12 – 21']) {
      assert.equal(dataOf(`pages = {${pages}}`).page, '12–21');
    }
    assert.equal(dataOf('pages = {12 - 21}').page, '12-21');
  });
  it('has its year from a date, and from the first of two fields that says anything', () => {
    assert.equal(dataOf('date = {2019-05-03}').year, 2019);
    assert.equal(dataOf('year = {}, date = {in press, 2019}').year, 2019);
    assert.equal(dataOf('year = {1499}').year, undefined);
    assert.equal(dataOf('journal = {}, booktitle = {B}').container, 'B');
  });
  it('has its authors whatever blanks stand between them', () =>
    assert.deepEqual(dataOf('author = {Doe, {Jane} and\n\tJohn  Roe}').authors, [
      { family: 'Doe', given: 'Jane' },
      { family: 'Roe', given: 'John' },
    ]));
  it('has an eprint for an identifier when that is one of arXiv', () => {
    const identifiers = (fields: string) =>
      readFile('a.bib', `@misc{a, ${fields}}`).facts.references[0]?.identifiers.map(({ scheme }) => scheme);
    assert.deepEqual(identifiers('eprint = {2301.01234}, archivePrefix = {arXiv}'), ['arxiv']);
    assert.deepEqual(identifiers('eprint = {2301.01234}, eprinttype = {hdl}'), []);
  });
});
