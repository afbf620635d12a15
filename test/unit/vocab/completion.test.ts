// Does the vocabulary offer what a few letters may mean, the likeliest first?

import assert from 'node:assert/strict';
import { complete } from '../../../server/src/vocab/completion';
import type { VocabKind } from '../../../server/src/vocab/entry';

const offered = (kind: VocabKind, typed: string, limit = 50) =>
  complete(kind, typed, limit).map((item) => item.entry.id);

describe('completing a name', () => {
  for (const [kind, typed, first] of [
    ['mediator', 'tnfa', 'tnf-alpha'],
    ['mediator', 'tnf', 'tnf-alpha'],
    ['mediator', 'TNF-al', 'tnf-alpha'],
    ['mediator', 'MCP-1', 'ccl2'],
    ['mediator', 'interleukin 6', 'il-6'],
    ['mediator', 'IL-1', 'il-1'],
    ['mediator', 'il1b', 'il-1-beta'],
    ['mediator', 'necrosis', 'tnf-alpha'],
    ['condition', 'fib', 'fibromyalgia'],
    ['condition', 'CRPS', 'complex-regional-pain-syndrome'],
    ['mechanism', 'central sensitiz', 'central-sensitisation'],
    ['cell', 'microgli', 'microglia'],
    ['treatment', 'IVIG', 'intravenous-immunoglobulin'],
  ] as const) {
    it(`offers ${first} first for the ${kind} "${typed}"`, () => {
      assert.equal(offered(kind, typed)[0], first);
    });
  }

  it('says which of its names fits', () => {
    assert.deepEqual(
      complete('mediator', 'mcp-1', 1).map((item) => [item.entry.id, item.matched]),
      [['ccl2', 'MCP-1']],
    );
  });

  it('puts names that begin so before names with such a word inside', () => {
    const list = offered('condition', 'pain');
    assert.ok(list.includes('chronic-pain'));
    const neuropathic = offered('condition', 'neuro');
    assert.equal(neuropathic[0], 'neuropathic-pain');
    assert.ok(neuropathic.indexOf('chronic-neuropathic-pain') > 0);
  });

  it('offers each entry once and no more than asked for', () => {
    const list = offered('mediator', 'i', 30);
    assert.equal(list.length, 30);
    assert.equal(new Set(list).size, 30);
  });

  it('offers the first entries when nothing is typed, and none when nothing fits', () => {
    assert.equal(offered('cell', '', 5).length, 5);
    assert.deepEqual(offered('cell', 'zzzz'), []);
  });
});
