// What does the walk say about the values of a record?

import { checkWalk, HEAD } from './check-walk';

describe('the walk: values', () => {
  checkWalk(
    'asks for a list',
    'condition',
    `
${HEAD}
mechanisms: central-sensitisation
            ^^^^^^^^^^^^^^^^^^^^^ invalid-shape “mechanisms” takes a list; write “- central-sensitisation” under it. → [central-sensitisation]
cells: a, b
       ^^^^ invalid-shape takes a list
`,
  );
  checkWalk(
    'asks for dashes before mappings',
    'condition',
    `
${HEAD}
mechanisms: {mechanism: a}
            ^^^^^^^^^^^^^^ invalid-shape put a dash and a space before each item
`,
  );
  checkWalk(
    'asks for keys with values',
    'condition',
    `
${HEAD}
codes: MG30.01
       ^^^^^^^ invalid-shape such as “icd-11: MG30.01”
`,
  );
  checkWalk(
    'asks for one text',
    'condition',
    `
${HEAD}
summary: [a, b]
         ^^^^^^ invalid-shape “summary” takes one text, not a list
abbreviation: {a: b}
              ^^^^^^ invalid-shape takes one text, not keys with values
`,
  );
  checkWalk(
    'asks for quotation marks around yes and no',
    'condition',
    `
${HEAD}
summary: true
         ^^^^ invalid-shape put "true" in quotation marks → "true"
`,
  );
  checkWalk(
    'reports what is empty',
    'condition',
    `
${HEAD}
summary:
^^^^^^^ invalid-shape “summary” is empty: give it a value or remove the key
abbreviation: ~
              ^ invalid-shape is empty
cells:
  -
  ^ invalid-shape An item of “cells” is empty: write something after the dash or remove it
  - microglia
`,
  );
  checkWalk(
    'says which word was meant',
    'condition',
    `
${HEAD}
mechanisms:
  - mechanism: a
    role: drive
          ^^^^^ invalid-shape “role” cannot be “drive”. Did you mean “drives”? → drives
    certainty: "hihg"
                ^^^^ invalid-shape Did you mean “high”? → high
    evidence: [{reference: a, source: mouse}]
                                      ^^^^^ invalid-shape write “human”, “animal”
`,
  );
  checkWalk(
    'knows words in the wrong order',
    'references',
    `
references:
  - id: a
    type: journal-article
          ^^^^^^^^^^^^^^^ invalid-shape → article-journal
`,
  );
  checkWalk(
    'wants ids as slugs and proposes one',
    'condition',
    `
kind: condition
id: Central Sensitisation
    ^^^^^^^^^^^^^^^^^^^^^ invalid-shape is not an id. Did you mean “central-sensitisation”? → central-sensitisation
name: A
mechanisms: [α-Release]
             ^^^^^^^^^ invalid-shape → alpha-release
`,
  );
  checkWalk(
    'takes a number for an id as it is written',
    'condition',
    `
kind: condition
id: 12
name: 12
`,
  );
  checkWalk(
    'wants days of the calendar',
    'condition',
    `
${HEAD}
reviewed: 2024-13-40
          ^^^^^^^^^^ invalid-shape there is no such day as 2024-13-40
`,
  );
  checkWalk(
    'puts dates right where day and month are clear',
    'article',
    `
title: A
reviewed: 14/03/2025
          ^^^^^^^^^^ invalid-shape as YYYY-MM-DD, not “14/03/2025”: write 2025-03-14 → 2025-03-14
review-by: 03/04/2025
           ^^^^^^^^^^ invalid-shape takes a day as YYYY-MM-DD
`,
  );
  checkWalk(
    'knows leap years',
    'article',
    `
title: A
reviewed: 2024-02-29
review-by: 2023-02-29
           ^^^^^^^^^^ invalid-shape there is no such day as 2023-02-29
`,
  );
  checkWalk(
    'says nothing about aliases',
    'condition',
    `
kind: condition
id: &id a
name: *id
evidence: *id
`,
  );
  checkWalk(
    'rejects a record that is a list',
    'condition',
    `
- a
^^^ invalid-shape This condition takes keys with values, not a list
`,
  );
  checkWalk(
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
  checkWalk(
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
  checkWalk(
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
  checkWalk(
    'says how they are written',
    'condition',
    `
${HEAD}
codes:
  mesh: d5
        ^^ malformed-code “d5” is not a valid MeSH code. Write it like D005356: the letter D or C and six to nine digits
`,
  );
  checkWalk(
    'completes what is clear',
    'condition',
    `
${HEAD}
codes:
  mondo: 5546
         ^^^^ malformed-code Did you mean “MONDO:0005546”? → MONDO:0005546
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
  checkWalk(
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
