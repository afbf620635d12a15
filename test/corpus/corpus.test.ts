import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../server/src/cli/collect';
import type { Finding } from '../../server/src/lint/finding';
import { numbersOf } from '../../server/src/model/cited-name';

const SHARED = join(process.cwd(), '..', 'shared');

interface Seen extends Finding {
  readonly path: string;
  readonly line: number;
}

async function findingsIn(...parts: string[]): Promise<{ findings: Seen[]; citations: number; references: number }> {
  const { targets } = await collect([join(SHARED, ...parts)], {
    cwd: process.cwd(),
    today: '2026-11-22',
  });
  const { readFileSync } = await import('node:fs');
  let citations = 0;
  let references = 0;
  const findings = targets.flatMap((target) => {
    const text = readFileSync(target.absolute, 'utf8');
    const facts = target.loaded.project.factsOf(target.path);
    citations += facts.citations.reduce((sum, one) => sum + Math.max(1, numbersOf(one).length), 0);
    references += facts.references.length;
    return target.loaded.project
      .findings(target.path)
      .map((one) => ({ ...one, path: target.path, line: text.slice(0, one.start).split('\n').length }));
  });
  return { findings, citations, references };
}

const of = (findings: readonly Seen[], rule: string) => findings.filter((one) => one.rule === rule);

describe('real repositories', function () {
  this.timeout(20_000);
  const corpus = (name: string, parts: string[], body: (found: Awaited<ReturnType<typeof findingsIn>>) => void) => {
    const there = existsSync(join(SHARED, ...parts));
    it(`${name}${there ? '' : ' (not beside this checkout)'}`, async function () {
      if (!there) this.skip();
      body(await findingsIn(...parts));
    });
  };

  corpus(
    'the chronic-pain article: every fault at its line, and nothing else',
    ['articles', 'chronic-pain-and-the-immune-system.txt'],
    ({ findings }) => {
      const seen = findings.map((one) => `${one.line} ${one.rule}`);
      assert.deepEqual(seen, [
        '1 missing-review-date',
        '7 unordered-citations',
        '11 unordered-citations',
        '35 unordered-citations',
        '89 glued-citation',
        '93 unordered-citations',
        '101 broken-link-shape',
        '103 missing-identifier',
        '105 machine-debris',
        '105 uncited-reference',
        '107 machine-debris',
        '107 uncited-reference',
        '109 missing-identifier',
        '109 uncited-reference',
        '111 uncited-reference',
        '113 missing-identifier',
        '113 uncited-reference',
      ]);
    },
  );

  corpus(
    'numbered reports: 19 numbers beyond the lists, 82 never cited, over 2,203 citations',
    ['corpora', 'numbered-reports'],
    ({ findings, citations }) => {
      assert.equal(citations, 2203);
      assert.equal(of(findings, 'citation-out-of-range').length, 19);
      assert.equal(of(findings, 'uncited-reference').length, 82);
      assert.equal(of(findings, 'duplicate-reference').length, 1);
    },
  );

  corpus('a Manubot manuscript in which no citation is wrong', ['corpora', 'rephetio'], ({ findings }) => {
    assert.deepEqual(
      findings.filter((one) => one.rule !== 'duplicate-reference').map((one) => `${one.path}:${one.line} ${one.rule}`),
      [],
    );
  });

  corpus(
    'pandoc keys over BibTeX: 23 of 84 entries uncited, one title twice, no cross-reference taken for a citation',
    ['corpora', 'gc-cytokines'],
    ({ findings, references }) => {
      assert.equal(references, 84);
      assert.equal(of(findings, 'uncited-reference').length, 23);
      assert.equal(of(findings, 'duplicate-reference').length, 1);
      assert.deepEqual(of(findings, 'unresolved-citation'), []);
    },
  );
});
