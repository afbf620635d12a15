// Do the pages about configuration and comments tell the truth? Their examples are run.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RULES } from '../../../server/src/rules/table';
import { parseFixture } from '../fixture';
import { findingsOf } from './check-rule';
import { pageIds, readPage, readPageAt } from './read-page';

const GUIDES = ['configuration', 'suppressions'].map((id) => readPageAt(`docs/${id}.md`, id));

for (const guide of GUIDES) {
  describe(`docs/${guide.id}.md`, () => {
    for (const { line, source, promise } of guide.examples.filter((example) => example.promise)) {
      it(`has nothing wrong at line ${line}`, () => {
        assert.equal(promise, 'fine');
        const seen = findingsOf(parseFixture(source)).filter((one) => !/^(?:info|hint)$/.test(one.finding.severity));
        assert.deepEqual(
          seen.map((one) => one.finding.message),
          [],
        );
      });
      if (/clinical-content-disable/.test(source))
        it(`needs its comment at line ${line}`, () => {
          const without = parseFixture(source.replace(/clinical-content-(?:disable|enable)/g, 'nothing'));
          assert.ok(findingsOf(without).length > findingsOf(parseFixture(source)).length);
        });
    }
  });
}

describe('the documentation', () => {
  it('explains every key of the configuration under a heading of its own', () => {
    const { properties } = JSON.parse(readFileSync('schemas/configuration.schema.json', 'utf8')) as {
      properties: Record<string, unknown>;
    };
    const headings = new Set((GUIDES[0]?.text.match(/^#{2,3} .+$/gm) ?? []).map((line) => line.replace(/^#+ /, '')));
    assert.deepEqual(
      Object.keys(properties).filter((key) => !headings.has(key)),
      [],
    );
  });
  it('names only checks that exist in the examples of the configuration', () => {
    const known = new Set(RULES.map((rule) => rule.meta.id));
    for (const { source } of GUIDES[0]?.examples ?? [])
      for (const [, name = ''] of source.matchAll(/^ +([a-z]+(?:-[a-z]+)+):/gm)) assert.ok(known.has(name), name);
  });
  it('links to pages and headings that are there', () => {
    const paths = [
      ...pageIds().map((id) => `docs/rules/${id}.md`),
      'docs/rules.md',
      ...GUIDES.map((one) => `docs/${one.id}.md`),
    ];
    const broken: string[] = [];
    for (const path of paths) {
      const { text } = readPageAt(path, path);
      // Examples have links of their own.
      const prose = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
      for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file = '', anchor = ''] = target.split('#');
        const there = file === '' ? path : join(dirname(path), file);
        const isThere = existsSync(there);
        const headings = isThere
          ? [...readFileSync(there, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
              title.toLowerCase().replace(/ /g, '-'),
            )
          : [];
        if (!isThere || (anchor !== '' && !headings.includes(anchor))) broken.push(`${path}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });
  it('says nothing of the machine on which it was written', () => {
    for (const id of pageIds()) assert.doesNotMatch(readPage(id).text, /\/work\/|\/tmp\/|localhost/);
    for (const { text } of GUIDES) assert.doesNotMatch(text, /\/work\/|\/tmp\/|localhost/);
  });
});
