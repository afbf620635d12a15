// Which values are proposed in a half-typed record? `‸` marks the cursor.

import { checkValue } from './check-expected';

describe('what may be typed: values', () => {
  checkValue('after a key and a space', 'mechanisms:\n  - mechanism: ‸', {
    path: 'mechanisms.mechanism',
    ref: 'mechanism',
  });
  checkValue('that is begun', 'mechanisms:\n  - mechanism: cen‸', {
    path: 'mechanisms.mechanism',
    ref: 'mechanism',
    prefix: 'cen',
  });
  checkValue('in the middle of one', 'mechanisms:\n  - role: dri‸ves\n', {
    path: 'mechanisms.role',
    word: 'drives',
    prefix: 'dri',
  });
  checkValue('straight after the colon', 'mechanisms:\n  - role:‸', {
    path: 'mechanisms.role',
    word: 'drives',
    space: true,
  });
  checkValue('in quotation marks', 'mechanisms:\n  - mechanism: "cen‸"\n', {
    path: 'mechanisms.mechanism',
    ref: 'mechanism',
    prefix: 'cen',
    quoted: true,
  });
  checkValue('in quotation marks that are open', "mechanisms:\n  - mechanism: 'c‸", {
    path: 'mechanisms.mechanism',
    ref: 'mechanism',
    prefix: 'c',
    quoted: true,
  });
  checkValue('after a dash', 'mechanisms:\n  - ‸', { path: 'mechanisms', ref: 'mechanism', keys: 'mechanism role' });
  checkValue('after a dash with letters', 'mechanisms:\n  - a\n  - ce‸', {
    path: 'mechanisms',
    ref: 'mechanism',
    prefix: 'ce',
    keys: 'mechanism',
  });
  checkValue('straight after a dash', 'mechanisms:\n  -‸', {
    path: 'mechanisms',
    ref: 'mechanism',
    keys: 'mechanism',
    space: true,
  });
  checkValue('after a dash without indentation', 'cells:\n- ‸', { path: 'cells', ref: 'cell', keys: 'cell' });
  checkValue('between two dashes', 'cells:\n  - a\n  - ‸\n  - b\n', { path: 'cells', ref: 'cell', keys: 'cell' });
  checkValue('that needs its dash', 'mechanisms:\n  ‸', {
    path: 'mechanisms',
    ref: 'mechanism',
    form: 'block-item',
    keys: 'mechanism',
  });
  checkValue('that needs its dash, below another', 'mechanisms:\n  - a\n  ‸', {
    path: 'mechanisms',
    ref: 'mechanism',
    form: 'block-item',
    keys: 'mechanism',
  });
  checkValue('that needs its brackets', 'mechanisms: ‸', { path: 'mechanisms', ref: 'mechanism', form: 'flow-list' });
  checkValue('in brackets', 'mechanisms: [‸]', { path: 'mechanisms', ref: 'mechanism' });
  checkValue('in brackets after a comma', 'mechanisms: [a, ‸]', { path: 'mechanisms', ref: 'mechanism' });
  checkValue('in brackets that are open', 'mechanisms: [a, ce‸', {
    path: 'mechanisms',
    ref: 'mechanism',
    prefix: 'ce',
  });
  checkValue('in brackets over several lines', 'mechanisms: [\n  a,\n  ce‸\n]\n', {
    path: 'mechanisms',
    ref: 'mechanism',
    prefix: 'ce',
  });
  checkValue('in brackets in quotation marks', 'mechanisms: ["a", "c‸"]', {
    path: 'mechanisms',
    ref: 'mechanism',
    prefix: 'c',
    quoted: true,
  });
  checkValue('in braces', 'mechanisms: [{mechanism: x, role: d‸}]', {
    path: 'mechanisms.role',
    word: 'drives',
    prefix: 'd',
  });
  checkValue('in braces over several lines', 'mechanisms:\n  - {mechanism: x,\n     role: ‸}\n', {
    path: 'mechanisms.role',
    word: 'drives',
  });
  checkValue('in brackets in braces', 'mechanisms: [{mechanism: x, evidence: [‸', {
    path: 'mechanisms.evidence',
    ref: 'reference',
  });
  checkValue('of evidence', 'evidence:\n  - smi‸', {
    path: 'evidence',
    ref: 'reference',
    prefix: 'smi',
    keys: 'reference quote',
  });
  checkValue('of evidence in its long form', 'evidence:\n  - reference: ‸\n    quote: x\n', {
    path: 'evidence.reference',
    ref: 'reference',
  });
  checkValue('of evidence deep inside', 'mediators:\n  - mediator: il-6\n    evidence:\n      - ‸', {
    path: 'mediators.evidence',
    ref: 'reference',
    keys: 'reference',
  });
  checkValue('of a kind', 'kind: ‸', { path: 'kind', word: 'condition' });
  checkValue('of a key after a comment line', 'mechanisms:\n  # which ones\n  - mechanism: ‸', {
    path: 'mechanisms.mechanism',
    ref: 'mechanism',
  });
  checkValue('of a type', 'references:\n  - id: a\n    type: art‸', {
    schema: 'references',
    path: 'references.type',
    word: 'article-journal',
    prefix: 'art',
  });
  checkValue('of an audience', 'audience: ‸', { schema: 'article', path: 'audience', word: 'patient' });
  checkValue('of an audience in a list', 'audience: [patient, ‸]', {
    schema: 'article',
    path: 'audience',
    word: 'clinician',
  });
  checkValue('of a following article', 'next: ‸', { schema: 'article', path: 'next', ref: 'article' });
  checkValue('of a severity', 'rules:\n  uncited-claim: ‸', {
    schema: 'configuration',
    path: 'rules.uncited-claim',
    word: 'warning',
  });
  checkValue('of a severity in the long form', 'rules:\n  uncited-claim:\n    severity: ‸', {
    schema: 'configuration',
    path: 'rules.uncited-claim.severity',
    word: 'warning',
  });
  checkValue('of a target in the long form', 'targets:\n  - cell: ‸', {
    schema: 'treatment',
    path: 'targets.cell',
    ref: 'cell',
  });
  checkValue('of a cell that may be one or many', 'mediators:\n  - mediator: x\n    from: ‸', {
    schema: 'mechanism',
    path: 'mediators.from',
    ref: 'cell',
  });
  checkValue('after an anchor', 'mechanisms:\n  - mechanism: &a ce‸', {
    path: 'mechanisms.mechanism',
    ref: 'mechanism',
    prefix: 'ce',
  });
  checkValue('beside an apostrophe above', "summary: it's long\nmechanisms: [‸]", {
    path: 'mechanisms',
    ref: 'mechanism',
  });
});
