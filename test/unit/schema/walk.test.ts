// What does the walk find that points elsewhere, and does it hold for any tree?

import assert from 'node:assert/strict';
import type { SchemaName } from '../../../server/src/schema/registry';
import { HEAD, problemsOf } from './check-walk';

describe('the walk: references', () => {
  function checkReferences(name: string, schema: SchemaName, text: string, expected: readonly string[]): void {
    it(name, () => {
      const { references } = problemsOf(text, schema);
      for (const { start, end, id } of references) assert.equal(text.slice(start, end), id);
      assert.deepEqual(
        references.map(({ ref, id, path }) => `${ref} ${id} ${path}`),
        expected,
      );
    });
  }

  checkReferences(
    'are found alike in the short and the long form',
    'condition',
    `${HEAD}
mechanisms:
  - central-sensitisation
  - mechanism: "neuroinflammation"
    evidence: [smith-2021, {reference: 'jones-2019'}]
`,
    [
      'mechanism central-sensitisation mechanisms.mechanism',
      'mechanism neuroinflammation mechanisms.mechanism',
      'reference smith-2021 mechanisms.evidence.reference',
      'reference jones-2019 mechanisms.evidence.reference',
    ],
  );
  checkReferences(
    'are found in every list of an article',
    'article',
    'title: A\nconditions: [a]\nmediators: [b]\nprevious: c\nnext: d\n',
    ['condition a conditions', 'mediator b mediators', 'article c previous', 'article d next'],
  );
  checkReferences(
    'are found where a target is a mechanism or a cell',
    'treatment',
    'kind: treatment\nid: a\nname: A\ntargets: [x, {mechanism: m}, {cell: c}]\n',
    ['mediator x targets.mediator', 'mechanism m targets.mechanism', 'cell c targets.cell'],
  );
  checkReferences(
    'are found where one or several may stand',
    'mechanism',
    'kind: mechanism\nid: a\nname: A\nmediators:\n  - {mediator: x, from: c}\n  - {mediator: y, from: [d, e]}\n',
    [
      'mediator x mediators.mediator',
      'cell c mediators.from',
      'mediator y mediators.mediator',
      'cell d mediators.from',
      'cell e mediators.from',
    ],
  );
  checkReferences(
    'are found in the keys of rules',
    'configuration',
    'rules: {uncited-claim: off}\noverrides: [{files: [a], rules: {hard-to-read: hint}}]\n',
    ['rule uncited-claim rules', 'rule hard-to-read overrides.rules'],
  );
  checkReferences('are found though the id is written wrongly', 'condition', `${HEAD}\ncells: [Mast Cell]\n`, [
    'cell Mast Cell cells.cell',
  ]);
  checkReferences('are found when the key is a number', 'condition', `${HEAD}\nevidence: [12]\n`, [
    'reference 12 evidence.reference',
  ]);
});

describe('the walk: any tree', () => {
  it('goes no deeper than it can', () => {
    const text = `${HEAD}\ncells: ${'['.repeat(240)}${']'.repeat(240)}\n`;
    assert.equal(problemsOf(text, 'condition').problems.length, 1);
  });

  it('has nothing to say about an empty file', () => assert.deepEqual(problemsOf('', 'condition').problems, []));
});
