// What do `fix --to-numbers` and `fix --to-keys` write, and when do they write nothing?

import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './run';

const REPOSITORY = `
-- clinical-content.yaml --
language: en-GB
-- articles/keyed.md --
It helps [@ward; @hill].
-- articles/numbered.md --
It helps [1].

## References

1. Cole D. Resting. PMID: 29083494
-- articles/wordy.md --
It helps [@ward, p. 3].
-- references/r.yaml --
references:
  - id: ward
    type: article-journal
    title: Walking and sleep
    DOI: 10.5555/walking
  - id: hill
    type: article-journal
    title: Pacing
    DOI: 10.5555/pacing
`;

function within(body: (folder: Folder) => void): void {
  const folder = new Folder(REPOSITORY);
  try {
    body(folder);
  } finally {
    folder.remove();
  }
}

describe('clinical-content fix, for the form of citations', () => {
  it('lets an article cite by numbers, and says what nothing cites any more', () =>
    within((folder) => {
      const references = folder.read('references/r.yaml');
      const { code, err } = folder.run('fix', '--to-numbers', 'articles/keyed.md');
      assert.equal(code, 0);
      assert.equal(
        err,
        'Changed articles/keyed.md.\n\narticles/keyed.md\n  - Nothing cites 1 reference of references/r.yaml any more. It was kept.\n',
      );
      assert.match(
        folder.read('articles/keyed.md'),
        /^It helps \[1\]\[2\]\.\n\n## References\n\n1\. Walking and sleep\. \[/,
      );
      assert.equal(folder.read('references/r.yaml'), references);
      assert.equal(folder.run('fix', '--to-keys', 'articles/keyed.md').err, 'Changed articles/keyed.md.\n');
      assert.equal(folder.read('articles/keyed.md'), 'It helps [@ward; @hill].\n');
    }));

  it('lets an article cite by keys, with its list in a file beside it', () =>
    within((folder) => {
      const { code, err } = folder.run('fix', '--to-keys', 'articles/numbered.md');
      assert.equal(code, 0);
      assert.equal(err, 'Changed articles/numbered.md.\nWrote articles/numbered.references.yaml.\n');
      assert.equal(
        folder.read('articles/numbered.md'),
        '---\nbibliography: numbered.references.yaml\n---\n\nIt helps [@pmid-29083494].\n',
      );
      assert.match(folder.read('articles/numbered.references.yaml'), /PMID: 29083494/);
    }));

  it('changes every article that is named, or none', () =>
    within((folder) => {
      const before = folder.read('articles/keyed.md');
      const { code, err } = folder.run('fix', '--to-numbers', 'articles/keyed.md', 'articles/wordy.md');
      assert.equal(code, 2);
      assert.match(err, /articles\/wordy\.md was not changed: line 1 says more than keys in its brackets/);
      assert.equal(folder.read('articles/keyed.md'), before);
    }));

  it('takes articles alone, and does nothing else beside', () =>
    within((folder) => {
      for (const [args, why] of [
        [['--to-numbers'], /Name the article/],
        [['--to-numbers', 'articles'], /“articles” is a folder/],
        [['--to-numbers', '--to-keys', 'articles/keyed.md'], /--to-numbers is done by itself/],
        [['--to-keys', '--renumber', 'articles/numbered.md'], /--to-keys is done by itself/],
        [['--to-keys', 'articles/none.md'], /no file or folder “articles\/none\.md”/],
        [['--to-keys', 'references/r.yaml'], /references\/r\.yaml was not changed: only Markdown/],
      ] as const) {
        const { code, err } = folder.run('fix', ...args);
        assert.equal(code, 2);
        assert.match(err, why);
      }
    }));

  it('leaves a file that is protected, or not saved as UTF-8', () =>
    within((folder) => {
      chmodSync(join(folder.path, 'articles/keyed.md'), 0o444);
      assert.match(folder.run('fix', '--to-numbers', 'articles/keyed.md').err, /it is protected against writing\.\n$/);
      folder.write('articles/old.md', Buffer.from('Caf\xe9 [@ward].\n', 'latin1'));
      assert.match(folder.run('fix', '--to-numbers', 'articles/old.md').err, /not saved as UTF-8/);
    }));

  it('never writes over a file that stands in the place of the new one, read or not', () =>
    within((folder) => {
      folder.write('.gitignore', '*.references.yaml\n');
      folder.write('articles/numbered.references.yaml', 'mine\n');
      const before = folder.read('articles/numbered.md');
      const { code, err } = folder.run('fix', '--to-keys', 'articles/numbered.md');
      assert.equal(code, 2);
      assert.match(
        err,
        /its list would go into “articles\/numbered\.references\.yaml”, and there is such a file already\./,
      );
      assert.equal(folder.read('articles/numbered.references.yaml'), 'mine\n');
      assert.equal(folder.read('articles/numbered.md'), before);
    }));

  it('makes no new file when the article cannot be written', function () {
    if (process.getuid?.() === 0) this.skip();
    within((folder) => {
      mkdirSync(join(folder.path, 'shut'));
      folder.write('shut/numbered.md', folder.read('articles/numbered.md'));
      chmodSync(join(folder.path, 'shut'), 0o555);
      const { code, err } = folder.run('fix', '--to-keys', 'shut/numbered.md');
      chmodSync(join(folder.path, 'shut'), 0o755);
      assert.equal(code, 2);
      assert.match(err, /Nothing was changed/);
      assert.ok(!existsSync(join(folder.path, 'shut/numbered.references.yaml')));
    });
  });

  it('changes no article and makes no list when the second article cannot be written', function () {
    if (process.getuid?.() === 0) this.skip();
    within((folder) => {
      mkdirSync(join(folder.path, 'shut'));
      folder.write('shut/second.md', folder.read('articles/numbered.md'));
      folder.write('shut/second.references.yaml.txt', '');
      const before = folder.read('articles/numbered.md');
      chmodSync(join(folder.path, 'shut'), 0o555);
      const { code, err } = folder.run('fix', '--to-keys', 'articles/numbered.md', 'shut/second.md');
      chmodSync(join(folder.path, 'shut'), 0o755);
      assert.equal(code, 2);
      assert.match(err, /^Nothing was changed: “shut\/second.*” could not be written \(the system says EACCES\)\. /);
      assert.equal(folder.read('articles/numbered.md'), before);
      assert.ok(!existsSync(join(folder.path, 'articles/numbered.references.yaml')));
      assert.deepEqual(
        readdirSync(join(folder.path, 'articles')).filter((name) => name.endsWith('.tmp')),
        [],
      );
    });
  });
});
