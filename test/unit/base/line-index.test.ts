import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../server/src/base/line-index';

describe('the lines of a text', () => {
  it('end where LSP says they end, whatever ends they have', () => {
    const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\u2028')).map((parts) => parts.join(''));
    const unix = fc.array(fc.constantFrom('a', 'bc', '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, unix), (one) => {
        const index = new LineIndex(one);
        const lines = Array.from({ length: index.lineCount }, (_, line) => {
          const { start, end } = index.lineRange(line);
          return one.slice(start, end);
        });
        assert.deepEqual(lines, one.split(/\r\n|\r|\n/));
      }),
    );
  });

  it('are counted as editors do, who do not see a byte-order mark', () => {
    const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n'), { minLength: 1 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const plain = new LineIndex(one);
        const marked = new LineIndex(`\ufeff${one}`);
        assert.deepEqual(marked.position(0), { line: 0, character: 0 });
        for (let at = 0; at <= one.length; at++) {
          assert.deepEqual(marked.position(at + 1), plain.position(at));
          assert.equal(marked.offset(plain.position(at)), plain.offset(plain.position(at)) + 1);
        }
      }),
    );
  });
});
