import assert from 'node:assert/strict';
import { citationsOf } from '../../../server/src/index/citing';
import { hasKey, referencesByKey } from '../../../server/src/index/reference';
import { Workspace } from '../../../server/src/index/workspace';
import { readFile } from '../../../server/src/model/read-file';

describe('the index', () => {
  it('answers the same after clearing away ten thousands of names that came and went', () => {
    const workspace = new Workspace();
    const put = (path: string, text: string) => workspace.apply(path, readFile(path, text).facts);
    put('article.md', '---\nkind: article\nid: article\n---\n\nPain lasts [@kept; @gone].\n');
    put('kept.bib', '@article{kept, title = {One that stays}}\n');
    for (const round of ['a', 'b', 'c', 'd']) {
      const entries = Array.from({ length: 9000 }, (_, n) => `- id: ${round}${n}\n  type: book\n`);
      put('references.yaml', `references:\n${entries.join('').replace(/^/gm, '  ')}`);
      assert.ok(hasKey(workspace, `${round}8999`));
    }
    assert.equal(hasKey(workspace, 'a1'), false);
    assert.equal(hasKey(workspace, 'kept'), true);
    assert.ok(put('new.bib', '@book{gone, title = {Two}}\n').has('article.md'));
    const [kept] = referencesByKey(workspace, 'kept');
    assert.deepEqual(
      citationsOf(workspace, 'kept.bib', kept?.item ?? assert.fail()).map((one) => one.path),
      ['article.md'],
    );
  });
});
