// What is typed to see whether it stays? Files of the examples, and words that a list could take for others.

/** Where the author presses Tab to take a proposal. */
export const TAB = '⇥';

/** An article, a record and references, with mistakes of every sort: what a list could put right without being asked. */
export const TYPED_FILES = [
  'needs-work/articles/knee-pain.md',
  'needs-work/conditions/knee-osteoarthritis.yaml',
  'needs-work/references/knee.yaml',
];

const article = (text) => `---
kind: article
id: typed
title: Typed
aud
audience: clin
reviewed: 2026-05-02
conditions: [knee]
mediators:
  - il
---

${text}
`;

const RECORD = `kind: condition
id: gout
name: Gout
synonyms: [podagra]
summary: Gout
mechanisms:
  - mechanism: pain
    role: drivs
    evidence:
      - example
  - il
  - example
features:
  - gout
  - mechanism
nmae: Kind
reviewed: 2026`;

export const TYPED_TEXTS = [
  {
    path: 'needs-work/articles/other-words.md',
    text: article(
      ['CSF', 'TNF', 'IFN', 'an interleukin', 'IL-6', 'il6', 'tnfa', 'tnf-alpha', 'MCP-1', 'mcp1', 'MS', 'PT', 'IF']
        .concat(['The', 'patients with', 'the spinal cord', 'interleukin 6', 'chemok', 'april', 'nerve growth'])
        .concat([
          'as @example',
          'as @example-hart-2021',
          'as [@example',
          'as [@example-hart] and @exam',
          '[@',
          '@',
          '#',
        ])
        .concat(['[a link](knee', 'see knee-pain'])
        .join('\n'),
    ),
  },
  { path: 'needs-work/conditions/gout.yaml', text: RECORD },
  {
    path: 'needs-work/articles/taken.md',
    text: article('High tnfa⇥ and mcp1⇥ or [@hart infl⇥] rises'),
    becomes: article('High TNF-α and CCL2 or [@example-hart-2021] rises'),
  },
  {
    path: 'needs-work/conditions/taken.yaml',
    text: 'kind: condition\nid: taken\nna⇥Taken\nmech⇥mech⇥cent⇥\n  ro⇥dri⇥\n    evid⇥hart⇥\n  mech⇥inf⇥\n  ro⇥maint⇥\ncod⇥mesh⇥D1',
    becomes:
      'kind: condition\nid: taken\nname: Taken\nmechanisms:\n  - mechanism: central-sensitisation\n    role: drives\n    evidence:\n      - example-hart-2021\n  - mechanism: inflammation\n    role: maintains\ncodes:\n  mesh: D1',
  },
];
