import assert from 'node:assert/strict';
import { Folder } from './run';

const SOURCE = `-- a.md --
Pain [see @smith-2021, p. 3; -@pmid:123] and @nobody-1999.

-- b.md --
Pain[2–3][1].

## References

1. https://pubmed.ncbi.nlm.nih.gov/11/
2. https://pubmed.ncbi.nlm.nih.gov/22/
-- references/r.yaml --
references:
  - id: smith-2021
    title: "A, B"
    DOI: 10.5555/abc
  - id: other
    PMID: 123
`;

describe('clinical-content citations and references', function () {
  this.timeout(20_000);
  const within = (body: (folder: Folder) => void) => {
    const folder = new Folder(SOURCE);
    try {
      body(folder);
    } finally {
      folder.remove();
    }
  };

  it('list every citation with what it leads to, in the order of the text', () =>
    within((folder) => {
      const rows = JSON.parse(folder.run('citations', '-f', 'json').out);
      assert.deepEqual(rows[0], {
        file: 'a.md',
        line: 1,
        column: 11,
        text: '@smith-2021, p. 3',
        key: 'smith-2021',
        mode: 'normal',
        locator: 'page 3',
        identifier: 'doi:10.5555/abc',
        reference: 'smith-2021',
        referenceFile: 'references/r.yaml',
        referenceLine: 2,
      });
      assert.deepEqual(
        rows.map((row: Record<string, unknown>) => `${row.file} ${row.key} ${row.mode} ${row.reference}`),
        [
          'a.md smith-2021 normal smith-2021',
          'a.md pmid:123 suppressed other',
          'a.md nobody-1999 in-text null',
          'b.md 2 normal 2',
          'b.md 3 normal null',
          'b.md 1 normal 1',
        ],
      );
    }));

  it('list every reference with how often it is cited', () =>
    within((folder) => {
      const rows = JSON.parse(folder.run('references', '-f', 'json').out);
      assert.deepEqual(
        rows.map((row: Record<string, unknown>) => `${row.id} ${row.identifiers} ${row.cited}`),
        ['1 pmid:11 1', '2 pmid:22 1', 'smith-2021 doi:10.5555/abc 1', 'other pmid:123 1'],
      );
    }));

  it('print CSV that keeps commas and quotation marks', () =>
    within((folder) => {
      const lines = folder.run('references', '--format', 'csv').out.split('\r\n');
      assert.equal(lines[0], 'file,line,id,identifiers,title,year,cited,state');
      assert.equal(lines[3], 'references/r.yaml,2,smith-2021,doi:10.5555/abc,"A, B",,1,unverified');
    }));

  it('print a table for people, and say how much there is', () =>
    within((folder) => {
      const { out, err } = folder.run('citations');
      assert.match(out, /^place +key +mode +reference +identifier\n/);
      assert.equal(err, '6 citations in 3 files.\n');
    }));

  it('say what is wrong with the command line', () =>
    within((folder) => assert.match(folder.run('citations', '-f', 'pdf').err, /^There is no format “pdf”/)));

  it('say which files they could not read', () => {
    const folder = new Folder('-- a.md --\nIt helps [@pmid:1].\n');
    try {
      folder.write('library.bib', 'x'.repeat(65 * 1024 * 1024));
      assert.match(folder.run('citations').err, /^library\.bib is larger than 64 MB and was not read\.\n/);
    } finally {
      folder.remove();
    }
  });
});
