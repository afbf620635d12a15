// Does every spelling find the entry it means, and no other?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { VocabKind } from '../../../server/src/vocab/entry';
import { lookUp } from '../../../server/src/vocab/look-up';
import { normalise } from '../../../server/src/vocab/normalise';
import { entriesOf } from '../../../server/src/vocab/store';

const ids = (kind: VocabKind, text: string) => (lookUp(kind, text)?.entries ?? []).map((entry) => entry.id).sort();

/** Spelling, expected ids, and by which kind of name. */
const MEDIATORS: [string, string[], string?][] = [
  ['il-6', ['il-6'], 'id'],
  ['IL-6', ['il-6'], 'name'],
  ['IL6', ['il-6'], 'name'],
  ['il 6', ['il-6'], 'name'],
  ['interleukin 6', ['il-6'], 'name'],
  ['Interleukin-6', ['il-6'], 'name'],
  ['tnfa', ['tnf-alpha'], 'name'],
  ['TNF alpha', ['tnf-alpha'], 'name'],
  ['TNF-α', ['tnf-alpha'], 'name'],
  ['TNF‑α', ['tnf-alpha'], 'name'],
  ['TNF', ['tnf-alpha'], 'symbol'],
  ['tumour necrosis factor', ['tnf-alpha'], 'name'],
  ['tumor necrosis factor alpha', ['tnf-alpha'], 'alias'],
  ['il1b', ['il-1-beta'], 'symbol'],
  ['interleukin-1 beta', ['il-1-beta'], 'name'],
  ['IL-1ß', ['il-1-beta'], 'name'],
  ['MCP-1', ['ccl2'], 'alias'],
  ['mcp1', ['ccl2'], 'alias'],
  ['monocyte chemoattractant protein-1', ['ccl2'], 'alias'],
  ['IL-8', ['cxcl8'], 'alias'],
  ['RANTES', ['ccl5'], 'alias'],
  ['CSF2', ['gm-csf'], 'symbol'],
  ['substance P', ['substance-p'], 'name'],
  ['PGE2', ['prostaglandin-e2'], 'alias'],
  ['PGE₂', ['prostaglandin-e2'], 'alias'],
  ['prostaglandin', ['prostaglandins'], 'alias'],
  ['5-HT', ['serotonin'], 'alias'],
  ['beta2-adrenergic receptor autoantibodies', ['beta2-adrenergic-receptor-autoantibodies']],
  ['β2-adrenergic receptor autoantibody', []],
  ['leptin', ['leptin'], 'id'],
  ['visfatin', ['nampt'], 'alias'],
  // A name or symbol wins over somebody else's alias.
  ['IL-20', ['il-20'], 'name'],
  ['IL-21', ['il-21'], 'name'],
  ['interleukin 20', ['il-20'], 'name'],
  ['CGRP', ['cgrp'], 'name'],
  ['MIF', ['mif'], 'name'],
  ['HGF', ['hgf'], 'name'],
  ['FGF2', ['fgf2'], 'name'],
  ['FGF13', ['fgf13'], 'name'],
  ['IL-1RA', ['il-1ra'], 'name'],
  ['MIP-1β', ['ccl4'], 'alias'],
  // A receptor chain is not the antagonist whose name looks the same.
  ['IL-1Rα', ['il-1r1'], 'alias'],
  // A family is never one of its members.
  ['IL-1', ['il-1'], 'name'],
  ['IL1', ['il-1'], 'name'],
  ['IL-12', ['il-12'], 'name'],
  ['interleukin 12', ['il-12'], 'alias'],
  ['IL-17', ['il-17'], 'name'],
  ['interleukin-17', ['il-17'], 'alias'],
  ['IL-17A', ['il-17a'], 'name'],
  ['IL-23', ['il-23'], 'name'],
  ['interleukin 23', ['il-23'], 'alias'],
  ['IL-27', ['il-27'], 'name'],
  ['IL-35', ['il-35'], 'name'],
  ['TGF-β', ['tgf-beta'], 'name'],
  ['TGFB', ['tgf-beta'], 'name'],
  ['TGFB1', ['tgf-beta-1'], 'symbol'],
  ['VEGF', ['vegf'], 'name'],
  ['VEGFA', ['vegf-a'], 'name'],
  ['BMP', ['bmp'], 'name'],
  ['FGF', ['fgf'], 'name'],
  ['IFN-a', ['ifn-alpha'], 'name'],
  ['IFNA', ['ifn-alpha'], 'name'],
  ['IFN-β', ['ifn-beta'], 'name'],
  ['TNF-β', ['lt-alpha'], 'alias'],
  ['TNFB', ['lt-alpha'], 'alias'],
  // What is no mediator of ours.
  ['calcitonin', []],
  ['anakinra', []],
  ['hyper-IgM syndrome', []],
  ['', []],
  ['-', []],
  ['xyzzy', []],
];

const OTHERS: [VocabKind, string, string[]][] = [
  ['condition', 'fibromyalgia', ['fibromyalgia']],
  ['condition', 'CRPS', ['complex-regional-pain-syndrome']],
  ['condition', 'complex regional pain syndrome', ['complex-regional-pain-syndrome']],
  ['condition', 'reflex sympathetic dystrophy', ['complex-regional-pain-syndrome-type-1']],
  ['condition', 'causalgia', ['complex-regional-pain-syndrome-type-2']],
  ['condition', 'shingles', ['herpes-zoster']],
  ['condition', 'neuropathic pain', ['neuropathic-pain']],
  ['condition', 'chronic neuropathic pain', ['chronic-neuropathic-pain']],
  ['condition', 'central pain syndromes', ['central-pain-syndrome']],
  ['condition', 'post-viral pain', ['post-viral-pain']],
  ['condition', 'osteoarthritis', ['osteoarthritis']],
  ['condition', 'small fiber neuropathy', ['small-fibre-neuropathy']],
  ['condition', 'ME/CFS', ['myalgic-encephalomyelitis-chronic-fatigue-syndrome']],
  ['mechanism', 'central sensitization', ['central-sensitisation']],
  ['mechanism', 'wind-up', ['wind-up']],
  ['mechanism', 'glial cell activation', ['glial-activation']],
  ['mechanism', 'neuroinflammatory response', ['neuroinflammation']],
  ['mechanism', 'mast-cell degranulation', ['mast-cell-degranulation']],
  ['mechanism', 'dysbiosis', ['gut-dysbiosis']],
  ['mechanism', 'stress-cortisol axis dysregulation', ['stress-cortisol-axis-dysregulation']],
  ['mechanism', 'T cell involvement', ['t-cell-involvement']],
  ['cell', 'microglial cells', ['microglia']],
  ['cell', 'macrophages', ['macrophage']],
  ['cell', 'T-cells', ['t-cell']],
  ['cell', 'Treg', ['regulatory-t-cell']],
  ['cell', 'Tregs', ['regulatory-t-cell']],
  ['cell', 'pain receptor cell', ['nociceptor']],
  ['cell', 'satellite glial cell', ['satellite-glial-cell']],
  ['cell', 'perineuronal satellite cell', ['perineuronal-satellite-cell']],
  ['cell', 'proprioceptive neuron', []],
  ['treatment', 'NSAID', ['nsaids']],
  ['treatment', 'TNF-α inhibitors', ['tnf-inhibitors']],
  ['treatment', 'JAK inhibitor', ['jak-inhibitors']],
  ['treatment', 'IVIG', ['intravenous-immunoglobulin']],
  ['treatment', 'omega-3s', ['omega-3-fatty-acids']],
  ['treatment', 'ω-3', ['omega-3-fatty-acids']],
  ['treatment', 'CBT', ['cognitive-behavioural-therapy']],
  ['treatment', 'acetaminophen', ['paracetamol']],
  ['treatment', 'etanercept', ['etanercept']],
  ['treatment', 'anakinra', ['anakinra']],
];

/** Symbols of a chain whose bare name means the whole cytokine. */
const ANSWERED_BY_FAMILY = new Map([['IL27', 'il-27']]);

describe('looking up a name', () => {
  for (const [text, expected, via] of MEDIATORS) {
    it(`takes the mediator "${text}" for ${expected.join(' or ') || 'nothing'}`, () => {
      assert.deepEqual(ids('mediator', text), expected);
      if (via) assert.equal(lookUp('mediator', text)?.via, via);
    });
  }

  for (const [kind, text, expected] of OTHERS) {
    it(`takes the ${kind} "${text}" for ${expected.join(' or ') || 'nothing'}`, () => {
      assert.deepEqual(ids(kind, text), expected);
    });
  }

  it('finds every gene by its symbol, name and older name', () => {
    for (const entry of entriesOf('mediator')) {
      for (const text of [entry.symbol, entry.name, entry.legacy]) {
        if (text === undefined) continue;
        assert.deepEqual(ids('mediator', text), [ANSWERED_BY_FAMILY.get(text) ?? entry.id], text);
      }
    }
  });

  it('finds every entry of every kind by its name alone', () => {
    for (const kind of ['condition', 'mechanism', 'cell', 'treatment'] as const) {
      for (const entry of entriesOf(kind)) assert.deepEqual(ids(kind, entry.name), [entry.id]);
    }
  });

  it('finds every entry among those of each of its aliases', () => {
    for (const kind of ['condition', 'mechanism', 'mediator', 'cell', 'treatment'] as const) {
      for (const entry of entriesOf(kind)) {
        for (const alias of entry.aliases) {
          const match = lookUp(kind, alias);
          assert.ok(match?.entries.includes(entry) || match?.via !== 'alias' || isOldName(match.entries, alias), alias);
        }
      }
    }
  });

  it('is of no other opinion than the table of ambiguous aliases', () => {
    const rows = readFileSync('server/src/vocab/data/ambiguous.jsonl', 'utf8').trim().split('\n');
    assert.equal(rows.length, 31);
    const settled: string[] = [];
    for (const row of rows) {
      const { alias, symbols } = JSON.parse(row) as { alias: string; symbols: string[] };
      const match = lookUp('mediator', alias);
      assert.ok(match, alias);
      const found = match.entries.map((entry) => entry.symbol ?? entry.id).sort();
      if (found.length === 1) settled.push(alias);
      else assert.deepEqual(found, symbols, alias);
    }
    // Each of these is one entry's own name, symbol or older name.
    const own = 'cgrp fgf13 fgf2 il1ra il20 il21 il27 interleukin20 mif mip1b'.split(' ');
    assert.deepEqual(settled.sort(), own);
  });
});

function isOldName(entries: readonly { legacy?: string }[], alias: string): boolean {
  return entries.some((entry) => entry.legacy !== undefined && normalise(entry.legacy) === normalise(alias));
}
