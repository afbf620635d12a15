// Are words found where they stand, and told apart by how they begin?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headOf, NumberSet, Words } from '../../../server/src/base/words';

function wordsOf(text: string, from = 0, to = text.length): string[] {
  const words = new Words();
  words.add(text, from, to);
  return Array.from({ length: words.count }, (_, i) => text.slice(words.start(i), words.end(i)));
}

describe('words of a text', () => {
  it('are runs of letters and digits, Greek and accented ones included', () => {
    assert.deepEqual(wordsOf('IL-1β, (Sjögren’s) 2 mg…'), ['IL', '1β', 'Sjögren', 's', '2', 'mg']);
  });

  it('are cut where the stretch ends', () => {
    assert.deepEqual(wordsOf('inflammation', 2, 5), ['fla']);
  });

  it('are those that a regular expression finds, however many there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '9', 'é', 'β', ' ', '-', '_', '\n', '“') }), (text) => {
        assert.deepEqual(wordsOf(text.repeat(40)), text.repeat(40).match(/[0-9A-Za-zéβ]+/g) ?? []);
      }),
    );
  });

  it('carry the number of their first letters, whatever their case', () => {
    const words = new Words();
    words.add('Tumour TUMOR tu', 0, 15);
    assert.equal(words.head(0), headOf('tumours'));
    assert.equal(words.head(1), headOf('tumorous'));
    assert.notEqual(words.head(2), headOf('tumorous'));
  });
});

describe('a set of numbers', () => {
  it('holds what was put in and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (inside, asked) => {
        const set = new NumberSet(inside);
        for (const number of [...inside, ...asked]) assert.equal(set.has(number), inside.includes(number));
      }),
    );
  });
});
