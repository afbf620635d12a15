// Which spellings count as one?

import assert from 'node:assert/strict';
import { normalise, slug, spellOut } from '../../../server/src/vocab/normalise';

const SAME: string[][] = [
  ['TNF-α', 'TNFα', 'TNF alpha', 'tnf-alpha', 'TNFa', 'tnfa', 'TNF‑α', 'TNF–α', 'TNF_α', 'TNF-ɑ'],
  ['IL-1β', 'IL1B', 'IL-1ß', 'il 1 beta', 'IL-1b'],
  ['IFN-γ', 'IFNG', 'ifn gamma'],
  ['tumour necrosis factor', 'Tumor Necrosis Factor', 'tumor-necrosis-factor'],
  ['central sensitisation', 'central sensitization'],
  ['PGE2', 'PGE₂'],
  ['Sjögren', 'Sjo\u0308gren'],
];

const DIFFERENT: [string, string][] = [
  ['IL-1', 'IL-1β'],
  ['TNF-α', 'TNF-β'],
  ['IL-17', 'IL-17A'],
  ['IL-12', 'IL-12p40'],
  ['IL-2', 'IL-20'],
];

describe('normalising a name', () => {
  for (const group of SAME) {
    it(`gives one key to ${group.join(', ')}`, () => {
      assert.equal(new Set(group.map(normalise)).size, 1);
    });
  }

  for (const [a, b] of DIFFERENT) {
    it(`keeps ${a} apart from ${b}`, () => {
      assert.notEqual(normalise(a), normalise(b));
    });
  }

  it('changes nothing when done again', () => {
    for (const text of SAME.flat()) assert.equal(normalise(normalise(text)), normalise(text));
  });

  it('keeps Greek letters apart from Latin ones when they are spelt out', () => {
    assert.notEqual(spellOut('IL-1Rα'), spellOut('IL-1RA'));
    assert.equal(spellOut('TNF-α'), spellOut('TNF alpha'));
  });

  for (const [name, id] of [
    ['IL-1β', 'il-1-beta'],
    ['TGF-β1', 'tgf-beta-1'],
    ['IFN-α2', 'ifn-alpha-2'],
    ['stress–cortisol axis', 'stress-cortisol-axis'],
    ['CD4+ T cell', 'cd4-t-cell'],
  ] as const) {
    it(`makes the id of ${name} ${id}`, () => {
      assert.equal(slug(name), id);
    });
  }
});
