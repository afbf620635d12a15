import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Folder } from './run';
import { run, wordDocument } from './word-document';

const SOURCE = `-- Pain Talk.txt --
Pain today

Nerves can hurt.[1][2] Much more [7].

REFERENCES

  1. https://pubmed.ncbi.nlm.nih.gov/11/

  2. https://doi.org/10.5555/abc

  3. https://pubmed.ncbi.nlm.nih.gov/33/
-- notes.md --
# Notes

Text [1].

## References

1. https://pubmed.ncbi.nlm.nih.gov/11/
`;

describe('clinical-content import', function () {
  this.timeout(20_000);
  const within = (body: (folder: Folder) => void, source = SOURCE.replace('Pain Talk.txt', 'pain-talk.txt')) => {
    const folder = new Folder(source);
    try {
      body(folder);
    } finally {
      folder.remove();
    }
  };

  it('writes the article and its references, and says what a person must look at', () =>
    within((folder) => {
      const { code, out, err } = folder.run('import', 'pain-talk.txt', '-o', 'new/deep');
      assert.equal(code, 0);
      assert.equal(out, 'new/deep/pain-talk.md\nnew/deep/pain-talk.references.yaml\n');
      assert.equal(
        err,
        `
pain-talk.txt
  - The text cites number 7 (line 10 of the new article), which the list does not have. It was left as it is.
  - Nothing in the text cites entry 3. It was kept.

Imported 1 file: 2 citations, 3 references. 2 things to look at.
`,
      );
      assert.match(
        folder.read('new/deep/pain-talk.md'),
        /Nerves can hurt\.\[@pmid-11; @doi-10\.5555-abc\] Much more \[7\]\./,
      );
      assert.match(folder.read('new/deep/pain-talk.references.yaml'), /\n {2}- id: pmid-11\n {4}PMID: 11\n/);
      assert.equal(folder.run('check', 'new').code, 0);
    }));

  it('writes beside the article when no folder is named', () =>
    within((folder) => {
      assert.equal(folder.run('import', 'pain-talk.txt').out, 'pain-talk.md\npain-talk.references.yaml\n');
    }));

  it('replaces no file without being told to, and then writes nothing', () =>
    within((folder) => {
      folder.write('pain-talk.references.yaml', 'mine');
      const { code, err } = folder.run('import', 'pain-talk.txt');
      assert.equal(code, 2);
      assert.match(err, /^“pain-talk\.references\.yaml” is there already and was not replaced; nothing was written\./);
      assert.deepEqual(readdirSync(folder.path).sort(), ['notes.md', 'pain-talk.references.yaml', 'pain-talk.txt']);
      assert.equal(folder.run('import', 'pain-talk.txt', '--force').code, 0);
      assert.match(folder.read('pain-talk.references.yaml'), /^# The references/);
    }));

  it('never replaces the article itself', () =>
    within((folder) => {
      const before = folder.read('notes.md');
      const { code, err } = folder.run('import', 'notes.md', '--force');
      assert.equal(code, 2);
      assert.match(err, /^“notes\.md” would be replaced by its own import\. Name another folder with -o/);
      assert.equal(folder.read('notes.md'), before);
      assert.equal(folder.run('import', 'notes.md', '-o', 'new').code, 0);
    }));

  it('says in a sentence what it cannot import', () =>
    within((folder) => {
      folder.write('latin.txt', Buffer.from([0x50, 0xe4, 0x69, 0x6e]));
      const says = (...args: string[]) => folder.run('import', ...args).err;
      assert.match(says(), /^Name the article to import/);
      assert.match(says('none.txt'), /^There is no file “none\.txt”/);
      assert.match(says('talk.pdf'), /^“talk\.pdf” cannot be imported/);
      assert.match(says('latin.txt'), /^“latin\.txt” is not saved as UTF-8/);
      assert.match(says('--fast'), /^import has no option “--fast”\./);
      assert.match(
        says('pain-talk.txt', './pain-talk.txt', '-o', 'x'),
        /^Two of the articles would become “x\/pain-talk\.md”/,
      );
    }));

  it('reads a Word document', () =>
    within((folder) => {
      const style = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>';
      folder.write(
        'talk.docx',
        wordDocument([
          `${style}${run('Pain today')}`,
          `${run('Nerves can hurt.')}${run('1,2', true)}${run(' So can 5*6 muscles.')}`,
          run('REFERENCES'),
          run('1. PMID: 11'),
          run('2. PMID: 22'),
        ]),
      );
      assert.equal(folder.run('import', 'talk.docx').code, 0);
      assert.match(
        folder.read('talk.md'),
        /\n\nPain today\n\nNerves can hurt\.\[@pmid-11; @pmid-22\] So can 5\\\*6 muscles\.\n$/,
      );
      folder.write('broken.docx', 'PK no');
      assert.match(folder.run('import', 'broken.docx').err, /^“broken\.docx” could not be read as a Word document\./);
    }));

  it('reads a web page in the encoding that it names', () =>
    within((folder) => {
      const page =
        '<meta charset="windows-1252"><h1>N\xe4rve</h1><p>Pain [1].</p><h2>References</h2><ol><li>PMID: 11</li></ol>';
      folder.write('page.html', Buffer.from(page, 'latin1'));
      assert.equal(folder.run('import', 'page.html').code, 0);
      assert.match(folder.read('page.md'), /\n# Närve\n\nPain \[@pmid-11\]\.\n$/);
    }));

  it('makes a reference file of an export', () =>
    within((folder) => {
      folder.write('refs.ris', 'TY  - JOUR\nAU  - Example, A.\nTI  - Nerves\nPY  - 2020\nDO  - 10.5555/a\nER  -\n');
      const { out, err } = folder.run('import', 'refs.ris', '-o', 'references');
      assert.equal(out, 'references/refs.yaml\n');
      assert.equal(err, '\nImported 1 file: 0 citations, 1 reference. Nothing needs a second look.\n');
      assert.match(
        folder.read('references/refs.yaml'),
        /\n {2}- id: example-2020\n {4}type: article-journal\n {4}title: Nerves\n/,
      );
      folder.write('empty.nbib', 'Nothing here');
      assert.match(folder.run('import', 'empty.nbib').err, /^No reference was found in “empty\.nbib”/);
    }));

  it('keeps the readers of Word documents and pages out of the program that checks', () => {
    const program = readFileSync('dist/cli.js', 'utf8');
    assert.ok(!program.includes('word/document.xml'), 'mammoth is in the program');
    assert.ok(!program.includes('plaintext'), 'parse5 is in the program');
  });
});
