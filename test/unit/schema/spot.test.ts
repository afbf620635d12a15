// Does the reading by lines, which knows half-typed text, agree with the tree wherever there is one?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { schemaAt } from '../../../server/src/schema/cursor';
import { expectedAt } from '../../../server/src/schema/expected';
import { type SchemaName, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import { spotAt } from '../../../server/src/schema/spot';
import { parseYaml } from '../../../server/src/syntax/yaml';
import type { YamlNode } from '../../../server/src/syntax/yaml-node';

const RECORDS: readonly (readonly [SchemaName, string])[] = [
  [
    'condition',
    `# A record with every form in it
kind: condition
id: "fibromyalgia"   # why
name: 'Fibromyalgia: a name'
synonyms: [fibrositis, "muscular rheumatism",
  FM syndrome]
summary: |
  It's long.
  Note: not a key.

codes: {mesh: D005356, mondo: [MONDO:0005546]}
mechanisms:
- central-sensitisation
- mechanism: neuroinflammation
  role: drives
  evidence:
    - smith-2021
    - {reference: jones-2019, direction: supports}
    - reference: doe-2020
      quote: >
        Words of
        the paper.
      certainty: low
mediators:
    -   mediator: il-6
        change: raised

        where: serum
    -   mediator: ngf
        evidence: [
          smith-2021,
          {reference: "jones-2019",
           source: human}
        ]
reviewed: 2025-03-14
`,
  ],
  [
    'references',
    `references:
  - id: smith-2021
    type: article-journal
    author:
      - family: Smith
        given: Jane
      - {family: Jones, given: Tom}
    issued: {date-parts: [[2021, 5]]}
    title: It's "quoted" inside
  - id: b
    type: book
`,
  ],
  [
    'configuration',
    'rules:\n  a: off\n  b: {severity: hint, max: 3}\noverrides:\n  - files: [x, y]\n    rules:\n      c: error\n',
  ],
];

/** Every scalar with the offsets inside it; texts over several lines have no proposals. */
function scalarsOf(node: YamlNode | undefined): YamlNode[] {
  if (!node) return [];
  if (node.type === 'list') return node.items.flatMap(scalarsOf);
  if (node.type === 'map') return node.entries.flatMap(({ value }) => scalarsOf(value));
  return node.style === 'block' ? [] : [node];
}

describe('the reading by lines', () => {
  for (const [name, text] of RECORDS) {
    it(`finds the schema of every value that the tree of a ${name} has`, () => {
      const root = parseYaml(text).documents[0]?.root;
      const schema = SHIPPED_KINDS.schemaFor(name);
      const scalars = scalarsOf(root);
      assert.ok(scalars.length >= 5);
      for (const node of scalars) {
        for (
          let offset = node.start + (text[node.start] === '"' || text[node.start] === "'" ? 1 : 0);
          offset < node.end;
          offset++
        ) {
          const place = schemaAt(root, schema, offset);
          const found = expectedAt(text, { start: 0, end: text.length }, schema, offset);
          const words = text.slice(node.start, node.end);
          if (!place.schema) continue;
          assert.equal(found?.kind, 'value', `${words} at ${offset}`);
          assert.deepEqual(found.path, place.path, words);
          assert.equal(found.schema['x-ref'], place.schema['x-ref'], words);
          assert.deepEqual(found.schema.enum, place.schema.enum, words);
        }
      }
    });

    it(`finds the map of every key that the tree of a ${name} has`, () => {
      const root = parseYaml(text).documents[0]?.root;
      const visit = (node: YamlNode | undefined): void => {
        if (node?.type === 'list') node.items.forEach(visit);
        if (node?.type !== 'map') return;
        for (const { key, value } of node.entries) {
          visit(value);
          const place = schemaAt(root, SHIPPED_KINDS.schemaFor(name), key.start);
          const found = expectedAt(text, { start: 0, end: text.length }, SHIPPED_KINDS.schemaFor(name), key.start + 1);
          if (!place.parentSchema?.properties) continue;
          assert.equal(found?.kind, 'key', key.source);
          assert.deepEqual(found.path, place.path.slice(0, -1), key.source);
          const others: string[] = node.entries
            .map((entry) => entry.key.source)
            .filter((other) => other !== key.source);
          const names = found.properties.map((property) => property.name);
          assert.deepEqual(
            others.filter((other) => names.includes(other)),
            [],
            `present beside ${key.source}`,
          );
        }
      };
      visit(root);
    });
  }

  it('finds its way out of any number of brackets and dashes', () => {
    for (const sign of ['[', '{a: ', '- ']) {
      const text = `a: ${sign}`.slice(sign === '- ' ? 3 : 0) + sign.repeat(99_999);
      const found = spotAt(text, { start: 0, end: text.length }, text.length);
      assert.equal(found?.steps.length, sign === '- ' ? 100_000 : 100_001, sign);
    }
  });

  it('answers at every offset of any text, within its region', () => {
    const parts = fc.constantFrom(
      'a',
      'mechanisms',
      ': ',
      ':',
      '- ',
      '-',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|',
      '#',
      ' #',
      '\n',
      '\n  ',
      '\n    ',
      '\t',
      '\r\n',
      '&a ',
      '---\n',
      'evidence',
      'β',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const text = `xx${pieces.join('')}yy`;
        for (let offset = 2; offset <= text.length - 2; offset++) {
          const found = expectedAt(
            text,
            { start: 2, end: text.length - 2 },
            SHIPPED_KINDS.schemaFor('condition'),
            offset,
          );
          if (found)
            assert.ok(2 <= found.prefix.start && found.prefix.start <= found.prefix.end && found.prefix.end === offset);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
