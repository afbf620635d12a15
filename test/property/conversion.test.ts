// Do an article's citations say the same in their other form, and does everything else stay?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ConversionId } from '../../server/src/refactoring/table';
import { after, outcomeOf } from '../unit/refactoring/conversion';
import { citedPapers, newFindings } from './cited-paper';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

const LIBRARY = `references:
${Array.from(
  { length: 6 },
  (_, i) =>
    `  - id: key-${i}\n    type: article-journal\n    title: Paper ${i} on *pain* & [so] on_${i}\n    author: [{family: Ward, given: A.}]\n    issued: 200${i}\n    container-title: Pain\n    DOI: 10.5555/pa(in)-${i}\n`,
).join('')}`;
const ENTRIES = Array.from({ length: 6 }, (_, i) =>
  i % 2 === 0
    ? `Ward A. Walking and pain ${i}. Pain. 200${i};1(2):3-4. doi:10.5555/walk-${i}`
    : `https://pubmed.ncbi.nlm.nih.gov/${i + 100}/`,
);

const words = fc.constantFrom(
  ...['Pain lasts', '*why*', 'IL-6', '12 %', 'x', '`code`', '<b>', '(so)', '- item', '> quoted', '| a | b |', '# Head'],
  ...['[see]', '\\[', '$a$', '~~', '```', '<!-- c -->', 'end.', 'É', '👍', '[^1]', '2 [mg]', 'type 2', ']', '['],
);
const breaks = fc.constantFrom(' ', ' ', '', '\n', '\n\n', '\r\n', '\r\n\r\n');
const rare = (common: fc.Arbitrary<string>, ...others: string[]) =>
  fc.oneof({ weight: 12, arbitrary: common }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const key = fc.integer({ min: 0, max: 5 }).map((i) => `@key-${i}`);
const keyed = rare(
  fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => `[${keys.join('; ')}]`),
  ...['@key-1', '[-@key-1]', '[@key-1, p. 3]', '[see @key-2]', '[@nobody]', '[@fig:x]', '[1]', '[@doi:10.5555/other]'],
);
const number = fc.integer({ min: 1, max: 6 });
const numbered = rare(
  fc.array(number, { minLength: 1, maxLength: 3 }).map((all) => all.map((one) => `[${one}]`).join('')),
  ...['[1, 2]', '[2–4]', '[9]', '<sup>1</sup>', '(3)', '[5](https://example.org)', '[@key-1]', 'reference 2'],
);
const textOf = (citation: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(fc.oneof({ weight: 2, arbitrary: words }, { weight: 1, arbitrary: citation }), breaks), {
      minLength: 1,
      maxLength: 20,
    })
    .map((parts) => `Then ${parts.flat().join('')}`);
const head = fc.constantFrom('', '', '---\nkind: article\nid: a\ntitle: A\nreviewed: 2025-11-03\n---\n\n', '\uFEFF');
const listed = ENTRIES.map((one, i) => `${i + 1}. ${one}\n`).join('');

const keyedArticle = fc.tuple(head, textOf(keyed)).map(([start, text]) => start + text);
const numberedArticle = fc
  .tuple(head, textOf(numbered), fc.constantFrom('', '\n## About\n\nMe.\n'))
  .map(([start, text, tail]) => `${start}${text}\n\n## References\n\n${listed}${tail}`);

/** Keys in brackets, or nothing where the list goes. */
const KEYS = /^(?:\[@[^\]]*\])*$/;
/** Numbers in brackets or raised, or nothing where a line is added. */
const NUMBERS = /^(?: ?(?:\[[\d, –]+\]|<sup>\d<\/sup>))*$/;

interface Seen {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** What the edits take away. */
  readonly taken: readonly { readonly start: number; readonly text: string }[];
}

/** Converts an article there and back; `check` sees the way there. Returns whether it was changed. */
function thereAndBack(
  article: string,
  [there, back]: readonly [ConversionId, ConversionId],
  check: (seen: Seen) => void,
) {
  const before = new Map([
    ['a.md', article],
    ['r.yaml', LIBRARY],
  ]);
  const outcome = outcomeOf(before, 'a.md', there);
  if ('refusal' in outcome) return false;
  const changed = after(before, 'a.md', there) as ReadonlyMap<string, string>;
  const taken = (outcome.edits.get('a.md') ?? []).map(({ start, end }) => ({ start, text: article.slice(start, end) }));
  check({ before, after: changed, taken });
  const papers = citedPapers(before, 'a.md');
  assert.deepEqual(citedPapers(changed, 'a.md'), papers, changed.get('a.md'));
  const again = after(changed, 'a.md', back);
  // What could not be told from a citation in its other form is refused, and that loses nothing.
  if (typeof again !== 'string') assert.deepEqual(citedPapers(again, 'a.md'), papers, again.get('a.md'));
  return true;
}

describe('citations in another form', function () {
  this.timeout(120_000);

  it('become numbers, and keys again, with each where it was, nothing else touched and nothing new to find', () => {
    let made = 0;
    fc.assert(
      fc.property(keyedArticle, (article) => {
        const isMade = thereAndBack(article, ['to-numbers', 'to-keys'], ({ before, after, taken }) => {
          for (const one of taken) assert.match(one.text, KEYS);
          assert.equal(after.get('r.yaml'), LIBRARY);
          assert.deepEqual(newFindings(before, ['a.md'], after, ['a.md']), [], after.get('a.md'));
        });
        if (isMade) made++;
      }),
      { numRuns: RUNS },
    );
    assert.ok(made > RUNS / 20, `only ${made} of ${RUNS} articles were changed`);
  });

  it('become keys, and numbers again, with each where it was, nothing else touched and nothing new to find', () => {
    let made = 0;
    fc.assert(
      fc.property(numberedArticle, (article) => {
        const isMade = thereAndBack(article, ['to-keys', 'to-numbers'], ({ before, after, taken }) => {
          const list = article.slice(0, article.indexOf('## References')).trimEnd().length;
          for (const one of taken.filter((each) => each.start < list)) assert.match(one.text, NUMBERS);
          const gone = taken.filter((one) => one.start >= list).map((one) => one.text);
          assert.equal(gone.join('').trim(), `## References\n\n${listed}`.trim());
          const paths = ['a.md', 'a.references.yaml'];
          assert.deepEqual(newFindings(before, ['a.md'], after, paths), [], after.get('a.md'));
        });
        if (isMade) made++;
      }),
      { numRuns: RUNS },
    );
    assert.ok(made > RUNS / 20, `only ${made} of ${RUNS} articles were changed`);
  });
});
