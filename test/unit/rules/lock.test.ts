// What do the rules learn from references.lock.json?

import assert from 'node:assert/strict';
import { readLock } from '../../../server/src/model/lock';
import { parseFixture, projectOf } from '../fixture';
import { checkRule } from './check-rule';

const PAPER = '{"pmid": "99999998", "pmcid": "PMC9999998", "doi": "10.5555/Walking", "title": "Walking"}';
const lock = (papers = PAPER) => `-- references.lock.json --\n{"version": 1, "papers": [${papers}]}\n`;
const entry = (id: string, field: string) =>
  `  - id: ${id}\n    type: article-journal\n    title: ${id}\n    ${field}\n`;
const references = (...entries: string[]) => `-- r.yaml --\nreferences:\n${entries.join('')}`;
const article = (text: string) => `-- a.md --\n---\nkind: article\ntitle: T\nreviewed: 2025-06-01\n---\n\n${text}\n`;

describe('one paper under several identifiers', () => {
  const cluster = '[@doi:10.5555/walking; @pmc:PMC9999998; @pubmed:99999998]';
  it('is three sources to who has no lock file', () =>
    checkRule('duplicate-citation', article(`It helps ${cluster}.`)));
  it('is one source by the lock file', () =>
    checkRule(
      'duplicate-citation',
      `${article(`It helps ${cluster}.\n${' '.repeat(33)}^^^^^^^^^^^^^^ cited twice\n${' '.repeat(50)}^^^^^^^^^^^^^^^ cited twice`)}${lock()}`,
    ));
  it('is one reference by the lock file', () =>
    checkRule(
      'duplicate-reference',
      `${references(entry('one', 'PMID: "99999998"'), entry('two', 'DOI: 10.5555/WALKING').replace('two\n', 'two\n        ^^^ by the lock file\n'))}${lock()}`,
    ));
  it('is cited by any of them', () => {
    const source = `${references(entry('one', 'PMID: "99999998"'))}${article('It helps [@doi:10.5555/walking].')}`;
    checkRule('uncited-reference', `${source}${lock()}`);
    checkRule('uncited-reference', source.replace('id: one\n', 'id: one\n        ^^^ Nothing cites\n'));
  });
  it('is found under a tag that stands for another of them', () =>
    checkRule(
      'uncited-reference',
      `${references(entry('one', 'PMID: "99999998"'))}${article('It helps [@walk].\n\n[@walk]: doi:10.5555/walking')}${lock()}`,
    ));
  it('follows a change of the lock file, and of any file beyond it', () => {
    const fixture = parseFixture(
      `${references(entry('one', 'PMID: "99999998"'), entry('two', 'DOI: 10.5555/walking'))}${lock()}`,
    );
    const project = projectOf(fixture, true);
    const rules = () => project.findings('r.yaml').map((one) => one.rule);
    assert.ok(rules().includes('duplicate-reference'));
    assert.ok(project.update('references.lock.json', '{"version": 1, "papers": []}').affected.has('r.yaml'));
    assert.ok(!rules().includes('duplicate-reference'));
    assert.ok(project.update('references.lock.json', `{"version": 1, "papers": [${PAPER}]}`).affected.has('r.yaml'));
    assert.ok(rules().includes('duplicate-reference'));
    const { affected } = project.update('b.md', 'It helps [@pmc:PMC9999998].\n');
    assert.ok(affected.has('r.yaml'));
  });
});

describe('conflicting-identifiers', () => {
  const rule = 'conflicting-identifiers';
  it('reports two papers under one entry, once', () =>
    checkRule(
      rule,
      `${references('  - id: x\n    type: article-journal\n    title: X\n    PMID: "99999998"\n    DOI: 10.5555/other\n         ^^^^^^^^^^^^^ has DOI 10.5555/walking\n')}${lock()}`,
    ));
  it('reports it in a list of links', () =>
    checkRule(
      rule,
      `${article(`It helps[1].\n\n## References\n\n1. Ward D. PMID: 99999998. https://doi.org/10.5555/other\n                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`)}${lock()}`,
    ));
  for (const [what, fields, papers] of [
    ['identifiers of one paper', 'PMID: "99999998"\n    DOI: 10.5555/WALKING', PAPER],
    ['an identifier that the lock file lacks', 'PMID: "99999998"\n    ISBN: 9780306406157', PAPER],
    ['papers that the lock file does not know', 'PMID: "99999997"\n    DOI: 10.5555/other', PAPER],
    [
      'a lock file that contradicts itself',
      'PMID: "99999998"\n    DOI: 10.5555/other',
      `${PAPER}, {"pmid": "99999998"}`,
    ],
  ] as const)
    it(`accepts ${what}`, () => checkRule(rule, `${references(entry('x', fields))}${lock(papers)}`));
});

describe('preprint-superseded', () => {
  const rule = 'preprint-superseded';
  const papers = '{"doi": "10.5555/pre", "published-as": {"doi": "10.5555/walking"}}';
  it('names what the preprint was published as', () =>
    checkRule(
      rule,
      `${references('  - id: x\n    type: article\n    title: X\n    DOI: 10.5555/pre\n         ^^^^^^^^^^^ published as DOI 10.5555/walking\n')}${lock(papers)}`,
    ));
});

describe('a lock file that cannot be read', () => {
  for (const [what, text, message] of [
    ['is no JSON', '{"version": 1, "papers": [}', 'no valid JSON'],
    ['was merged badly', '<<<<<<< HEAD\n{}\n', 'no valid JSON'],
    ['has no papers', '{"version": 1}', 'no list “papers”'],
    ['is a list', '[]', 'no list “papers”'],
    ['is of a later version', '{"version": 2, "papers": []}', 'another version'],
    ['is empty', '', 'no valid JSON'],
  ] as const)
    it(`is reported when it ${what}`, () => {
      const { papers, problems } = readLock(text);
      assert.deepEqual(papers, []);
      assert.match(problems[0]?.message ?? '', new RegExp(message));
    });
  it('is reported where it stops being JSON', () => {
    const text = '{"version": 1, "papers": [}';
    assert.deepEqual(
      readLock(text).problems.map(({ start, end }) => text.slice(start, end)),
      ['}'],
    );
  });
  it('loses only the entries that say nothing', () => {
    const { papers, problems } = readLock(
      '{"version": 1, "papers": [null, 7, {}, {"doi": 5}, {"pmid": "x"}, {"__proto__": {"doi": "10.5555/a"}}, {"doi": "10.5555/B", "published-as": []}]}',
    );
    assert.deepEqual(papers, [
      { identifiers: [{ scheme: 'doi', value: '10.5555/b' }], title: undefined, publishedAs: undefined },
    ]);
    assert.deepEqual(problems, []);
  });
});
