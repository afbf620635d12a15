// What does the walk say about the keys of a record?

import { checkWalk, HEAD } from './check-walk';

describe('the walk: keys', () => {
  checkWalk(
    'says which key was meant',
    'condition',
    `
${HEAD}
summry: x
^^^^^^ unknown-key “summry” is not a key of a condition. Did you mean “summary”? → summary
`,
  );
  checkWalk(
    'sees through capital letters and underscores',
    'condition',
    `
${HEAD}
Leads_To: x
^^^^^^^^ unknown-key check its spelling or remove it
codes:
  ICD_11: MG30
  ^^^^^^ unknown-key Did you mean “icd-11”? → icd-11
`,
  );
  checkWalk(
    'knows names that authors try',
    'condition',
    `
${HEAD}
description: x
^^^^^^^^^^^ unknown-key Did you mean “summary”? → summary
`,
  );
  checkWalk(
    'does not propose a key that is there',
    'condition',
    `
${HEAD}
title: A
^^^^^ unknown-key “name” is here already
`,
  );
  checkWalk(
    'lists the keys where there are few',
    'condition',
    `
${HEAD}
cells:
  - cell: microglia
    colour: x
    ^^^^^^ unknown-key the keys here are “cell”, “evidence”, “certainty” and “note”
`,
  );
  checkWalk(
    'sees a space that is missing after a colon',
    'condition',
    `
${HEAD}
cells: [{cell: microglia, note:x}]
                          ^^^^^^ unknown-key Put a space after the colon: “note: x” → note: x
`,
  );
  checkWalk(
    'misses required keys at the first key',
    'condition',
    `
kind: condition
^^^^ missing-key This condition has no “id”; add it, such as “id: fibromyalgia”
^^^^ missing-key This condition has no “name”
`,
  );
  checkWalk(
    'misses the reference of evidence',
    'condition',
    `
${HEAD}
evidence:
  - quote: x
    ^^^^^ missing-key has no “reference”; add it, such as “reference: smith-2021”
`,
  );
  checkWalk(
    'misses what a treatment acts on',
    'treatment',
    `
kind: treatment
id: a
name: A
targets:
  - effect: inhibits
    ^^^^^^ missing-key needs one of the keys “mediator”, “mechanism” and “cell”
`,
  );
  checkWalk(
    'knows the keys of the Citation Style Language and their capital letters',
    'references',
    `
references:
  - id: a
    doi: 10.1/x
    ^^^ unknown-key Did you mean “DOI”? → DOI
    journal: Pain
    ^^^^^^^ unknown-key Did you mean “container-title”? → container-title
    containerTitle: Pain
    ^^^^^^^^^^^^^^ unknown-key Did you mean “container-title”? → container-title
    container-title-short: Pain
    non-dropping: x
    ^^^^^^^^^^^^ unknown-key
`,
  );
});

describe('the walk: keys of other programs', () => {
  checkWalk(
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
  checkWalk(
    'reports a close misspelling of one of ours',
    'article',
    `
title: A
condition: [a]
^^^^^^^^^ unknown-key “condition” is not a key of an article. Did you mean “conditions”? → conditions
review_by: 2025-01-01
^^^^^^^^^ unknown-key → review-by
mechansims: [a]
^^^^^^^^^^ unknown-key → mechanisms
`,
  );
  checkWalk(
    'does not report one when ours is there too',
    'article',
    `
title: A
conditions: [a]
condition: b
`,
  );
});
