// Random files of references in CSL-YAML, and how somebody edits them.

import fc from 'fast-check';
import { readFile } from '../../server/src/model/read-file';

const soundLine = fc.constantFrom(
  'type: article-journal',
  'title: A title of some length',
  'title: "A title: in marks"',
  "title: 'It''s in\n      two lines'",
  'title: >-\n      Folded\n      over lines',
  'note: |+\n      kept\n\n',
  'title: One\n      and two',
  'DOI: 10.5555/abc',
  'DOI: nonsense',
  'PMID: 12x',
  'PMID: "123"',
  'URL: https://example.org/?utm_source=x',
  'issued: 2020',
  'issued: {date-parts: [[2020, 5]]}',
  'issued:\n      date-parts:\n        - [2020, 5]',
  'author:\n      - family: Smith\n        given: A.\n      - literal: WHO',
  'author:\n    - family: Jones',
  'author: [Smith, Jones]',
  'keyword:',
  'titel: A slip',
  '# a comment',
  'note: a # behind',
  'note: !tag x',
  '? complex\n    : key',
  'abstract: 𝛼 and β here',
);
/** What is wrong, or reaches beyond its entry. */
const oddLine = fc.constantFrom(
  'title: twice',
  'title: Pain: a review',
  'note: &a anchored',
  'note: *a',
  'note: *b',
  '# clinical-content-disable-line missing-identifier',
  'note: "open',
  'note: [open',
  'note: "in\n  - one"',
  'abstract: half\u2028a line',
  'note: tab\there',
);
const line = fc.oneof({ weight: 30, arbitrary: soundLine }, { weight: 1, arbitrary: oddLine });
const id = fc.constantFrom('smith-2021', 'doe-2019', '"pmid:123"', 'doi:10.5555/abc', '12', 'x y', '~');
const blank = fc.constantFrom('', '', '', '\n', '# between\n', '  # between\n', '   \n');
const entry = fc.tuple(fc.boolean(), id, fc.array(line, { maxLength: 4 }), blank).map(([first, own, lines, after]) => {
  const all = first ? [`id: ${own}`, ...lines] : [...lines, `id: ${own}`];
  return `  - ${all.join('\n    ')}\n${after}`;
});
const plainEntry = fc
  .tuple(fc.constantFrom('smith-2021', 'doe-2019'), fc.array(line, { maxLength: 1 }))
  .map(([own, lines]) => `  - ${[`id: ${own}`, 'title: A title', ...lines].join('\n    ')}\n`);
const head = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'references:\n',
      'kind: references\nreferences:\n',
      '---\nreferences:\n',
      '# Ours\n\nreferences: # all\n  # first\n',
      'titel: x\ntitle: T\nreferences:\n',
      'references: []\nreferences:\n',
    ),
  },
  fc.constantFrom('kind: condition\nreferences:\n', '"kind": condition\nreferences:\n', 'nocite: &a x\nreferences:\n'),
);
const tail = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('', '', '...\n', '    note: no end') },
  fc.constantFrom('nocite: x\n', '---\nkind: condition\nid: a\n'),
);
const list = fc.array(fc.oneof({ weight: 3, arbitrary: plainEntry }, entry), { minLength: 1, maxLength: 6 });
const anyText = fc
  .tuple(head, list, tail, fc.constantFrom('  ', '', '    '), fc.constantFrom('\n', '\n', '\n', '\r\n'))
  .map(([start, entries, end, indent, lineEnd]) => {
    const body = entries.join('').replace(/^ {2}/gm, indent);
    return `${start}${body}${end}`.replaceAll('\n', lineEnd);
  });

/** Whether an edit of a text can be read by itself. */
const isSound = (one: string) => {
  const { problems, facts } = readFile('r.yaml', one);
  return problems.length === 0 && facts.role === 'references';
};
/** A file of references, sound half of the time and often odd otherwise. */
export const referenceText = fc.oneof(anyText, anyText.filter(isSound));

const place = fc.nat({ max: 1_000_000 });
/** Gives the text after an edit. */
export type Edit = (text: string) => string;

/** What people do most: a letter, or one less. */
const stroke = fc.tuple(place, fc.constantFrom('x', 'x', 'y', ' ', '2', ',', ''), fc.nat({ max: 2 })).map(
  ([at, typed, removed]): Edit =>
    (before) => {
      const body = before.indexOf('- ');
      const start = body + (at % (before.length - body + 1));
      return before.slice(0, start) + typed + before.slice(start + removed);
    },
);

/** Whole entries that come, go or change their places. */
const entries = fc.tuple(place, fc.nat({ max: 2 }), fc.option(entry), fc.boolean()).map(
  ([at, removed, added, isMoved]): Edit =>
    (before) => {
      const starts = [...before.matchAll(/^ *- (?=id|type|title)/gm)].map((match) => match.index);
      const first = at % (starts.length || 1);
      const start = starts[first] ?? before.length;
      const end = starts[first + removed] ?? start;
      const indent = /^ */.exec(before.slice(start))?.[0] ?? '';
      const rest = before.slice(0, start) + (added ?? '').replace(/^ {2}/gm, indent) + before.slice(end);
      return isMoved ? `${rest.trimEnd()}\n${before.slice(start, end)}` : rest;
    },
);

/** Anything anywhere. */
const accident = fc
  .tuple(
    place,
    fc.boolean(),
    fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 90 })),
    fc.oneof(
      fc.constantFrom('', '  ', '\n', ':', ': ', '- ', '-', '#', '"', "'", '[', '&a ', '*a', '>', '\t', '\r', '|'),
      fc.constantFrom('---\n', '...\n', '%', 'id: b\n', '    note: y\n', '  - id: new\n    title: T\n', 'x: 1\n'),
      fc.constantFrom('clinical-content-', 'kind: condition\n', '\ufeff', '\u0000', '\ud800', 'references:\n'),
      soundLine,
      entry,
    ),
  )
  .map(
    ([at, isAtLine, removed, typed]): Edit =>
      (before) => {
        const offset = at % (before.length + 1);
        const start = isAtLine ? before.lastIndexOf('\n', offset - 1) + 1 : offset;
        return before.slice(0, start) + typed + before.slice(start + removed);
      },
  );
export const edit = fc.oneof(stroke, stroke, entries, accident);
