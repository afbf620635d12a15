import assert from 'node:assert/strict';
import { isInside } from '../../../server/src/base/absolute-path';

const CASES: readonly (readonly [folder: string, path: string, isIt: boolean])[] = [
  ['/work', '/work/a.md', true],
  ['/work', '/work/deep/er/a.md', true],
  ['/work', '/work', false],
  ['/work', '/working/a.md', false],
  ['/work', '/a.md', false],
  ['/work', '/work\\a.md', false],
  ['/work/', '/work/a.md', true],
  ['/work/', '/work/', false],
  ['/work/', '/working/a.md', false],
  ['/', '/a.md', true],
  ['/', '/work/a.md', true],
  ['/', '/', false],
  ['C:\\', 'C:\\a.md', true],
  ['C:\\', 'C:\\work\\a.md', true],
  ['C:\\', 'C:\\', false],
  ['C:\\', 'D:\\a.md', false],
  ['C:\\work', 'C:\\work\\a.md', true],
  ['C:\\work', 'C:/work/a.md', false],
  ['C:/work', 'C:/work/a.md', true],
  ['C:\\work', 'C:\\working\\a.md', false],
  ['\\\\server\\share', '\\\\server\\share\\a.md', true],
];

describe('the absolute path', () => {
  for (const [folder, path, isIt] of CASES)
    it(`${path} ${isIt ? 'lies' : 'does not lie'} below ${folder}`, () => {
      assert.equal(isInside(folder, path), isIt);
    });
});
