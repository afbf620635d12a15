// Does a slip of the pen find the entry that was meant, and a different cytokine none?

import assert from 'node:assert/strict';
import { nearestEntry } from '../../../server/src/vocab/near-miss';

describe('the nearest name', () => {
  for (const [kind, text, expected] of [
    ['condition', 'fibromialgia', 'fibromyalgia'],
    ['condition', 'osteoartritis', 'osteoarthritis'],
    ['mechanism', 'central-sensitivation', 'central-sensitisation'],
    ['mediator', 'interlekin-6', 'il-6'],
    ['mediator', 'histamin', 'histamine'],
    ['cell', 'microgila', 'microglia'],
    ['treatment', 'etanercpt', 'etanercept'],
    // Another number is another cytokine.
    ['mediator', 'IL-39', undefined],
    ['mediator', 'CXCL99', undefined],
    ['mediator', 'IL', undefined],
    ['condition', 'gout', undefined],
    ['condition', '', undefined],
  ] as const) {
    it(`of the ${kind} "${text}" is ${expected ?? 'none'}`, () => {
      assert.equal(nearestEntry(kind, text)?.id, expected);
    });
  }
});
