// Is each rule's page there, in order, fresh, and true? Its examples are run.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { applyEdits, compatible } from '../../../server/src/lint/fix';
import { RULES } from '../../../server/src/rules/table';
import { type Fixture, parseFixture } from '../fixture';
import { findingsOf } from './check-rule';
import { type Example, pageIds, readPage } from './read-page';

const ORDER = [
  'What it reports',
  'Why it matters',
  'Examples',
  'How to put it right',
  'Options',
  'When to switch it off',
  'Known limits',
  'Measured',
];
const OPTIONAL = new Set(['Options', 'Known limits', 'Measured']);

const countsOf = (fixture: Fixture): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { finding } of findingsOf(fixture)) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return counts;
};
const fixtureOf = (example: Example): Fixture => {
  const fixture = parseFixture(example.source);
  assert.equal(fixture.expected.length, 0, 'pages carry no carets');
  return fixture;
};

/** The fixture with the rule's own fixes applied. */
function fixed(fixture: Fixture, rule: string): Fixture {
  const files = new Map(fixture.files);
  for (const [path, text] of files) {
    const own = findingsOf(fixture).filter((one) => one.path === path && one.finding.rule === rule);
    files.set(path, applyEdits(text, compatible(own.flatMap((one) => one.finding.fix ?? []))));
  }
  return { ...fixture, files };
}

describe('pages of the rules', () => {
  it('there is one for each rule and none else', () =>
    assert.deepEqual(pageIds().sort(), RULES.map((rule) => rule.meta.id).sort()));
  it('nothing that a new rule begins with is left for somebody to write', () => {
    const unwritten = RULES.flatMap(({ meta: { id } }) =>
      [`server/src/rules/${id}.ts`, `docs/rules/${id}.md`, `test/unit/rules/${id}.test.ts`].filter(
        (path) => existsSync(path) && /\bTODO\b|REPLACE-ME/.test(readFileSync(path, 'utf8')),
      ),
    );
    assert.deepEqual(unwritten, []);
  });
  it('headers, index and the texts of `explain` are fresh', () => {
    execFileSync(process.execPath, ['tools/build-docs.mjs', '--check'], { stdio: 'pipe' });
  });
  it('every rule is held to carets by a test of its own', () => {
    const folder = 'test/unit/rules';
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts') && name !== 'page.test.ts')
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
      .join('\n');
    const held = (id: string) =>
      sources.split(/^describe\(/m).some((group) => {
        const isOwn = group.includes(`const rule = '${id}'`);
        return group
          .split(/^ {2}it\(/m)
          .some((test) => test.includes('^') && (test.includes(`'${id}'`) || (isOwn && /\brule\b/.test(test))));
      });
    const untested = RULES.map((rule) => rule.meta.id).filter((id) => !held(id));
    assert.deepEqual(untested, []);
  });
});

for (const { meta } of RULES) {
  describe(`page of ${meta.id}`, () => {
    const page = readPage(meta.id);
    const examples = page.examples.filter((example) => example.section === 'Examples');
    const at = (example: Example) => `line ${example.line}`;

    it('has its sections in order', () => {
      const wanted = ORDER.filter((section) => !OPTIONAL.has(section) || page.sections.includes(section));
      assert.deepEqual(page.sections, wanted);
      assert.equal(page.sections.includes('Options'), Object.keys(meta.options ?? {}).length > 0);
      if (meta.confidence !== 'high') assert.ok(page.sections.includes('Known limits'));
    });

    it('shows what is reported and what is not', () => {
      assert.ok(examples.some((example) => example.promise === 'reported'));
      assert.ok(examples.some((example) => example.promise === 'fine'));
      assert.ok(examples.every((example) => example.promise !== undefined));
    });

    for (const example of page.examples.filter((one) => one.promise !== undefined)) {
      it(`keeps its word: ${example.promise} at ${at(example)}`, () => {
        const counts = countsOf(fixtureOf(example));
        if (example.promise === 'reported') assert.ok(counts.has(meta.id), 'nothing is reported');
        else {
          assert.ok(!counts.has(meta.id), 'it is reported');
          const errors = findingsOf(fixtureOf(example)).filter(({ finding }) => finding.severity === 'error');
          const isGood = example.section === 'Examples';
          assert.deepEqual(isGood ? errors.map(({ finding }) => finding.message) : [], []);
        }
      });
    }

    it('names the quick fix where there is one', () => {
      const offered = examples
        .flatMap((example) => findingsOf(fixtureOf(example)))
        .some(({ finding }) => finding.rule === meta.id && (finding.fix || finding.suggestions?.length));
      const remedy = page.text.slice(page.text.indexOf('## How to put it right'));
      assert.ok(!offered || /quick fix|the editor offers|light bulb/.test(remedy));
    });

    it('shows a comment that works, or says why there is none', () => {
      const own = page.examples.filter((one) => one.section === 'When to switch it off');
      for (const example of own.filter((one) => one.source.includes('clinical-content-disable'))) {
        const without = { ...example, source: example.source.replace(/clinical-content-disable/g, 'nothing') };
        if (meta.id !== 'unused-suppression')
          assert.ok(countsOf(fixtureOf(without)).has(meta.id), `${at(example)}: there is nothing to switch off`);
        assert.ok(!countsOf(fixtureOf(example)).has('unused-suppression'), `${at(example)}: of no use`);
      }
      assert.ok(own.length > 0 || meta.id === 'invalid-yaml');
    });

    if (meta.fixable) {
      it('every reported example is right after the fix, and nothing else is wrong', () => {
        let repaired = 0;
        for (const example of examples.filter((one) => one.promise === 'reported')) {
          const fixture = fixtureOf(example);
          const left = findingsOf(fixture).filter(({ finding }) => finding.rule === meta.id && !finding.fix).length;
          const before = countsOf(fixture);
          const after = countsOf(fixed(fixture, meta.id));
          if (left < (before.get(meta.id) ?? 0)) repaired++;
          for (const [id, count] of after)
            assert.ok(count <= (id === meta.id ? left : (before.get(id) ?? 0)), `${at(example)}: ${id} after the fix`);
        }
        assert.ok(repaired > 0, 'no example is repaired');
      });
    }
  });
}
