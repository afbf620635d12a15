// What is proposed at each spot of a half-typed record? `‸` marks the cursor.

import assert from 'node:assert/strict';
import { type Expected, expectedAt } from '../../../server/src/schema/expected';
import { type SchemaName, schemaFor } from '../../../server/src/schema/registry';

function at(
  marked: string,
  name: SchemaName = 'condition',
): { found: Expected | undefined; prefix: string | undefined } {
  const offset = marked.indexOf('‸');
  assert.notEqual(offset, -1, 'the fixture has no cursor');
  const text = marked.replace('‸', '');
  const found = expectedAt(text, { start: 0, end: text.length }, schemaFor(name), offset);
  return { found, prefix: found && text.slice(found.prefix.start, found.prefix.end) };
}

interface KeyCase {
  readonly path?: string;
  readonly has?: string;
  readonly not?: string;
  readonly prefix?: string;
  readonly schema?: SchemaName;
}

/** Keys are proposed; `has` and `not` are lists of keys with blanks between. */
function checkKeys(name: string, marked: string, expected: KeyCase): void {
  it(`proposes keys ${name}`, () => {
    const { found, prefix } = at(marked, expected.schema);
    assert.equal(found?.kind, 'key');
    const names = found.properties.map((property) => property.name);
    for (const key of expected.has?.split(' ') ?? []) assert.ok(names.includes(key), `${key} is missing from ${names}`);
    for (const key of expected.not?.split(' ') ?? []) assert.ok(!names.includes(key), `${key} is proposed`);
    assert.equal(found.path.join('.'), expected.path ?? '');
    assert.equal(prefix, expected.prefix ?? '');
  });
}

interface ValueCase {
  readonly path: string;
  readonly ref?: string;
  readonly word?: string;
  readonly prefix?: string;
  readonly form?: 'plain' | 'flow-list' | 'block-item';
  readonly keys?: string;
  readonly quoted?: boolean;
  readonly space?: boolean;
  readonly schema?: SchemaName;
}

/** A value is proposed: an id of `ref`, or one of the words of an enumeration that has `word`. */
function checkValue(name: string, marked: string, expected: ValueCase): void {
  it(`proposes a value ${name}`, () => {
    const { found, prefix } = at(marked, expected.schema);
    assert.equal(found?.kind, 'value');
    assert.equal(found.path.join('.'), expected.path);
    assert.equal(found.schema['x-ref'], expected.ref);
    if (expected.word)
      assert.ok(found.schema.enum?.includes(expected.word) || found.schema.const === expected.word, expected.word);
    assert.equal(prefix, expected.prefix ?? '');
    assert.equal(found.form, expected.form ?? 'plain');
    assert.equal(found.quoted, expected.quoted ?? false);
    assert.equal(found.spaceBefore, expected.space ?? false);
    const names = found.properties.map((property) => property.name);
    for (const key of expected.keys?.split(' ') ?? [])
      assert.ok(names.includes(key), `${key} is missing from ${names}`);
    if (!expected.keys) assert.deepEqual(names, []);
  });
}

function checkNothing(name: string, marked: string, schema?: SchemaName): void {
  it(`proposes nothing ${name}`, () => assert.equal(at(marked, schema).found, undefined));
}

describe('what may be typed: keys', () => {
  checkKeys('in an empty file', '‸', { has: 'kind id name mechanisms' });
  checkKeys('of which one is begun', 'kind: condition\nmech‸', { has: 'mechanisms id', not: 'kind', prefix: 'mech' });
  checkKeys('on an empty line between others', 'kind: condition\n‸\nname: x\n', { has: 'id', not: 'kind name' });
  checkKeys('on an empty line above all others', '‸\nkind: condition\n', { has: 'id', not: 'kind' });
  checkKeys('in the middle of a key', 'kind: condition\nna‸me: x\n', { has: 'name', not: 'kind', prefix: 'na' });
  checkKeys('after a list at its indentation', 'cells:\n- microglia\n‸', { has: 'kind', not: 'cells' });
  checkKeys('above a list without indentation', '‸\ncells:\n- microglia\nname: x\n', {
    has: 'kind',
    not: 'cells name',
  });
  checkKeys('after an indented list', 'cells:\n  - microglia\n‸', { has: 'kind', not: 'cells' });
  checkKeys('in a mapping that has just begun', 'codes:\n  ‸\nname: x\n', { path: 'codes', has: 'mondo icd-11' });
  checkKeys('in a mapping after another key', 'codes:\n  mondo: MONDO:0005546\n  i‸', {
    path: 'codes',
    has: 'icd-11',
    not: 'mondo',
    prefix: 'i',
  });
  checkKeys('beside the first key of a list item', 'mechanisms:\n  - mechanism: x\n    ‸', {
    path: 'mechanisms',
    has: 'role evidence',
    not: 'mechanism',
  });
  checkKeys('between keys of a list item', 'mechanisms:\n  - mechanism: x\n    ro‸\n    certainty: high\n  - y\n', {
    path: 'mechanisms',
    has: 'role',
    not: 'mechanism certainty',
    prefix: 'ro',
  });
  checkKeys(
    'of the second item, not of the first',
    'mechanisms:\n  - mechanism: x\n    role: drives\n  - mechanism: y\n    ‸',
    { path: 'mechanisms', has: 'role', not: 'mechanism' },
  );
  checkKeys('in a list item without indentation', 'mechanisms:\n- mechanism: x\n  ‸', {
    path: 'mechanisms',
    has: 'role',
    not: 'mechanism',
  });
  checkKeys(
    'three levels deep',
    'mechanisms:\n  - mechanism: x\n    evidence:\n      - reference: smith-2021\n        ‸',
    { path: 'mechanisms.evidence', has: 'quote direction', not: 'reference' },
  );
  checkKeys('before a key that is there already', 'mechanisms:\n  - ‸mechanism: x\n', {
    path: 'mechanisms',
    has: 'mechanism',
  });
  checkKeys('between braces', 'codes: {‸}', { path: 'codes', has: 'mondo' });
  checkKeys('between braces after a comma', 'codes: {mondo: MONDO:0005546, ‸}', {
    path: 'codes',
    has: 'mesh',
    not: 'mondo',
  });
  checkKeys('between braces before another', 'codes: {‸, mesh: D005356}', { path: 'codes', has: 'mondo', not: 'mesh' });
  checkKeys('between braces inside brackets', 'mechanisms: [{mechanism: x, ro‸', {
    path: 'mechanisms',
    has: 'role',
    not: 'mechanism',
    prefix: 'ro',
  });
  checkKeys('between braces over several lines', 'mechanisms:\n  - {mechanism: x,\n     ‸\n', {
    path: 'mechanisms',
    has: 'role',
    not: 'mechanism',
  });
  checkKeys('between braces of a list item', 'mechanisms:\n  - {‸', { path: 'mechanisms', has: 'mechanism role' });
  checkKeys('in the second document only of the second', 'kind: condition\nid: a\n---\nkind: condition\n‸', {
    has: 'id',
    not: 'kind',
  });
  checkKeys('in the first document only of the first', 'kind: condition\n‸\n---\nid: b\n', { has: 'id', not: 'kind' });
  checkKeys('though lines above are broken', 'kind: condition\nname "x\nsynonyms [\n‸', {
    has: 'id synonyms',
    not: 'kind',
  });
  checkKeys('of an item of references', 'references:\n  - id: a\n    ty‸', {
    schema: 'references',
    path: 'references',
    has: 'type title',
    not: 'id',
    prefix: 'ty',
  });
  checkKeys('of a name', 'references:\n  - id: a\n    author:\n      - family: x\n        ‸', {
    schema: 'references',
    path: 'references.author',
    has: 'given',
    not: 'family',
  });
  checkKeys('of an author', 'authors:\n  - name: x\n    ‸', {
    schema: 'article',
    path: 'authors',
    has: 'orcid qualifications',
    not: 'name',
  });
  checkKeys('with Windows line ends', 'kind: condition\r\nname: x\r\n‸\r\n', { has: 'id', not: 'kind name' });

  it('says which keys are required', () => {
    const { found } = at('‸');
    assert.deepEqual(
      found?.kind === 'key' && found.properties.filter((property) => property.required).map(({ name }) => name),
      ['kind', 'id', 'name'],
    );
  });

  it('says that the keys under rules are rules', () => {
    const { found } = at('rules:\n  unc‸', 'configuration');
    assert.equal(found?.kind === 'key' && found.schema['x-key-ref'], 'rule');
  });
});

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

describe('what may be typed: nothing', () => {
  checkNothing('in a comment', '# kind: ‸');
  checkNothing('in a comment behind a value', 'kind: condition # ‸');
  checkNothing('in a block of text', 'summary: |\n  one\n  ‸\n');
  checkNothing('in a block of text that looks like keys', 'summary: |\n  Note:\n    ‸\n');
  checkNothing('behind the sign of a block of text', 'summary: |‸\n');
  checkNothing('behind a closed quotation', 'name: "x"‸');
  checkNothing('under a key that nobody knows', 'foo:\n  ‸');
  checkNothing('on the line between documents', 'kind: condition\n---‸\n');
  checkNothing('under a value that is complete', 'name: x\n    ‸\n');

  it('looks only at its own region of the file', () => {
    const text = '---\nkind: article\n\n---\n# Title\nnext: ';
    const found = expectedAt(text, { start: 4, end: 18 }, schemaFor('article'), 18);
    assert.equal(found?.kind === 'key' && found.properties.some((property) => property.name === 'kind'), false);
    assert.equal(found?.kind === 'key' && found.properties.some((property) => property.name === 'next'), true);
  });
});
