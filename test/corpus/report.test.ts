import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../server/src/cli/collect';
import type { Overview } from '../../server/src/overview/overview';
import { overviewOf } from '../../server/src/overview/overview-of';
import { page } from '../../server/src/report/page/page';
import { assertSelfContained } from '../unit/report/markup';

const SHARED = join(process.cwd(), '..', 'shared');

async function read(...parts: string[]): Promise<{ overview: Overview; citations: number; findings: number }> {
  const { targets } = await collect([join(SHARED, ...parts)], {
    cwd: process.cwd(),
    today: '2026-11-22',
  });
  const facts = targets.map(({ loaded, path }) => loaded.project.factsOf(path));
  const given = targets.map(({ loaded, path }) => ({
    given: {
      project: loaded.project,
      shown: (one: string) => one,
      read: (one: string) => readFileSync(join(loaded.root, one), 'utf8'),
    },
    path,
  }));
  return {
    overview: overviewOf(given),
    citations: facts.flatMap((one) => one.citations).length,
    findings: targets.flatMap(({ loaded, path }) => loaded.project.findings(path)).length,
  };
}

describe('the page for editors about real repositories', function () {
  this.timeout(60_000);
  const cases: [name: string, parts: string[]][] = [
    ['the chronic-pain article', ['articles', 'chronic-pain-and-the-immune-system.txt']],
    ['numbered reports', ['corpora', 'numbered-reports']],
    ['pandoc keys over BibTeX', ['corpora', 'gc-cytokines']],
    ['Manubot tags', ['corpora', 'rephetio']],
  ];
  for (const [name, parts] of cases) {
    const there = existsSync(join(SHARED, ...parts));
    it(`has every citation, every finding and sound markup: ${name}${there ? '' : ' (not beside this checkout)'}`, async function () {
      if (!there) this.skip();
      const { overview, citations, findings } = await read(...parts);
      const passages = overview.articles.flatMap(({ sections }) => sections.flatMap((section) => section.passages));
      const claims = passages.filter((passage) => passage.type === 'claim');
      const written = [
        ...claims.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string')),
        ...overview.articles.flatMap(({ outside }) => outside),
      ];
      // Every bracket holds a citation at least, and every citation stands in a bracket.
      assert.ok(
        written.length > 0 && written.length <= citations,
        `${written.length} brackets, ${citations} citations`,
      );
      const cited = overview.references.flatMap(({ citedIn }) => citedIn);
      const missing = written.flatMap((one) => one.missing);
      const numbers = overview.articles.reduce((sum, one) => sum + one.citations, 0);
      assert.equal(cited.reduce((sum, { times }) => sum + times, 0) + missing.length, numbers);
      assert.equal(
        Object.values(overview.findings).reduce((sum, count) => sum + count, 0),
        findings,
      );
      assertSelfContained(page(overview, { today: '2026-11-22', digest: () => '' }));
    });
  }
});
