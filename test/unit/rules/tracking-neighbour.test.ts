// Does taking a tracker out of a link leave everything around the link alone?

import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/lint/fix';
import { citationName } from '../../../server/src/model/cited-name';
import { readFile } from '../../../server/src/model/read-file';
import { Project } from '../../../server/src/project/project';
import { trackingParameter } from '../../../server/src/rules/tracking-parameter';

const HEADS = ['', '(', '<', '[a](', '**', '*', '_', '“', '"', "'", '[', '|', '[text](<', '<a href="', '（', '\\['];
const TAILS = [
  ...[
    '',
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    ')',
    '>',
    '].',
    '**',
    '*',
    '_',
    '”',
    '"',
    "'",
    '|12 mg|',
    '[@key].',
    '[1]',
    '[1, 2].',
  ],
  ...[
    '[@key; @other]',
    '[^1]',
    '^1^',
    '<sup>1</sup>',
    '¹',
    '–12 mg',
    '—12 mg',
    '，12 mg',
    '）',
    '。',
    '»',
    '`12`',
    '{12}',
    '&gt;12',
    '&lt;3 mg',
  ],
  ...[
    '&quot;12',
    ')12 mg',
    ').[@key]',
    '"12 mg"',
    ',12 mg',
    ';12 mg',
    ':12 mg',
    "'12 mg'",
    '*12 mg*',
    '**12 mg**',
    '(12 mg)',
    '(12)',
    '.12 mg',
  ],
  ...[
    '-12 mg',
    '_12 mg_',
    '+12 mg',
    '=12',
    '!12',
    '$5',
    '/12',
    '12 mg',
    '@key',
    '&5 mg',
    '#12',
    '\\[1\\]',
    '\n12 mg',
    '…12 mg',
    '†12',
    '½ tablet',
  ],
];
const FRONT = '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\n';
const TRACKER = '?utm_source=chatgpt.com';

function fixed(path: string, text: string): string {
  const project = new Project([trackingParameter], '2026-01-01');
  project.add(path, text, { named: true });
  return applyEdits(
    text,
    project.findings(path).flatMap((one) => one.fix?.edits ?? []),
  );
}

const cited = (path: string, text: string) => readFile(path, text, { named: true }).facts.citations.map(citationName);

describe('a tracker with neighbours', () => {
  for (const path of ['a.md', 'a.txt'])
    it(`goes alone, or stays, in ${path}`, () => {
      for (const head of HEADS)
        for (const tail of TAILS) {
          const text = `${FRONT}Pain ${head}https://example.org/a${TRACKER}${tail} 7 mg twice [@smith].\n\n## References\n\n1. A.\n2. B.\n`;
          const after = fixed(path, text);
          const name = JSON.stringify(head + TRACKER + tail);
          const parts = text.split(TRACKER);
          const rest = `a?${tail.slice(1)}`;
          const expected = [
            text,
            parts.join(''),
            tail.startsWith('&5') ? parts[0] + rest.slice(1) + (parts[1] ?? '').slice(tail.length) : '',
          ];
          assert.ok(
            expected.includes(after),
            `${name} became ${JSON.stringify(after.slice(FRONT.length, FRONT.length + 90))}`,
          );
          assert.deepEqual(cited(path, after), cited(path, text), name);
        }
    });

  it('goes where it is certain where the link ends', () => {
    const certain = ['', '.', ')', '|12 mg|', '[@key].', '[1]', '–12 mg', '**', '&amp;x=1', '#part', ' mg'];
    for (const tail of certain) {
      const after = fixed('a.md', `${FRONT}Pain https://example.org/a${TRACKER}${tail}`);
      assert.ok(!after.includes('utm_source'), tail);
    }
  });

  it('ends before a citation, which is read', () => {
    for (const path of ['a.md', 'a.txt'])
      for (const tail of ['[@key].', ' [@key]', '|[@key]|', '”[@key]', '–@key'])
        assert.deepEqual(cited(path, `${FRONT}Pain https://example.org/a${tail} lasts.`), ['key'], path + tail);
  });

  it('ends behind brackets that belong to an address', () => {
    const text = `${FRONT}Pain lasts [1].\n\n## References\n\n1. https://doi.org/10.1641/0006-3568(2000)050[0529:TROGNM]2.0.CO;2\n`;
    const [reference] = readFile('a.md', text, { named: true }).facts.references;
    assert.deepEqual(
      reference?.identifiers.map((one) => one.value),
      ['10.1641/0006-3568(2000)050[0529:trognm]2.0.co;2'],
    );
  });
});
