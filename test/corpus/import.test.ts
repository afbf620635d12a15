import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { collect } from '../../server/src/cli/collect';
import { type ImportedArticle, importArticle } from '../../server/src/conversion/article';
import { markdownOfText } from '../../server/src/conversion/plain-text';
import { citationName } from '../../server/src/model/cited-name';
import { readFile } from '../../server/src/model/read-file';

const SHARED = join(process.cwd(), '..', 'shared');
const REPORTS = join(SHARED, 'corpora', 'numbered-reports');
const ARTICLE = join(SHARED, 'articles', 'chronic-pain-and-the-immune-system.txt');

function imported(path: string): { source: string; result: ImportedArticle } {
  const source = readFileSync(path, 'utf8');
  const name = basename(path, extname(path));
  const markdown = extname(path) === '.txt' ? markdownOfText(source) : source;
  return { source, result: importArticle({ name, markdown, bibliography: `${name}.references.yaml` }) };
}

/** Words and signs without what an import changes: space, marks of headings and lists, escapes, numbers and keys in brackets. */
const squeezed = (text: string) =>
  text
    .replace(/\[[\d\s,–-]+\]|\[@[^\]]+\]/g, '')
    .replace(/^(?:#+ |\s*[•-] )/gm, '')
    .replace(/\\/g, '')
    .replace(/\s+/g, '');

/** The source without its list, which ends with the last line that begins with a number or an address of the list. */
const withoutList = (source: string) =>
  source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:## References|REFERENCES)\s*\n(?:\s*\d+\. \S+[^\n]*\n*)+/m, '');

const bodyOf = ({ article }: ImportedArticle) => article.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^---$/m, '');

async function rulesIn(files: Readonly<Record<string, string>>): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'clinical-content-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { targets } = await collect(
      Object.keys(files).map((name) => join(folder, name)),
      { cwd: folder, today: '2026-11-22' },
    );
    const counts = new Map<string, number>();
    for (const { loaded, path } of targets)
      for (const { rule } of loaded.project.findings(path)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

/** Keys and modes of the citations that pandoc reads. */
function citesOfPandoc(text: string): string[] {
  const json = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const found: string[] = [];
  JSON.parse(json, (_, value) => {
    if (value?.citationId) found.push(`${value.citationId} ${value.citationMode.t}`);
    return value;
  });
  return found;
}

/** Findings that a list of numbers has and keys cannot have, or that the import itself puts right. */
const GONE = new Set(['unordered-citations', 'citation-out-of-range', 'duplicate-reference']);

describe('importing real articles', function () {
  this.timeout(30_000);
  const paths = [
    ...(existsSync(ARTICLE) ? [ARTICLE] : []),
    ...(existsSync(REPORTS) ? readdirSync(REPORTS).map((name) => join(REPORTS, name)) : []),
  ];
  if (paths.length === 0)
    it('real articles (not beside this checkout)', function () {
      this.skip();
    });

  for (const path of paths) {
    const name = basename(path);

    it(`keeps every word of ${name}`, () => {
      const { source, result } = imported(path);
      assert.equal(squeezed(bodyOf(result)), squeezed(withoutList(source)));
    });

    it(`cites in ${name} for pandoc what it cites for us${hasPandoc ? '' : ' (no pandoc here)'}`, function () {
      if (!hasPandoc) this.skip();
      const { result } = imported(path);
      const { citations } = readFile('a.md', result.article).facts;
      assert.deepEqual(
        citesOfPandoc(result.article),
        citations.map((one) => `${citationName(one)} NormalCitation`),
      );
      assert.ok(result.counts.citations >= citations.length);
    });

    it(`brings no finding into ${name} that it did not have`, async () => {
      const { source, result } = imported(path);
      const before = await rulesIn({ [name]: source });
      const after = await rulesIn({
        'a.md': result.article,
        [`${basename(path, extname(path))}.references.yaml`]: result.references ?? '',
      });
      for (const rule of ['citation-out-of-range', 'unresolved-citation', 'malformed-citation', 'duplicate-id'])
        assert.equal(after.get(rule), undefined, rule);
      const kept = [...before].filter(([rule]) => !GONE.has(rule));
      assert.deepEqual([...after].sort(), kept.sort());
    });
  }
});
