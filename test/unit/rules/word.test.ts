import { checkFix, checkRule } from './check-rule';

describe('noncanonical-mediator', () => {
  const rule = 'noncanonical-mediator';
  it('reports unusual spellings in prose', () =>
    checkRule(rule, 'Both IL6 and TNFa rise.\n     ^^^ “IL-6”\n             ^^^^ “TNF-α”\n'));
  it('accepts the usual spellings, older names and words', () =>
    checkRule(rule, 'IL-6, TNF-α, MCP-1, CCL2, interleukin-6, NGF, IFN-γ, tumour necrosis factor and IL-6R.\n'));
  it('does not read code, links, mathematics and the reference list', () =>
    checkRule(
      rule,
      'A `IL6` [IL-6](https://example.org/IL6) $IL6$ [1].\n\n## References\n\n1. Doe J. IL6 and TNFa in pain. PMID: 1\n',
    ));
  it('reports an alias in a record, with the id to write', () =>
    checkRule(
      rule,
      '-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\nmediators: [tnfa, il-6, TNF-α]\n            ^^^^ write “tnf-alpha”',
    ));
});

describe('ambiguous-mediator', () => {
  const rule = 'ambiguous-mediator';
  it('reports a name that several share, in a record', () =>
    checkRule(
      rule,
      '-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\nmediators: [CLMF]\n            ^^^^ IL-12p35',
    ));
  it('accepts a name that is one mediator’s own although others have it as an alias', () =>
    checkRule(
      rule,
      'IL-20, CGRP, MIF and VEGF.\n-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\nmediators: [IL-20, CGRP]',
    ));
});

describe('look-alike-letter', () => {
  const rule = 'look-alike-letter';
  it('reports the German ß for β', () => checkRule(rule, 'IL-1ß rises; Straße and Maß do not.\n    ^ β is meant\n'));
  it('reports a dash in a name', () =>
    checkRule(
      rule,
      'IL‑6, IL‐6 and IL–1β, IL−6, 10–20 and ICD‑11.\n                 ^ not a hyphen\n                        ^ not a hyphen\n',
    ));
  it('reports a Cyrillic letter in a Latin word', () =>
    checkRule(rule, 'Chronic pаin and µg, α-синуклеин, боль.\n        ^^^^ another alphabet\n'));
  it('puts the right letters in', () => checkFix(rule, 'IL-1ß, TGF-ß1, IL–6, pаin.\n', 'IL-1β, TGF-β1, IL-6, pain.\n'));
});

describe('mixed-spelling', () => {
  const rule = 'mixed-spelling';
  it('reports the odd one out', () =>
    checkRule(
      rule,
      'The tumour and the fibre changed its behavior.\n                                     ^^^^^^^^ British\n',
    ));
  it('accepts Oxford spelling, and reports -ise beside it', () =>
    checkRule(
      rule,
      'The tumour was recognized and sensitized; nerves sensitise.\n                                                 ^^^^^^^^^ -ise\n',
    ));
  it('follows what the article says of itself', () =>
    checkRule(rule, '---\nkind: article\ntitle: T\nlanguage: en-US\n---\nThe tumour.\n    ^^^^^^ American English\n'));
  it('follows the configuration', () =>
    checkRule(rule, 'An edema.\n   ^^^^^ British English\n-- clinical-content.yaml --\nlanguage: en-GB\n'));
  it('leaves names, quotations of code and ordinary words alone', () =>
    checkRule(rule, 'Tumor necrosis factor, a tumour, analysis, programmed, fetal, exercise, comprise, `behavior`.\n'));
});

describe('upkeep', () => {
  it('missing-review-date reports an article of ours without one', () =>
    checkRule('missing-review-date', '---\nkind: article\ntitle: A title\n       ^^^^^^^ no review date\n---\nText.'));
  it('missing-review-date asks nothing of a manuscript', () =>
    checkRule('missing-review-date', '---\nauthor: X\nbibliography: a.bib\n---\nText [@a].'));
  it('review-overdue reports a day that has passed', () =>
    checkRule(
      'review-overdue',
      '---\nkind: article\ntitle: T\nreviewed: 2024-01-01\nreview-by: 2026-01-01\n           ^^^^^^^^^^ by 2026-01-01\n---\nText.',
    ));
  it('review-overdue counts from the review when no day is set', () =>
    checkRule(
      'review-overdue',
      '---\nkind: article\ntitle: T\nreviewed: 2022-12-31\n          ^^^^^^^^^^ more than 36 months\n---\nText.',
    ));
  it('review-overdue follows its option', () =>
    checkRule(
      'review-overdue',
      '---\nkind: article\ntitle: T\nreviewed: 2022-12-31\n---\nText.\n-- clinical-content.yaml --\nrules:\n  review-overdue:\n    severity: error\n    months: 60\n',
    ));
  it('broken-internal-link reports a file and a heading that are not there', () =>
    checkRule(
      'broken-internal-link',
      '-- a.md --\n# One\n\nSee [b](b.md#two), [c](c.md), [d](#one), [e](#noe) [@x-1].\n                       ^^^^ no file “c.md”\n                                             ^^^^ no heading “#noe”\n-- b.md --\n# Two {.x}\n\n[@x-1]',
    ));
  it('broken-internal-link leaves other addresses alone', () =>
    checkRule(
      'broken-internal-link',
      'See [a](https://x.org/a.md), [b](mailto:a@b.org), [c](/c.md), [d](page.html), [e](folder/) ![f](made/later.png) [@x-1].',
    ));
});

describe('suppressions', () => {
  const article = (comment: string, after = '') =>
    `---\nkind: article\ntitle: T\nreviewed: 2025-12-01\n---\n\n${comment}\nA claim [@nobody-1999].\n${after}`;
  it('switch off the next line, with a reason', () =>
    checkRule(
      'unresolved-citation',
      article('<!-- clinical-content-disable-next-line unresolved-citation -- in press -->'),
    ));
  it('switch off their own line', () =>
    checkRule(
      'unresolved-citation',
      'A claim [@nobody-1999]. <!-- clinical-content-disable-line unresolved-citation -->',
    ));
  it('switch off a block', () =>
    checkRule(
      'unresolved-citation',
      `<!-- clinical-content-disable unresolved-citation -->\n\nA [@nobody-1999].\n\n<!-- clinical-content-enable -->\n\nB [@nobody-2000].\n    ^^^^^^^^^^^\n`.replace(
        '    ^',
        '    ^',
      ),
    ));
  it('switch off a whole file', () =>
    checkRule('unresolved-citation', article('<!-- clinical-content-disable-file -->')));
  it('work in YAML', () =>
    checkRule(
      'unresolved-citation',
      '-- conditions/a.yaml --\nkind: condition\nid: a\nname: A\n# clinical-content-disable-next-line unresolved-citation -- in press\nevidence: [nobody-1999]',
    ));
  it('are reported when they switch off nothing', () =>
    checkRule(
      'unused-suppression',
      'Text [@pmid:1]. <!-- clinical-content-disable-line glued-citation -->\n                                                   ^^^^^^^^^^^^^^ nothing here',
    ));
  it('are reported when they name no check', () =>
    checkRule(
      'unused-suppression',
      'Text [@nobody-1999]. <!-- clinical-content-disable-line unresolved-citation, unresolved-citaton -->\n                                                                             ^^^^^^^^^^^^^^^^^^ Did you mean “unresolved-citation”',
    ));
  it('lose the comment when it is of no use', () =>
    checkFix('unused-suppression', 'Text [@pmid:1].<!-- clinical-content-disable-line -->\n', 'Text [@pmid:1].\n'));

  it('work up to the day behind “until”, and no longer', () => {
    const until = (day: string, carets = '') =>
      `Text [@nobody-1999]. <!-- clinical-content-disable-line unresolved-citation until ${day} -- in press -->${carets}`;
    checkRule('unresolved-citation', until('2026-01-15'));
    checkRule('unused-suppression', until('2026-01-15'));
    checkRule('unresolved-citation', `${until('2026-01-14')}\n       ^^^^^^^^^^^ nobody-1999`);
    checkRule('unused-suppression', `${until('2026-01-14')}\n${' '.repeat(82)}^^^^^^^^^^ worked until 2026-01-14`);
  });

  it('that have outlived their day and hide nothing are reported as needless, once', () =>
    checkRule(
      'unused-suppression',
      `Text [@pmid:1]. <!-- clinical-content-disable-line unresolved-citation until 2020-01-01 -->\n${' '.repeat(51)}^^^^^^^^^^^^^^^^^^^ nothing here`,
    ));

  it('switch off only the checks that they name, on whichever side of the day', () => {
    const text =
      'Text [@nobody-1999] of IL6. <!-- clinical-content-disable-line until 2027-01-31 noncanonical-mediator -- a quotation -->';
    checkRule('noncanonical-mediator', text);
    checkRule('unresolved-citation', `${text}\n       ^^^^^^^^^^^ nobody-1999`);
    checkRule('unused-suppression', text);
  });

  it('say so when the day behind “until” is none of the calendar', () =>
    checkRule(
      'unused-suppression',
      `Text [@nobody-1999]. <!-- clinical-content-disable-line unresolved-citation until 2027-02-31 -->\n${' '.repeat(82)}^^^^^^^^^^ a day, such as`,
    ));

  it('hide nothing when no day stands behind “until”', () =>
    checkRule(
      'unresolved-citation',
      'Text [@nobody-1999]. <!-- clinical-content-disable-line unresolved-citation until May -->\n       ^^^^^^^^^^^ nobody-1999',
    ));

  it('say so when no day stands behind “until”', () =>
    checkRule(
      'unused-suppression',
      `Text [@nobody-1999]. <!-- clinical-content-disable-line unresolved-citation until May -- in press -->\n${' '.repeat(82)}^^^ a day, such as`,
    ));
});
