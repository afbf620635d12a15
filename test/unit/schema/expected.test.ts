// Where is nothing proposed, and what lies outside the region? `‸` marks the cursor.

import assert from 'node:assert/strict';
import { expectedAt } from '../../../server/src/schema/expected';
import { SHIPPED_KINDS } from '../../../server/src/schema/registry';
import { checkNothing } from './check-expected';

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
    const found = expectedAt(text, { start: 4, end: 18 }, SHIPPED_KINDS.schemaFor('article'), 18);
    assert.equal(found?.kind === 'key' && found.properties.some((property) => property.name === 'kind'), false);
    assert.equal(found?.kind === 'key' && found.properties.some((property) => property.name === 'next'), true);
  });
});
