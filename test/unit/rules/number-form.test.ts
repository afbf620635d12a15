// Is every common way of citing a numbered list read, and what only looks like one left alone?

import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/lint/fix';
import { numbersOf } from '../../../server/src/model/cited-name';
import { readFile } from '../../../server/src/model/read-file';
import { Project } from '../../../server/src/project/project';
import { conversionOf } from '../../../server/src/refactoring/table';

const LIST = `\n\n## References\n\n${Array.from({ length: 6 }, (_, i) => `${i + 1}. Author ${i}.\n`).join('')}`;

function read(text: string, path = 'a.md'): string {
  return readFile(path, text + LIST, { named: true })
    .facts.citations.map((one) => numbersOf(one).join('+'))
    .join(' ');
}

const READ: readonly (readonly [text: string, expected: string])[] = [
  ['Pain lasts [1]–[3].', '1+2+3'],
  ['Pain lasts [1]-[3].', '1+2+3'],
  ['Pain lasts [1] to [3].', '1+2+3'],
  ['Pain lasts [1] – [3].', '1+2+3'],
  ['Pain lasts [1]−[3], and [5]--[6].', '1+2+3 5+6'],
  ['Pain lasts [1, 3] and [5].', '1 3 5'],
  ['Pain lasts [1−3].', '1+2+3'],
  ['Pain lasts [1--3].', '1+2+3'],
  ['Pain lasts [1 to 3].', '1+2+3'],
  ['Pain lasts [3 and 4].', '3 4'],
  ['Pain lasts [1, 2, and 4].', '1 2 4'],
  ['Pain lasts [1&2].', '1 2'],
  ['Pain lasts [1, p. 23].', '1'],
  ['Pain lasts [see 1,2].', '1 2'],
  ['Pain lasts [e.g. 3].', '3'],
  ['Pain lasts \\[1\\].', '1'],
  ['Pain lasts \\[1, 2\\].', '1 2'],
  ['Pain lasts ［1］.', '1'],
  ['Pain lasts [[1]](#r1).', '1'],
  ['Pain lasts [1](#r1), [2](#ref-2).', '1 2'],
  ['Pain lasts.^[1](#r1)^', '1'],
  ['Pain lasts.[\\[1\\]](#cite_note-1)', '1'],
  ['Pain lasts.[\\[2\\]](#cite_note-smith-2)', '2'],
  ['Pain lasts.<sup>[1](#r1)</sup>', '1'],
  ['Pain lasts.[¹](#r1)', '1'],
  ['Pain lasts.<sup>2</sup><sup>,</sup><sup>4</sup>', '2 4'],
  ['Pain lasts.<sup>1</sup><sup>2</sup>', '1 2'],
  ['Pain lasts.<sup>1 and 2</sup>', '1 2'],
  ['Pain lasts.<sup><b>1</b></sup>', '1'],
  ['Pain lasts.<sup>1</sup>–<sup>3</sup>', '1+2+3'],
  ['Pain lasts.^2,^^4^', '2 4'],
  ['Pain lasts.^1^^2^', '1 2'],
  ['Pain lasts (1–4). It hurts (5), burns (2,3) and stays (6).', '1+2+3+4 5 2 3 6'],
];

const NOT_READ = [
  'There are three: (1) rest, (2) ice, (3) a bandage.',
  'Take one (1) tablet, then two (2).',
  'See [the second part](#part-2) and [2](https://example.org).',
  'Aged 62 [55 to 71] years.',
  'Median 4 [2 to 5] days.',
  'See [Table 1] and [box 2].',
  'As [see below] says.',
  'Go to [1](#introduction).',
  'About 10<sup>3</sup><sup>4</sup> cells.',
];

describe('numbers of a list', () => {
  for (const [text, expected] of READ) it(`are read in “${text}”`, () => assert.equal(read(text), expected));
  for (const text of NOT_READ) it(`are not read in “${text}”`, () => assert.equal(read(text), ''));
});

/** What a conversion to keys does: how many edits, or why none. */
function toKeys(text: string): string {
  const source = text + LIST;
  const project = new Project([], '2026-01-01');
  project.add('a.md', source, { named: true });
  const file = readFile('a.md', source, { named: true });
  const outcome = conversionOf('to-keys', { project, textOf: () => source }, file);
  if ('refusal' in outcome) return outcome.refusal;
  return applyEdits(source, outcome.edits.get('a.md') ?? [])
    .replace(/^---[\s\S]*?\n---\n\n?/, '')
    .trimEnd();
}

describe('a list', () => {
  for (const [text, line] of [
    ['Pain lasts (1).\n\nIt burns (2,3), and once it hurts [3].', 1],
    ['Pain lasts [3].\n\nIt burns [1a,2b].', 3],
    ['Pain lasts [3].\n\nIt burns.<sup>1</sup><sup>2</sup>', 3],
    ['Pain lasts [3].\n\nIt burns.^1^^2^', 3],
    ['Pain lasts [3].\n\nIt burns [2](#r2).', 3],
    ['Pain lasts [3].\n\nIt burns [2, p. 5].', 3],
    ['Pain lasts [3].\n\nIt burns (refs 1 and 2).', 3],
  ] as const)
    it(`does not go while something may lead to it: ${JSON.stringify(text)}`, () => {
      const refusal = toKeys(text);
      assert.match(
        refusal,
        /has “|some of its numbers|both numbers in brackets|raised numbers, or by numbers/,
        refusal,
      );
      if (refusal.startsWith('line ')) assert.ok(refusal.startsWith(`line ${line} `), refusal);
    });

  it('goes with every number between the ends of a span', () => {
    const [one, two, three] = ['author-1', 'author-2', 'author-3'].map(
      (name) => new RegExp(`@[^;\\]]*${name.slice(-1)}`),
    );
    for (const text of [
      'Pain lasts [1]–[3].',
      'Pain lasts [1] to [3].',
      'Pain lasts [1−3].',
      'Pain lasts \\[1--3\\].',
      'Pain lasts.<sup>1</sup>–<sup>3</sup>',
    ]) {
      const now = toKeys(text);
      assert.equal((now.match(/@/g) ?? []).length, 3, now);
      for (const key of [one, two, three]) assert.match(now, key as RegExp);
    }
  });

  it('keeps the emphasis and the quotation beside its numbers', () =>
    assert.match(toKeys('**[1]** *[2]* "[3]"'), /^\*\*\[@\S+\]\*\* \*\[@\S+\]\* "\[@\S+\]"$/));
});
