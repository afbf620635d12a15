import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './run';

const SOURCE = `-- clinical-content.yaml --
language: en-GB
-- articles/a.md --
---
kind: article
title: A title
reviewed: 2026-01-01
---

Pain rises [@smith-2012]. It falls [@jones-1999].
-- articles/b.md --
---
kind: article
title: Another
reviewed: 2026-01-01
---

Pain stays [@smith-2012].
`;
const LIST = 'clinical-content-suppressions.json';

describe('clinical-content check with a list of known findings', function () {
  this.timeout(30_000);
  const within = (body: (folder: Folder) => void) => {
    const folder = new Folder(SOURCE);
    try {
      body(folder);
    } finally {
      folder.remove();
    }
  };
  const found = (folder: Folder, ...args: string[]) =>
    JSON.parse(folder.run('check', '-f', 'json', ...args).out).findings.map(
      (one: { file: string; message: string }) => `${one.file} ${/“(.*?)”/.exec(one.message)?.[1]}`,
    );

  it('writes all findings down, and from then on succeeds until there is a new one', () =>
    within((folder) => {
      const { code, err } = folder.run('check', '--suppress-all');
      assert.equal(code, 0);
      assert.match(err, /Wrote 3 findings down in clinical-content-suppressions\.json\. From now on they are left out/);
      assert.match(err, /No new problems found\. 3 findings that were there before are left out\./);
      const again = folder.run('check');
      assert.equal(again.code, 0);
      assert.equal(again.out, '');
      folder.write('articles/b.md', `${folder.read('articles/b.md')}\nNew [@nobody-2001].\n`);
      assert.equal(folder.run('check').code, 1);
      assert.deepEqual(found(folder), ['articles/b.md nobody-2001']);
    }));

  it('knows findings again when lines were added above and the path is given from elsewhere', () =>
    within((folder) => {
      folder.run('check', '--suppress-all');
      const text = folder.read('articles/a.md');
      folder.write('articles/a.md', text.replace('\nPain', '\nA new paragraph.\n\nAnother one.\n\nPain'));
      assert.deepEqual(found(folder), []);
      assert.deepEqual(found(folder, 'articles/a.md'), []);
      assert.deepEqual(found(folder, '--suppressions-location', 'elsewhere.json').length, 3);
    }));

  it('tells two findings in the same words apart by their number', () =>
    within((folder) => {
      folder.run('check', '--suppress-all');
      folder.write('articles/b.md', folder.read('articles/b.md').replace('Pain stays', 'Pain rests'));
      assert.deepEqual(found(folder), ['articles/b.md smith-2012']);
    }));

  it('says which listed findings are gone, takes them out on request, and fails on them where that is asked', () =>
    within((folder) => {
      folder.run('check', '--suppress-all');
      folder.write('articles/a.md', folder.read('articles/a.md').replace(' It falls [@jones-1999].', ''));
      rmSync(join(folder.path, 'articles/b.md'));
      const told = folder.run('check');
      assert.equal(told.code, 1, 'the words around the finding in a.md have changed');
      folder.write('articles/a.md', folder.read('articles/a.md').replace(' [@smith-2012]', ''));
      const gone = folder.run('check');
      assert.equal(gone.code, 0);
      assert.match(
        gone.err,
        /3 of the findings that .* lists are no longer there: remove them with --prune-suppressions\./,
      );
      assert.equal(folder.run('check', '--report-unused-disable-directives').code, 1);
      assert.match(folder.run('check', '--prune-suppressions').err, /Removed 3 findings/);
      assert.deepEqual(JSON.parse(folder.read(LIST)), { version: 1, files: {} });
      assert.equal(folder.run('check', '--report-unused-disable-directives').code, 0);
    }));

  it('keeps what it knows of files that were not checked', () =>
    within((folder) => {
      folder.run('check', '--suppress-all');
      const before = folder.read(LIST);
      folder.run('check', 'articles/a.md', '--prune-suppressions');
      assert.equal(folder.read(LIST), before);
    }));

  it('writes down the findings of one check alone', () =>
    within((folder) => {
      assert.equal(folder.run('check', '--suppress-rule', 'glued-citation').code, 1);
      const { code, err } = folder.run('check', '--suppress-rule', 'unresolved-citaton');
      assert.equal(code, 2);
      assert.match(err, /There is no check called “unresolved-citaton”/);
    }));

  it('keeps reason and day, and reports the finding again when the day has passed', () =>
    within((folder) => {
      folder.run('check', '--suppress-all');
      const list = JSON.parse(folder.read(LIST));
      Object.assign(list.files['articles/a.md']['unresolved-citation'], { reason: 'in press', until: '2020-01-01' });
      folder.write(LIST, JSON.stringify(list));
      assert.deepEqual(found(folder), ['articles/a.md smith-2012', 'articles/a.md jones-1999']);
      folder.write('articles/b.md', `${folder.read('articles/b.md')}\nNew [@nobody-2001].\n`);
      assert.match(
        folder.run('check', '--suppress-all').err,
        /Wrote 1 finding down .* it is left out; .*\n2 findings listed there are reported all the same: the day behind “until” has passed\./,
      );
      const { reason, until } = JSON.parse(folder.read(LIST)).files['articles/a.md']['unresolved-citation'];
      assert.deepEqual({ reason, until }, { reason: 'in press', until: '2020-01-01' });
    }));

  it('refuses a list that cannot be understood, and leaves it as it is', () =>
    within((folder) => {
      for (const [text, problem] of [
        ['{', 'is not JSON'],
        ['[]', 'has no “files”'],
        ['{"version":2,"files":{}}', 'has version 2, and this program reads 1'],
        [
          '{"version":1,"files":{"a.md":{"glued-citation":{}}}}',
          'has no list of “findings” under “a.md”, “glued-citation”',
        ],
        [
          '{"version":1,"files":{"a.md":{"x":{"findings":[],"until":"2027-99-99"}}}}',
          'has an “until” under “a.md”, “x” that is no day',
        ],
        [
          '{"version":1,"files":{"a.md":{"x":{"findings":[],"until":"May"}}}}',
          'has an “until” under “a.md”, “x” that is no day',
        ],
      ] as const) {
        folder.write(LIST, text);
        for (const option of ['--suppress-all', '--prune-suppressions']) {
          const { code, err } = folder.run('check', option);
          assert.equal(code, 2);
          assert.ok(err.includes(`“${LIST}” ${problem}`), err);
        }
        assert.equal(folder.read(LIST), text);
      }
    }));

  it('counts what was found in a file that is gone', () =>
    within((folder) => {
      folder.run('check', '--suppress-all');
      rmSync(join(folder.path, 'articles/b.md'));
      const { code, err } = folder.run('check', '--report-unused-disable-directives');
      assert.equal(code, 1);
      assert.match(err, /1 of the findings that .* lists is no longer there/);
    }));

  it('takes nothing for gone that is there when only changes are told', () =>
    within((folder) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder.path });
      const mechanism = (id: string) => `kind: mechanism\nid: ${id}\nname: Wind-up\nsummary: An example.\n`;
      folder.write('mechanisms/windup.yaml', mechanism('spinal-windup'));
      folder.write(
        'articles/c.md',
        '---\nkind: article\ntitle: Third\nreviewed: 2026-01-01\nmechanisms:\n  - spinal-windpu\n  - spinal-windup\n---\n\nPain [@gone-1998] and [@smith-2012].\n',
      );
      git('init', '--quiet');
      folder.run('check', '--suppress-all');
      git('add', '.');
      git('commit', '--quiet', '-m', 'First');
      const before = folder.read(LIST);
      folder.write('mechanisms/windup.yaml', mechanism('wind-up'));
      const all = found(folder);
      assert.ok(all.includes('articles/c.md spinal-windup'), all.join());
      assert.deepEqual(found(folder, '--changed-since', 'HEAD'), all);
      const { err } = folder.run('check', '--changed-since', 'HEAD', '--prune-suppressions');
      assert.match(err, /Removed 0 findings/);
      assert.equal(folder.read(LIST), before);
    }));

  it('writes nothing down while a file cannot be read that others may need', () =>
    within((folder) => {
      folder.write('references.yaml', Buffer.alloc(65 * 1024 * 1024, '#'));
      for (const option of ['--suppress-all', '--prune-suppressions']) {
        const { code, err } = folder.run('check', 'articles', option);
        assert.equal(code, 2);
        assert.match(err, /1 file could not be read, so what was found elsewhere may be wrong: .* stays as it is\./);
        assert.ok(!existsSync(join(folder.path, LIST)));
      }
      folder.write('clinical-content.yaml', 'ignore: [references.yaml]\n');
      assert.equal(folder.run('check', '--suppress-all').code, 0);
    }));

  it('writes nothing in a dry run', () =>
    within((folder) => {
      const { code, err } = folder.run('check', '--fix-dry-run', '--suppress-all');
      assert.equal(code, 2);
      assert.match(err, /--fix-dry-run writes nothing and --suppress-all does: choose one of them\./);
      assert.ok(!existsSync(join(folder.path, LIST)));
    }));

  it('writes nothing where nothing was asked for', () =>
    within((folder) => {
      folder.run('check');
      folder.run('check', '--prune-suppressions');
      assert.ok(!existsSync(join(folder.path, LIST)));
    }));
});
