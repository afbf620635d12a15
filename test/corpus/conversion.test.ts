// Do real articles keep their words and their citations in another form?

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importArticle } from '../../server/src/conversion/article';
import { markdownOfText } from '../../server/src/conversion/plain-text';
import { numbersOf } from '../../server/src/model/cited-name';
import { readFile } from '../../server/src/model/read-file';
import type { ConversionId } from '../../server/src/refactoring/table';
import { citedPapers, newFindings } from '../property/cited-paper';
import { after } from '../unit/refactoring/conversion';

const SHARED = join(process.cwd(), '..', 'shared');
const REPORTS = join(SHARED, 'corpora', 'numbered-reports');
const CYTOKINES = join(SHARED, 'corpora', 'gc-cytokines');
const ARTICLE = join(SHARED, 'articles', 'chronic-pain-and-the-immune-system.txt');

type Files = ReadonlyMap<string, string>;

/** The report without the citations of numbers that its list does not have, which nobody but its author can put right. */
function withKnownNumbers(text: string): string {
  const { citations, references } = readFile('a.md', text, { named: true }).facts;
  const known = new Set(references.flatMap((one) => (one.type === 'numbered' ? one.number : [])));
  return citations
    .filter((one) => numbersOf(one).some((number) => !known.has(number)))
    .reduceRight((rest, { group }) => rest.slice(0, group.start) + rest.slice(group.end), text);
}

/** Words and signs of an article without its front matter, its list and its citations. */
function words(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\n#+ References\n[\s\S]*?(?=\n#|$)/, '')
    .replace(/(?: ?\[(?:[\d, –-]+|@(?!Fig:)[^\]]+)\])+/gi, '')
    .trimEnd();
}

/** Converts an article, says what must be true of that, and gives all files back. */
function converted(files: Files, path: string, id: ConversionId, mayRefuse?: RegExp): Files {
  const found = after(files, path, id);
  if (typeof found === 'string') {
    if (mayRefuse?.test(found)) return files;
    assert.fail(`${path} ${found}`);
  }
  const paths = [path, ...[...found.keys()].filter((one) => !files.has(one))];
  assert.deepEqual(citedPapers(found, path), citedPapers(files, path));
  assert.equal(words(found.get(path) ?? ''), words(files.get(path) ?? ''));
  // What a reference lacks is found where it stands: in its file, or in the article's list.
  assert.deepEqual(newFindings(files, [...files.keys()], found, paths), []);
  return found;
}

describe('real articles with citations in another form', function () {
  this.timeout(60_000);
  const run = (name: string, source: string, body: () => void) =>
    it(existsSync(source) ? name : `${name} (not beside this checkout)`, function () {
      if (!existsSync(source)) this.skip();
      body();
    });
  const articlesIn = (folder: string) =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];

  for (const name of articlesIn(REPORTS))
    run(`${name} cites by keys, and by numbers again`, REPORTS, () => {
      const text = withKnownNumbers(readFileSync(join(REPORTS, name), 'utf8'));
      const keyed = converted(new Map([[name, text]]), name, 'to-keys');
      assert.equal(keyed.size, 2);
      const again = converted(converted(keyed, name, 'to-numbers'), name, 'to-keys');
      assert.deepEqual([...again.keys()], [...keyed.keys()]);
    });

  run('every report is left as it is while its list lacks a number', REPORTS, () => {
    for (const name of articlesIn(REPORTS)) {
      const text = readFileSync(join(REPORTS, name), 'utf8');
      const outcome = after(new Map([[name, text]]), name, 'to-keys');
      if (withKnownNumbers(text) !== text) assert.match(String(outcome), /which its list does not have/);
    }
  });

  for (const name of articlesIn(CYTOKINES))
    run(`${name} cites by numbers where it cites, and by its own keys again`, CYTOKINES, () => {
      const files = new Map(
        [name, 'References.bib'].map((one) => [one, readFileSync(join(CYTOKINES, one), 'utf8')] as const),
      );
      if (citedPapers(files, name).length === 0 || name.startsWith('09')) return;
      const numbered = converted(files, name, 'to-numbers');
      // Compounds in round brackets may be numbers of the list: nothing is changed then.
      converted(numbered, name, 'to-keys', /may name an entry of the list/);
    });

  run('an imported article cites by numbers, and by keys again', ARTICLE, () => {
    const bibliography = 'pain.references.yaml';
    const { article, references } = importArticle({
      name: 'pain',
      markdown: markdownOfText(readFileSync(ARTICLE, 'utf8')),
      bibliography,
    });
    const files = new Map([
      ['pain.md', article],
      [bibliography, references ?? ''],
    ]);
    const numbered = converted(files, 'pain.md', 'to-numbers');
    assert.deepEqual([...converted(numbered, 'pain.md', 'to-keys').keys()], ['pain.md', bibliography]);
  });
});
