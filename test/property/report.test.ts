import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overviewOf } from '../../server/src/overview/overview-of';
import { Project } from '../../server/src/project/project';
import { page } from '../../server/src/report/page/page';
import { RULES } from '../../server/src/rules/table';
import { TODAY } from '../unit/fixture';
import { assertSelfContained } from '../unit/report/markup';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

const PIECES =
  '---\n|kind: article\n|title: "<b>"\n|nocite: "@*"\n|[@a]|[@b; see @a, p. 3]|[@no-1]|@a |[@pmid:12]|[@doi:10.5555/<b>"\']|[1]|[2][1]|[1–9]|' +
  '[4]Clinical|Pain rises. |Why? |e.g. |**|*|_|`|```\n|\\|<!--|-->|<div>|</div>|<script>|&lt;|&amp;|\n|\n\n|# References\n|## One {.x}\n|' +
  '1. https://x.org/a\n|2. PMID: 12\n|> |- |{cite}`a`|![c](d) |[e](f.md)|"|\'|\u0000|\ufeff|\ud800|\u202e|\ue000|IL6 |\r';
const TABLE = ['|', '| a | b |\n|---|---|\n| c [@a] | d [@b] |\n'];
const text = fc
  .array(fc.constantFrom(...PIECES.split('|'), ...TABLE), { maxLength: 40 })
  .map((pieces) => pieces.join(''));
const references = fc.constantFrom(
  'references:\n  - id: a\n    title: "<script>"\n    DOI: 10.5555/a\n  - id: b\n    PMID: 12x\n',
  'references:\n  - id: a\n    URL: "javascript:x"\n    issued: 1999\n',
  'references: [\n',
);

describe('the page for editors, on random texts', function () {
  this.timeout(120_000);

  it('is sound, tells each finding once and counts each citation once', () =>
    fc.assert(
      fc.property(text, references, fc.constantFrom('a.md', 'a.txt'), (article, list, path) => {
        const files = new Map([
          [path, article],
          ['r.yaml', list],
        ]);
        const project = new Project(RULES, TODAY);
        for (const [name, content] of files) project.update(name, content, { named: true });
        const within = { project, shown: (name: string) => name, read: (name: string) => files.get(name) ?? '' };
        const overview = overviewOf([...files.keys()].map((name) => ({ given: within, path: name })));
        assertSelfContained(page(overview, { today: TODAY, digest: () => '' }));
        const found = [...files.keys()].flatMap((name) => project.findings(name));
        assert.equal(
          Object.values(overview.findings).reduce((sum, count) => sum + count, 0),
          found.length,
        );
        const told = overview.articles.flatMap(({ sections, outside }) => [
          ...outside,
          ...sections.flatMap(({ passages }) =>
            passages.flatMap((passage) =>
              passage.type === 'claim' ? passage.pieces.filter((piece) => typeof piece !== 'string') : [],
            ),
          ),
        ]);
        const groups = new Set(project.factsOf(path).citations.map(({ group }) => group.start));
        assert.equal(told.length, groups.size);
      }),
      { numRuns: RUNS },
    ));
});
