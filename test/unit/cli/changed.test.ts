import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { Folder } from './run';

const SOURCE = `-- clinical-content.yaml --
language: en-GB
-- articles/a.md --
---
kind: article
title: First
reviewed: 2026-01-01
mechanisms: [spinal-windup]
---

Pain rises [@smith-2021]. It was always wrong here [@nobody-1999].
-- articles/b.md --
---
kind: article
title: Second
reviewed: 2026-01-01
---

Pain falls [@jones-2020].
-- mechanisms/windup.yaml --
kind: mechanism
id: spinal-windup
name: Wind-up
summary: An example.
evidence: [smith-2021]
-- references/pain.yaml --
references:
  - id: smith-2021
    type: article-journal
    title: A first example
    DOI: 10.5555/one
  - id: jones-2020
    type: article-journal
    title: A second example
    DOI: 10.5555/two
`;

describe('clinical-content check --changed-since', function () {
  this.timeout(30_000);
  const git = (folder: Folder, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });
  const within = (body: (folder: Folder) => void) => {
    const folder = new Folder(SOURCE);
    try {
      git(folder, 'init', '--quiet', '--initial-branch=main');
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '-m', 'First');
      body(folder);
    } finally {
      folder.remove();
    }
  };
  const edit = (folder: Folder, path: string, from: string, to: string) =>
    folder.write(path, folder.read(path).replace(from, to));
  const json = (folder: Folder, ...args: string[]) =>
    JSON.parse(folder.run('check', '--changed-since', 'main', '-f', 'json', ...args).out);
  const told = ({ findings }: { findings: { file: string; rule: string }[] }) =>
    findings.map(({ file, rule }) => `${file} ${rule}`);

  it('reports nothing where nothing has changed, and what was wrong before is no concern of it', () =>
    within((folder) => {
      assert.equal(folder.run('check').code, 1);
      const { code, out, err } = folder.run('check', '--changed-since', 'main');
      assert.equal(code, 0);
      assert.equal(out, '');
      assert.match(err, /^No article, record or reference has changed since main\.\n$/);
    }));

  it('reports the findings of changed and of new files, committed or not', () =>
    within((folder) => {
      git(folder, 'switch', '--quiet', '-c', 'work');
      edit(folder, 'articles/b.md', 'jones-2020', 'jones-2002');
      git(folder, 'commit', '--quiet', '-am', 'Second');
      folder.write('articles/new.md', '---\nkind: article\ntitle: New\n---\n\nText [@smith-2021].\n');
      const found = json(folder);
      assert.deepEqual(told(found), [
        'articles/b.md unresolved-citation',
        'articles/new.md missing-review-date',
        'references/pain.yaml uncited-reference',
      ]);
      assert.equal(found.files, 3);
    }));

  it('reports in files that did not change what came with the change, and that alone', () =>
    within((folder) => {
      edit(folder, 'references/pain.yaml', 'id: smith-2021', 'id: smyth-2021');
      const { findings } = json(folder);
      assert.deepEqual(
        findings
          .filter((one: { file: string }) => one.file !== 'references/pain.yaml')
          .map((one: { file: string; message: string }) => `${one.file} ${one.message.split('.')[0]}`),
        [
          'articles/a.md No reference has the key “smith-2021”',
          'mechanisms/windup.yaml No reference has the key “smith-2021”',
        ],
      );
    }));

  it('names the articles that cite or name what has changed', () =>
    within((folder) => {
      edit(folder, 'references/pain.yaml', 'A second example', 'A second example, corrected');
      edit(folder, 'mechanisms/windup.yaml', 'An example.', 'Another example.');
      assert.deepEqual(json(folder).touched, [
        {
          path: 'articles/a.md',
          touches: [
            {
              relation: 'names',
              name: 'spinal-windup',
              kind: 'mechanism',
              change: 'changed',
              path: 'mechanisms/windup.yaml',
            },
          ],
        },
        {
          path: 'articles/b.md',
          touches: [
            {
              relation: 'cites',
              name: 'jones-2020',
              kind: 'reference',
              change: 'changed',
              path: 'references/pain.yaml',
            },
          ],
        },
      ]);
      const { err } = folder.run('check', '--changed-since', 'main');
      assert.match(
        err,
        /2 articles that did not change cite or name what did:\n {2}articles\/a\.md names the mechanism “spinal-windup”, which has changed in mechanisms\/windup\.yaml\n/,
      );
    }));

  it('does not take added lines for a change of the entries below them', () =>
    within((folder) => {
      edit(
        folder,
        'references/pain.yaml',
        'references:\n',
        'references:\n  - id: new-2022\n    type: book\n    title: New\n',
      );
      assert.deepEqual(json(folder).touched, []);
    }));

  it('sees files that were moved or removed', () =>
    within((folder) => {
      renameSync(join(folder.path, 'articles/b.md'), join(folder.path, 'articles/moved.md'));
      rmSync(join(folder.path, 'mechanisms/windup.yaml'));
      assert.deepEqual(told(json(folder)), ['articles/a.md unknown-entity']);
      assert.equal(json(folder).files, 2);
    }));

  it('counts what was moved into another file as changed only where its words are others', () =>
    within((folder) => {
      renameSync(join(folder.path, 'references/pain.yaml'), join(folder.path, 'references/moved.yaml'));
      assert.deepEqual(json(folder).touched, []);
      edit(folder, 'references/moved.yaml', 'A second example', 'Another example');
      assert.deepEqual(json(folder).touched, [
        {
          path: 'articles/b.md',
          touches: [
            {
              relation: 'cites',
              name: 'jones-2020',
              kind: 'reference',
              change: 'changed',
              path: 'references/moved.yaml',
            },
          ],
        },
      ]);
    }));

  it('leaves every file as a check without it would find it, cache included', () =>
    within((folder) => {
      edit(folder, 'references/pain.yaml', 'id: smith-2021', 'id: smyth-2021');
      const plain = folder.run('check', '-f', 'json').out;
      folder.run('check', '--changed-since', 'main', '--cache');
      assert.equal(folder.run('check', '-f', 'json', '--cache').out, plain);
    }));

  it('reports on everything when the configuration has changed', () =>
    within((folder) => {
      folder.write('clinical-content.yaml', 'language: en-US\n');
      const { err } = folder.run('check', '--changed-since', 'main');
      assert.match(err, /The configuration has changed, so every file is reported on\.\nChecked 5 files/);
    }));

  it('reports on everything when the settings that --config names have changed', () =>
    within((folder) => {
      folder.write('settings.yaml', 'language: en-GB\n');
      const run = () => folder.run('check', '--config', 'settings.yaml', '--changed-since', 'main').err;
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '-m', 'Settings');
      assert.match(run(), /Checked 0 files|has changed since main/);
      folder.write('settings.yaml', 'language: en-US\n');
      assert.match(run(), /The configuration has changed, so every file is reported on\./);
    }));

  it('reaches a repository through a link, and refuses files of another one', () =>
    within((folder) => {
      const other = new Folder(SOURCE);
      try {
        edit(folder, 'articles/b.md', 'jones-2020', 'jones-1920');
        symlinkSync(folder.path, join(other.path, 'link'));
        const through = JSON.parse(
          folder.run('check', join(other.path, 'link'), '--changed-since', 'main', '-f', 'json').out,
        );
        assert.deepEqual(
          through.findings.map(({ rule }: { rule: string }) => rule),
          ['unresolved-citation', 'uncited-reference'],
        );
        const { code, err } = folder.run('check', other.path, '--changed-since', 'main');
        assert.equal(code, 2);
        assert.match(err, /is not in the Git repository of the current folder/);
      } finally {
        other.remove();
      }
    }));

  it('reads nothing beside the project to which a link leads, and says so', () =>
    within((folder) => {
      folder.write('clinic/clinical-content.yaml', 'language: en-GB\n');
      folder.write('clinic/c.md', folder.read('articles/b.md').replace('jones', 'gray'));
      folder.write('shared/more.yaml', 'references:\n  - id: gray-2020\n    type: book\n    title: Books\n');
      symlinkSync('../shared', join(folder.path, 'clinic/shared'));
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '-m', 'Shared');
      edit(folder, 'shared/more.yaml', 'gray-2020', 'grey-2020');
      const { out, err } = folder.runIn('clinic', 'check', '--changed-since', 'HEAD', '-f', 'unix');
      assert.equal(out, '');
      assert.match(err, /^The link shared leads outside the project and was not followed\.$/m);
    }));

  it('leaves files out that are committed and ignored: no check reads them', () =>
    within((folder) => {
      folder.write(
        'build/more.yaml',
        'references:\n  - id: nobody-1999\n    type: book\n    title: Made by a program\n',
      );
      folder.write('.gitignore', 'build\n');
      git(folder, 'add', '--force', '.');
      git(folder, 'commit', '--quiet', '-m', 'Built');
      rmSync(join(folder.path, 'build'), { recursive: true });
      const { findings, touched } = json(folder);
      assert.deepEqual({ findings, touched }, { findings: [], touched: [] });
    }));

  it('looks into submodules: at what was committed there and what was not', () =>
    within((folder) => {
      const other = new Folder(SOURCE.replaceAll('clinical-content.yaml', 'settings.yaml'));
      try {
        git(other, 'init', '--quiet', '--initial-branch=main');
        git(other, 'add', '.');
        git(other, 'commit', '--quiet', '-m', 'First');
        git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.path, 'inner');
        git(folder, 'commit', '--quiet', '-m', 'Inner');
        assert.deepEqual(told(json(folder)), []);
        const expected = ['inner/articles/b.md duplicate-id', 'inner/articles/b.md unresolved-citation'];
        edit(folder, 'inner/articles/b.md', 'jones-2020', 'jones-1920');
        assert.deepEqual(told(json(folder)), expected);
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qam', 'Second'], {
          cwd: join(folder.path, 'inner'),
        });
        assert.deepEqual(told(json(folder)), expected);
      } finally {
        other.remove();
      }
    }));

  it('says in a sentence what Git does not know', () =>
    within((folder) => {
      const { code, err } = folder.run('check', '--changed-since', 'mian');
      assert.equal(code, 2);
      assert.match(err, /Git knows no commit “mian”\. Check the name; in CI the history must be fetched first/);
      assert.match(folder.run('check', '--changed-since', '--output=x').err, /.+/);
      writeFileSync(join(folder.path, '.git/config'), '[core');
      assert.match(
        folder.run('check', '--changed-since', 'main').err,
        /Git could not tell what has changed: .*bad config/,
      );
      rmSync(join(folder.path, '.git'), { recursive: true });
      assert.match(
        folder.run('check', '--changed-since', 'main').err,
        /needs a Git repository, and the current folder is in none/,
      );
    }));

  it('lets no program run that the repository’s settings name', () =>
    within((folder) => {
      const trap = join(folder.path, 'trap.sh');
      writeFileSync(trap, `#!/bin/sh\ntouch "${join(folder.path, 'sprung')}"\n`, { mode: 0o755 });
      git(folder, 'add', '.');
      for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'filter.a=b.clean', 'filter.c.process'])
        git(folder, 'config', key, trap);
      git(folder, 'config', 'filter.c.required', 'true');
      folder.write('.gitattributes', 'articles/b.md filter=a=b\nreferences/* filter=c\n');
      edit(folder, 'references/pain.yaml', 'A second', 'Another');
      rmSync(join(folder.path, 'sprung'), { force: true });
      edit(folder, 'articles/b.md', 'falls', 'rises');
      assert.deepEqual(told(json(folder)), []);
      assert.throws(() => folder.read('sprung'));
    }));

  const trapIn = (folder: Folder): string => {
    const trap = join(folder.path, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch "${join(folder.path, 'sprung')}"\n`, { mode: 0o755 });
    return trap;
  };

  it('fetches nothing that a clone lacks, whatever way of fetching its settings name, and says so', () => {
    for (const [url, more] of [
      ['ext::TRAP', { 'protocol.ext.allow': 'always' }],
      ['ext::TRAP', { 'protocol.allow': 'always' }],
      ['FOLDER', { 'remote.origin.uploadpack': 'TRAP', 'protocol.file.allow': 'always' }],
      ['ssh://example.invalid/x', { 'core.sshCommand': 'TRAP', 'protocol.ssh.allow': 'always' }],
      ['x', { 'remote.origin.vcs': 'ext', 'protocol.ext.allow': 'always' }],
    ] as const)
      within((folder) => {
        const trap = trapIn(folder);
        edit(folder, 'articles/b.md', 'falls', 'rises');
        const blob = git(folder, 'rev-parse', 'HEAD:articles/b.md').trim();
        rmSync(join(folder.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
        const set = (key: string, value: string) =>
          git(folder, 'config', key, value.replace('TRAP', trap).replace('FOLDER', folder.path));
        set('core.repositoryFormatVersion', '1');
        set('extensions.partialClone', 'origin');
        set('remote.origin.url', url);
        set('remote.origin.promisor', 'true');
        for (const [key, value] of Object.entries(more)) set(key, value);
        const { code, err } = folder.run('check', '--changed-since', 'HEAD');
        assert.equal(code, 2, url);
        assert.match(err, /^Git has not all texts as they were before: .* Clone it without --filter\.$/m);
        assert.throws(() => folder.read('sprung'), url);
      });
  });

  it('lets no program run that the settings of a repository inside name', () =>
    within((folder) => {
      const other = new Folder(SOURCE.replaceAll('clinical-content.yaml', 'settings.yaml'));
      try {
        git(other, 'init', '--quiet', '--initial-branch=main');
        other.write('.gitattributes', 'articles/b.md filter=a\nreferences/* filter=c diff=d\n');
        git(other, 'add', '.');
        git(other, 'commit', '--quiet', '-m', 'First');
        git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.path, 'inner');
        git(folder, 'commit', '--quiet', '-m', 'Inner');
        const trap = trapIn(folder);
        for (const key of ['core.fsmonitor', 'filter.a.clean', 'filter.c.process', 'diff.d.textconv', 'diff.d.command'])
          git(folder, '-C', 'inner', 'config', key, trap);
        edit(folder, 'inner/articles/b.md', 'falls', 'rises');
        edit(folder, 'inner/references/pain.yaml', 'A second', 'Another');
        rmSync(join(folder.path, 'sprung'), { force: true });
        assert.deepEqual(json(folder).findings.length > 0, true);
        assert.throws(() => folder.read('sprung'));
      } finally {
        other.remove();
      }
    }));

  it('runs no Git that lies in the checkout, however the path leads there', () =>
    within((folder) => {
      const trap = trapIn(folder);
      for (const place of ['.', 'bin', 'node_modules/.bin', 'articles']) {
        mkdirSync(join(folder.path, place), { recursive: true });
        copyFileSync(trap, join(folder.path, place, 'git'));
      }
      edit(folder, 'articles/b.md', 'falls', 'rises');
      const places = ['', '.', 'bin', join(folder.path, 'bin'), join(folder.path, 'node_modules/.bin')];
      const env = { ...process.env, PATH: [...places, process.env.PATH].join(delimiter) };
      for (const cwd of ['.', 'articles']) {
        const { status, stderr } = spawnSync(
          process.execPath,
          [resolve('dist/cli.js'), 'check', '--changed-since', 'main'],
          { cwd: join(folder.path, cwd), env, encoding: 'utf8' },
        );
        assert.equal(status, 0, stderr);
        assert.throws(() => folder.read('sprung'));
      }
      const { status, stderr } = spawnSync(
        process.execPath,
        [resolve('dist/cli.js'), 'check', '--changed-since', 'main'],
        { cwd: folder.path, env: { ...env, PATH: places.join(delimiter) }, encoding: 'utf8' },
      );
      assert.equal(status, 2);
      assert.match(stderr, /^Git could not be found: is it installed\?$/m);
      assert.throws(() => folder.read('sprung'));
    }));

  it('asks a Git that knows nothing of the environment but where programs and settings are', () =>
    within((folder) => {
      const trap = trapIn(folder);
      edit(folder, 'articles/b.md', 'falls', 'rises');
      const env = {
        ...process.env,
        GIT_DIR: '/nowhere',
        GIT_EXTERNAL_DIFF: trap,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.fsmonitor',
        GIT_CONFIG_VALUE_0: trap,
        GIT_TRACE: join(folder.path, 'sprung'),
      };
      const { status, stderr } = spawnSync(
        process.execPath,
        [resolve('dist/cli.js'), 'check', '--changed-since', 'main'],
        {
          cwd: folder.path,
          env,
          encoding: 'utf8',
        },
      );
      assert.equal(status, 0, stderr);
      assert.throws(() => folder.read('sprung'));
    }));
});
