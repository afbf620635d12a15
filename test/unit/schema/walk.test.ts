// What does the walk say about a record? A line of carets stands under the text that it points at, with the rule and words of the message.

import assert from 'node:assert/strict';
import { type SchemaName, schemaFor } from '../../../server/src/schema/registry';
import { type FoundReference, type ShapeProblem, walk } from '../../../server/src/schema/walk';
import { parseYaml } from '../../../server/src/syntax/yaml';

interface Expectation {
  readonly place: string;
  readonly rule: string;
  readonly words: string;
  readonly suggestion: string | undefined;
}

/** Splits a fixture into its text and the expectations `^^^ rule words → suggestion` about the line above each. */
function readFixture(fixture: string): { text: string; expectations: Expectation[] } {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of fixture.replace(/^\n/, '').split('\n')) {
    const match = /^( *)(\^+) (\S+)(.*?)(?: → (.*))?$/.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent = '', carets = '', rule = '', words = '', suggestion] = match;
    const place = `${lines.length}:${indent.length}-${indent.length + carets.length}`;
    expectations.push({ place, rule, words: words.trim(), suggestion });
  }
  return { text: lines.join('\n'), expectations };
}

function problemsOf(text: string, name: SchemaName): { problems: ShapeProblem[]; references: FoundReference[] } {
  const problems: ShapeProblem[] = [];
  const references: FoundReference[] = [];
  const file = parseYaml(text);
  assert.deepEqual(file.problems, []);
  walk(file.documents[0]?.root, schemaFor(name), {
    problem: (problem) => problems.push(problem),
    reference: (reference) => references.push(reference),
  });
  return { problems, references };
}

function placeOf(text: string, { start, end }: ShapeProblem): string {
  const before = text.slice(0, start).split('\n');
  const column = before.at(-1)?.length ?? 0;
  return `${before.length}:${column}-${column + end - start}`;
}

function check(name: string, schema: SchemaName, fixture: string): void {
  it(name, () => {
    const { text, expectations } = readFixture(fixture);
    const found = problemsOf(text, schema).problems.toSorted((a, b) => a.start - b.start);
    assert.deepEqual(
      found.map((problem) => ({ place: placeOf(text, problem), rule: problem.rule, suggestion: problem.suggestion })),
      expectations.map(({ place, rule, suggestion }) => ({ place, rule, suggestion })),
      JSON.stringify(found, undefined, 1),
    );
    found.forEach((problem, index) => {
      const words = expectations[index]?.words ?? '';
      assert.ok(problem.message.includes(words), `“${problem.message}” lacks “${words}”`);
      assert.match(problem.message, /^[`A-Z].*[.?]$/s);
    });
  });
}

const HEAD = 'kind: condition\nid: a\nname: A';

describe('the walk: keys', () => {
  check(
    'says which key was meant',
    'condition',
    `
${HEAD}
summry: x
^^^^^^ unknown-key \`summry\` is not a key of a condition; did you mean \`summary\`? → summary
`,
  );
  check(
    'sees through capital letters and underscores',
    'condition',
    `
${HEAD}
Leads_To: x
^^^^^^^^ unknown-key check its spelling or remove it
codes:
  ICD_11: MG30
  ^^^^^^ unknown-key did you mean \`icd-11\`? → icd-11
`,
  );
  check(
    'knows names that authors try',
    'condition',
    `
${HEAD}
description: x
^^^^^^^^^^^ unknown-key did you mean \`summary\`? → summary
`,
  );
  check(
    'does not propose a key that is there',
    'condition',
    `
${HEAD}
title: A
^^^^^ unknown-key \`name\` is here already
`,
  );
  check(
    'lists the keys where there are few',
    'condition',
    `
${HEAD}
cells:
  - cell: microglia
    colour: x
    ^^^^^^ unknown-key the keys here are \`cell\`, \`evidence\`, \`certainty\` and \`note\`
`,
  );
  check(
    'sees a space that is missing after a colon',
    'condition',
    `
${HEAD}
cells: [{cell: microglia, note:x}]
                          ^^^^^^ unknown-key Put a space after the colon: \`note: x\` → note: x
`,
  );
  check(
    'misses required keys at the first key',
    'condition',
    `
kind: condition
^^^^ missing-key This condition has no \`id\`; add it, such as \`id: fibromyalgia\`
^^^^ missing-key This condition has no \`name\`
`,
  );
  check(
    'misses the reference of evidence',
    'condition',
    `
${HEAD}
evidence:
  - quote: x
    ^^^^^ missing-key has no \`reference\`; add it, such as \`reference: smith-2021\`
`,
  );
  check(
    'misses what a treatment acts on',
    'treatment',
    `
kind: treatment
id: a
name: A
targets:
  - effect: inhibits
    ^^^^^^ missing-key needs one of the keys \`mediator\`, \`mechanism\` and \`cell\`
`,
  );
  check(
    'knows the keys of the Citation Style Language and their capital letters',
    'references',
    `
references:
  - id: a
    doi: 10.1/x
    ^^^ unknown-key did you mean \`DOI\`? → DOI
    journal: Pain
    ^^^^^^^ unknown-key did you mean \`container-title\`? → container-title
    containerTitle: Pain
    ^^^^^^^^^^^^^^ unknown-key did you mean \`container-title\`? → container-title
    container-title-short: Pain
    non-dropping: x
    ^^^^^^^^^^^^ unknown-key
`,
  );
});

describe('the walk: keys of other programs', () => {
  check(
    'leaves them alone in an article',
    'article',
    `
title: A
layout: post
tags: [a]
author: Jane
reviewer: John
text: x
idx: 1
`,
  );
  check(
    'reports a close misspelling of one of ours',
    'article',
    `
title: A
condition: [a]
^^^^^^^^^ unknown-key \`condition\` is not a key of an article; did you mean \`conditions\`? → conditions
review_by: 2025-01-01
^^^^^^^^^ unknown-key → review-by
mechansims: [a]
^^^^^^^^^^ unknown-key → mechanisms
`,
  );
  check(
    'does not report one when ours is there too',
    'article',
    `
title: A
conditions: [a]
condition: b
`,
  );
});

describe('the walk: values', () => {
  check(
    'asks for a list',
    'condition',
    `
${HEAD}
mechanisms: central-sensitisation
            ^^^^^^^^^^^^^^^^^^^^^ invalid-shape \`mechanisms\` takes a list; write \`- central-sensitisation\` under it. → [central-sensitisation]
cells: a, b
       ^^^^ invalid-shape takes a list
`,
  );
  check(
    'asks for dashes before mappings',
    'condition',
    `
${HEAD}
mechanisms: {mechanism: a}
            ^^^^^^^^^^^^^^ invalid-shape put a dash and a space before each item
`,
  );
  check(
    'asks for keys with values',
    'condition',
    `
${HEAD}
codes: MG30.01
       ^^^^^^^ invalid-shape such as \`icd-11: MG30.01\`
`,
  );
  check(
    'asks for one text',
    'condition',
    `
${HEAD}
summary: [a, b]
         ^^^^^^ invalid-shape \`summary\` takes one text, not a list
abbreviation: {a: b}
              ^^^^^^ invalid-shape takes one text, not keys with values
`,
  );
  check(
    'asks for quotation marks around yes and no',
    'condition',
    `
${HEAD}
summary: true
         ^^^^ invalid-shape put "true" in quotation marks → "true"
`,
  );
  check(
    'reports what is empty',
    'condition',
    `
${HEAD}
summary:
^^^^^^^ invalid-shape \`summary\` is empty: give it a value or remove the key
abbreviation: ~
              ^ invalid-shape is empty
cells:
  -
  ^ invalid-shape An item of \`cells\` is empty: write something after the dash or remove it
  - microglia
`,
  );
  check(
    'says which word was meant',
    'condition',
    `
${HEAD}
mechanisms:
  - mechanism: a
    role: drive
          ^^^^^ invalid-shape \`role\` cannot be \`drive\`; did you mean \`drives\`? → drives
    certainty: "hihg"
                ^^^^ invalid-shape did you mean \`high\`? → high
    evidence: [{reference: a, source: mouse}]
                                      ^^^^^ invalid-shape write \`human\`, \`animal\`
`,
  );
  check(
    'knows words in the wrong order',
    'references',
    `
references:
  - id: a
    type: journal-article
          ^^^^^^^^^^^^^^^ invalid-shape → article-journal
`,
  );
  check(
    'wants ids as slugs and proposes one',
    'condition',
    `
kind: condition
id: Central Sensitisation
    ^^^^^^^^^^^^^^^^^^^^^ invalid-shape is not an id; did you mean \`central-sensitisation\`? → central-sensitisation
name: A
mechanisms: [α-Release]
             ^^^^^^^^^ invalid-shape → alpha-release
`,
  );
  check(
    'takes a number for an id as it is written',
    'condition',
    `
kind: condition
id: 12
name: 12
`,
  );
  check(
    'wants days of the calendar',
    'condition',
    `
${HEAD}
reviewed: 2024-13-40
          ^^^^^^^^^^ invalid-shape \`reviewed\` is not a date; write it as YYYY-MM-DD
`,
  );
  check(
    'puts dates right where day and month are clear',
    'article',
    `
title: A
reviewed: 14/03/2025
          ^^^^^^^^^^ invalid-shape write it as YYYY-MM-DD: 2025-03-14 → 2025-03-14
review-by: 03/04/2025
           ^^^^^^^^^^ invalid-shape is not a date
`,
  );
  check(
    'knows leap years',
    'article',
    `
title: A
reviewed: 2024-02-29
review-by: 2023-02-29
           ^^^^^^^^^^ invalid-shape is not a date
`,
  );
  check(
    'says nothing about aliases',
    'condition',
    `
kind: condition
id: &id a
name: *id
evidence: *id
`,
  );
  check(
    'rejects a record that is a list',
    'condition',
    `
- a
^^^ invalid-shape This condition takes keys with values, not a list
`,
  );
  check(
    'takes every form of date that CSL and pandoc know',
    'references',
    `
references:
  - id: 1
    issued: 2021-05-03
    accessed: 2021
    submitted: {date-parts: [[2021, 5, 3], [2022]], circa: true}
    event-date: {year: 2021, month: 5, day: 3}
    original-date: [{year: 1965}, {year: 1966}]
    available-date: {literal: spring, season: 2, raw: x}
    author: [Jane Smith, {family: Smith, given: J., suffix: Jr., non-dropping-particle: van, comma-suffix: true}, {literal: WHO}]
    custom: {anything: [goes, {here: 1}]}
`,
  );
  check(
    'wants at most three parts of a date',
    'references',
    `
references:
  - id: a
    issued: {date-parts: [[2021, 5, 3, 4]]}
                          ^^^^^^^^^^^^^^^ invalid-shape takes at most 3 items; this list has 4
`,
  );
});

describe('the walk: codes', () => {
  check(
    'takes them as they are written, one or several',
    'condition',
    `
${HEAD}
codes:
  icd-11: [MG30.01, 8E43, 8E43.0]
  icd-10: M79.7
  mondo: MONDO:0005546
  mesh: D005356
  doid: DOID:631
  hpo: HP:0012532
  umls: C0016053
`,
  );
  check(
    'says how they are written',
    'condition',
    `
${HEAD}
codes:
  mesh: d5
        ^^ malformed-code \`d5\` is not a valid mesh code; write it like D005356: the letter D or C and six to nine digits
`,
  );
  check(
    'completes what is clear',
    'condition',
    `
${HEAD}
codes:
  mondo: 5546
         ^^^^ malformed-code did you mean \`MONDO:0005546\`? → MONDO:0005546
  hpo: "HP_0012532"
        ^^^^^^^^^^ malformed-code → HP:0012532
  doid: http://purl.obolibrary.org/obo/DOID_631
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-code → DOID:631
  icd-10: m79.7
          ^^^^^ malformed-code → M79.7
  icd-11: [mg30.01]
           ^^^^^^^ malformed-code → MG30.01
`,
  );
  check(
    'belong to their kind of record',
    'mediator',
    `
kind: mediator
id: il-6
name: IL-6
codes:
  hgnc: HGNC:6018
  uniprot: P05231
  ncbi-gene: 3569
  chebi: CHEBI:18295
  icd-11: MG30
  ^^^^^^ unknown-key the keys here are
`,
  );
});

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
