import { checkRule } from './check-rule';

const record = (rest: string) => `-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\n${rest}`;

describe('rules about shape', () => {
  it('invalid-yaml reports what cannot be read, in records and in front matter', () => {
    checkRule('invalid-yaml', `${record('cells: [macrophage, ]mast-cell]')}\n                     ^^^^^^^^^^`);
    checkRule('invalid-yaml', '---\nkind: article\ntitle: "never closed\n       ^^^^^^^^^^^^^ quotation\n---\nText.');
  });
  it('unknown-key reports a misspelt key with what is meant', () =>
    checkRule('unknown-key', record('mechanism: [central-sensitisation]\n^^^^^^^^^ Did you mean “mechanisms”')));
  it('unknown-key welcomes other programs’ keys in an article', () =>
    checkRule('unknown-key', '---\nkind: article\ntitle: T\nlayout: post\ntags: [x]\n---\nText.'));
  it('missing-key reports a record without a name', () =>
    checkRule('missing-key', '-- conditions/a.yaml --\nkind: condition\n^^^^ name\nid: a'));
  it('missing-key asks nothing of an article that never said it is one of ours', () =>
    checkRule('missing-key', '---\nbibliography: a.bib\n---\nText [@a].'));
  it('invalid-shape reports a date that is none', () =>
    checkRule('invalid-shape', record('reviewed: 2024-13-40\n          ^^^^^^^^^^ no such day')));
  it('invalid-shape reports a kind that is none, near one of ours', () =>
    checkRule('invalid-shape', '-- conditions/a.yaml --\nkind: conditon\n      ^^^^^^^^ “condition”\nid: a\nname: A'));
  it('invalid-shape reports a misspelt kind however short it is', () => {
    for (const kind of ['cels', 'cells'])
      checkRule(
        'invalid-shape',
        `-- a.yaml --\nkind: ${kind}\n      ${'^'.repeat(kind.length)} “cell”?\nid: a\nname: A`,
      );
  });
  it('invalid-shape takes no other word for a short kind, and nothing without an id for a record', () => {
    for (const kind of ['call', 'sell', 'cel', 'cellar', 'shell', 'size'])
      checkRule('invalid-shape', `-- a.yaml --\nkind: ${kind}\nid: a\nname: A`);
    checkRule('invalid-shape', '-- a.yaml --\nkind: cels\nname: A');
  });
  it('malformed-code reports a code of the wrong form', () =>
    checkRule('malformed-code', record('codes:\n  mondo: MONDO:54\n         ^^^^^^^^ “MONDO:54” is not')));
  it('duplicate-key reports the second of two', () =>
    checkRule('duplicate-key', record('name: B\n^^^^ written twice')));
  it('duplicate-key reads inside lists and front matter', () =>
    checkRule('duplicate-key', '---\nkind: article\ntitle: T\ntitle: U\n^^^^^ twice\n---\nText.'));
  it('leaves YAML of other programs alone', () =>
    checkRule('unknown-key', '-- a.yaml --\nkind: Deployment\nmechanism: x\n-- b.yaml --\nname: x\n: y'));
});

describe('clinical-content.yaml', () => {
  const config = (text: string) => `-- clinical-content.yaml --\n${text}`;
  it('unknown-key reports a check that does not exist, with what is meant', () =>
    checkRule(
      'unknown-key',
      config('rules:\n  uncited-referense: off\n  ^^^^^^^^^^^^^^^^^ Did you mean “uncited-reference”?\n'),
    ));
  it('unknown-key reports an option that does not exist, also in overrides', () =>
    checkRule(
      'unknown-key',
      config(
        'overrides:\n  - files: ["a/**"]\n    rules:\n      review-overdue:\n        severity: error\n        mnths: 3\n        ^^^^^ Did you mean “months”?\n',
      ),
    ));
  it('invalid-shape reports an option of the wrong type', () =>
    checkRule('invalid-shape', config('rules:\n  review-overdue:\n    months: two\n            ^^^ takes a number\n')));
  it('invalid-shape knows what en-UK means', () =>
    checkRule('invalid-shape', config('language: en-UK\n          ^^^^^ “en-GB”\n')));
  it('accepts levels, options and overrides', () => {
    const source = config('rules:\n  glued-citation: off\n  review-overdue: { severity: error, months: 24 }\n');
    checkRule('unknown-key', source);
    checkRule('invalid-shape', source);
  });
});

describe('duplicate-id', () => {
  const rule = 'duplicate-id';
  it('reports the second record with an id', () =>
    checkRule(
      rule,
      '-- conditions/a.yaml --\nkind: condition\nid: pain\nname: A\n-- conditions/b.yaml --\nkind: condition\nid: pain\n    ^^^^ already taken in conditions/a.yaml\nname: B',
    ));
  it('accepts the same id under another kind', () =>
    checkRule(rule, '-- a.yaml --\nkind: condition\nid: pain\nname: A\n---\nkind: mechanism\nid: pain\nname: B'));
  it('reports a citation key used twice', () =>
    checkRule(
      rule,
      '-- references/a.yaml --\nreferences:\n  - id: x\n    title: A\n  - id: x\n        ^ earlier in this file\n    title: B',
    ));
  it('accepts one key in the bibliographies of two folders', () =>
    checkRule(rule, '-- one/a.bib --\n@book{x, title={A}}\n-- two/b.bib --\n@book{x, title={B}}'));
});

describe('unknown-entity and wrong-kind', () => {
  it('reports an id that nothing has, with a near miss from the repository', () =>
    checkRule(
      'unknown-entity',
      '-- mechanisms/w.yaml --\nkind: mechanism\nid: spinal-windup\nname: W\n' +
        record('mechanisms: [spinal-windpu]\n             ^^^^^^^^^^^^^ Did you mean “spinal-windup”?'),
    ));
  it('knows the shipped vocabulary', () =>
    checkRule(
      'unknown-entity',
      record(
        'mechanisms: [central-sensitisation]\nmediators: [il-6, TNF-α, MCP-1]\ncells: [microglia]\ntreatments: [etanercept]',
      ),
    ));
  it('suggests from the shipped vocabulary', () =>
    checkRule('unknown-entity', record('cells: [microgila]\n        ^^^^^^^^^ “microglia”')));
  it('reads front matter', () =>
    checkRule(
      'unknown-entity',
      '---\nkind: article\ntitle: T\nconditions: [fibromyalgya]\n             ^^^^^^^^^^^^ “fibromyalgia”\nnext: nowhere-at-all\n      ^^^^^^^^^^^^^^ not an article\n---\nText.',
    ));
  it('tells a wrong kind from an unknown id', () => {
    const source =
      '-- mechanisms/w.yaml --\nkind: mechanism\nid: spinal-windup\nname: W\n' +
      record('cells: [spinal-windup]\n        ^^^^^^^^^^^^^ is a mechanism, but a cell belongs here');
    checkRule('wrong-kind', source);
    checkRule('unknown-entity', source.replace(/\n {8}\^.*/, ''));
  });
});
