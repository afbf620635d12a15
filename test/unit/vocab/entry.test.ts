// Is the shipped vocabulary sound: ids, codes, members, roles?

import assert from 'node:assert/strict';
import { VOCAB_KINDS } from '../../../server/src/vocab/entry';
import { entriesOf, entryById } from '../../../server/src/vocab/store';

const SCHEMES: Record<string, RegExp> = {
  hgnc: /^HGNC:\d{1,5}$/,
  uniprot: /^([OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2})$/,
  'ncbi-gene': /^\d+$/,
  ensembl: /^ENSG\d{11}$/,
  mondo: /^MONDO:\d{7}$/,
  mesh: /^[CD]\d{6,9}$/,
  icd11: /^MG30(\.[0-6]|\.0[0-4])?$/,
  icd10: /^[A-Z]\d{2}(\.\d)?$/,
  icd10cm: /^[A-Z]\d{2}(\.\d{1,2})?$/,
  doid: /^DOID:\d+$/,
  hp: /^HP:\d{7}$/,
  cl: /^CL:\d{7}$/,
  go: /^GO:\d{7}$/,
  chebi: /^CHEBI:\d+$/,
};

describe('the vocabulary', () => {
  for (const kind of VOCAB_KINDS) {
    it(`has ids in kebab case, each once, for every ${kind}`, () => {
      const ids = entriesOf(kind).map((entry) => entry.id);
      assert.ok(ids.length > 10);
      assert.deepEqual(
        ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
        [],
      );
      assert.equal(new Set(ids).size, ids.length);
    });

    it(`has well-formed codes of known schemes for every ${kind}`, () => {
      const wrong = entriesOf(kind).flatMap(({ id, codes }) =>
        Object.entries(codes).flatMap(([scheme, code]) =>
          SCHEMES[scheme]?.test(code) ? [] : [`${id} ${scheme} ${code}`],
        ),
      );
      assert.deepEqual(wrong, []);
    });

    it(`finds every ${kind} by its id and says of which kind it is`, () => {
      for (const entry of entriesOf(kind)) {
        assert.equal(entryById(kind, entry.id), entry);
        assert.equal(entry.kind, kind);
      }
    });
  }

  it('has all 281 cytokine genes', () => {
    assert.equal(entriesOf('mediator').filter((entry) => entry.symbol).length, 281);
  });

  it('names only members that exist', () => {
    const missing = entriesOf('mediator')
      .flatMap((entry) => entry.members ?? [])
      .filter((id) => !entryById('mediator', id));
    assert.deepEqual(missing, []);
  });

  for (const [id, role] of [
    ['tnf-alpha', 'pro-inflammatory'],
    ['il-1-beta', 'pro-inflammatory'],
    ['il-17a', 'pro-inflammatory'],
    ['ccl2', 'pro-inflammatory'],
    ['il-6', 'dual'],
    ['tgf-beta', 'dual'],
    ['il-10', 'anti-inflammatory'],
    ['il-1ra', 'anti-inflammatory'],
    ['ngf', undefined],
    ['autoantibodies', undefined],
  ] as const) {
    it(`says of ${id} that its role is ${role ?? 'not assessed'}`, () => {
      const entry = entryById('mediator', id);
      assert.ok(entry);
      assert.equal(entry.role, role);
    });
  }

  it('gives IL-6 its identifiers', () => {
    assert.deepEqual(entryById('mediator', 'il-6')?.codes, {
      hgnc: 'HGNC:6018',
      uniprot: 'P05231',
      'ncbi-gene': '3569',
      ensembl: 'ENSG00000136244',
    });
  });

  it('gives no code to what no table has', () => {
    for (const id of ['histamine', 'cortisol', 'il-17']) assert.deepEqual(entryById('mediator', id)?.codes, {});
    assert.deepEqual(entryById('mechanism', 'glial-activation')?.codes, {});
    assert.deepEqual(entryById('cell', 'satellite-glial-cell')?.codes, {});
  });
});
