import assert from 'node:assert/strict';
import { parseBibtex } from '../../../server/src/syntax/bibtex';

function read(text: string): string[] {
  return parseBibtex(text).entries.map(
    ({ type, key, fields }) => `${type} ${key}: ${fields.map(({ name, value }) => `${name}=${value}`).join('; ')}`,
  );
}

describe('BibTeX', () => {
  it('is read with braces, quotes, numbers and joined strings', () => {
    assert.deepEqual(
      read(
        '@string{jp = "J Pain"}\n@Article{a-1,\n title = {A {B} c}, journal = jp # " Res", year = 2020, month = may,\n}',
      ),
      ['article a-1: title=A {B} c; journal=J Pain Res; year=2020; month=may'],
    );
  });
  it('is read whatever blanks, comments and capitals its names stand among', () =>
    assert.deepEqual(read('@ARTICLE \t{\u00a0a-1 ,% c\n\tTitle\u3000= % c\r\n {T}\t, , YEAR\n=\n2020 # "b"}'), [
      'article a-1: title=T; year=2020b',
    ]));
  it('skips comments, preambles and text between entries', () => {
    assert.deepEqual(
      read('text @comment{x @article{no, a={b}}}\n@preamble{"x"}\n% @article{no2,}\n@book(b, title = "T")'),
      ['article no2: ', 'book b: title=T'],
    );
  });
  it('has exact ranges for keys and values', () => {
    const text = '@article{key1,\n  doi = {10.5555/x},\n}';
    const [entry] = parseBibtex(text).entries;
    assert.equal(text.slice(entry!.keyRange.start, entry!.keyRange.end), 'key1');
    assert.equal(text.slice(entry!.fields[0]!.valueRange.start, entry!.fields[0]!.valueRange.end), '10.5555/x');
  });
  it('goes on after a broken entry, and says what is broken', () => {
    const { entries, problems } = parseBibtex(
      '@article{a,\n  title = {never closed,\n\n@article{b,\n  title = {B}\n}\n',
    );
    assert.ok(entries.some((entry) => entry.key === 'b'));
    assert.match(problems[0]?.message ?? '', /never closed/);
  });
  it('asks for a key where there is none, and takes no field for one', () => {
    for (const text of ['@article{,\n title = {x}\n}', '@article{\n title = {x}\n}', '@article{ }']) {
      const { entries, problems } = parseBibtex(`${text}\n@book{b, title = {B}}`);
      assert.deepEqual(
        [entries.map((entry) => entry.key), problems.map(({ start, end, message }) => [start, end, message])],
        [['b'], [[0, 8, 'This entry has no key: write one after the opening brace, as in @article{smith-2021, …}.']]],
      );
    }
  });
  it('takes neither sets nor prose for papers', () => {
    const text =
      'Mail a@word (b) or x@x.org (Mail)\n@x.org (Mail)\n@set{s, entryset = {a,b}}\n@xdata{x, title = {X}}\n  @book(b, title = "T")\n';
    const { entries, problems } = parseBibtex(text);
    assert.deepEqual([entries.map((entry) => entry.key), problems], [['b'], []]);
  });
  it('reads what is nested without end, and says so', () => {
    assert.ok(parseBibtex('@article{a, title = {'.repeat(20_000)).problems.length > 0);
    assert.ok(parseBibtex('@article{a, title = "'.repeat(20_000)).problems.length > 0);
    assert.deepEqual(parseBibtex('{'.repeat(200_000)), { entries: [], problems: [] });
  });
});
