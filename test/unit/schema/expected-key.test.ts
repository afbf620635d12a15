// Which keys are proposed in a half-typed record? `‸` marks the cursor.

import assert from 'node:assert/strict';
import { at, checkKeys } from './check-expected';

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
