import assert from 'node:assert/strict';
import { parseMarkdown, scanMarkdown } from '../../../server/src/syntax/markdown';

describe('the quick reader of Markdown', () => {
  const long = `${'| a | b |\n|---|---|\n'.repeat(3)}\n`;
  for (const [what, text] of [
    ['a fence that stands deep in an item', '2. Pain\n    ```\n\nPain'],
    ['a fence behind a tab', '2. Pain\n\t```\n\nPain'],
    ['HTML that stands deep in an item', '2. Pain\n    <pre>\n\nPain'],
    ['code behind the definition of a link', '[^1]: Pain\n    Pain\n\n\t Pain'],
    ['tables among paragraphs', `Pain [@a].\n\n${long}Pain [@b].\n`],
  ] as const)
    it(`reads ${what} as the grammar does`, () => {
      const { state: _state, ...full } = parseMarkdown(text);
      assert.deepEqual(scanMarkdown(text), full);
    });
});
