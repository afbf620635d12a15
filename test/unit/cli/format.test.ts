import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT_TABLE } from '../../../server/src/report/format-table';
import { COUNT_IN, readCommand, readSarif } from '../report/read-back';
import { Folder } from './run';

const SOURCE = `-- clinical-content.yaml --
language: en-GB
-- articles/a.md --
---
kind: article
title: Wheat
reviewed: 2026-01-01
---

Wheat grows [@field-2020]Rye too [@nobody-1999].
-- references/r.yaml --
references:
  - id: field-2020
    title: A field
    DOI: 10.5555/field
`;

describe('clinical-content check, in several formats', function () {
  this.timeout(30_000);
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder(SOURCE);
  });
  afterEach(() => folder.remove());
  const check = (...args: string[]) => folder.run('check', ...args);

  it('prints one and writes the others, each as if it were alone', async () => {
    const names = FORMAT_TABLE.map(({ name }) => name);
    mkdirSync(join(folder.path, 'out'));
    const ran = check(...names.flatMap((name) => ['--format', name === 'unix' ? name : `${name}:out/${name}`]));
    assert.equal(ran.code, 1);
    assert.match(ran.err, /^Checked 3 files: .*\nFound 1 error, 1 warning\./);
    assert.equal(await COUNT_IN.unix?.(ran.out), 2);
    assert.deepEqual(readdirSync(join(folder.path, 'out')).sort(), names.filter((name) => name !== 'unix').sort());
    for (const name of names.filter((one) => one !== 'unix')) {
      assert.equal(await COUNT_IN[name]?.(folder.read(`out/${name}`)), 2, name);
      assert.equal(check('-f', name).out, folder.read(`out/${name}`), name);
    }
  });

  it('prints nothing when every format has a file, and takes --output-file for the one that has none', () => {
    assert.equal(check('-f', 'json:a.json').out, '');
    assert.equal(check('-f', 'json:a.json', '-f', 'unix', '-o', 'b.txt').out, '');
    assert.match(folder.read('b.txt'), /^articles\/a\.md:7:/);
    assert.equal(check('-f', 'unix:-').out, folder.read('b.txt'));
    assert.equal(check('-f', 'unix', '-o', '-').out, folder.read('b.txt'));
    assert.match(check('-f', 'stylish:a:b.txt').err, /Found/);
    assert.match(folder.read('a:b.txt'), /^articles/);
  });

  it('says what is wrong with the formats before anything is read or written', () => {
    for (const [args, message] of [
      [
        ['-f', 'sarf'],
        /^There is no format “sarf”\. Did you mean “sarif”\? Choose one of: stylish, unix, json, sarif, /,
      ],
      [['-f', 'pdf:x'], /^There is no format “pdf”\. Choose one of: /],
      [['-f', ''], /^There is no format “”\./],
      [
        ['-f', 'unix', '-f', 'json'],
        /^Two formats cannot be printed at once: unix and json\. Give one of them a file, as in --format json:FILE\.\n$/,
      ],
      [['-f', 'sarif:'], /^--format sarif: names no file\. /],
      [
        ['-f', 'json:x.json', '-o', 'y.txt'],
        /^--output-file takes what would be printed, and every format here has a file/,
      ],
      [['-f', 'json:x', '-f', 'sarif:x'], /^Two formats cannot be written to one file, “x”\. /],
      [['-f', 'json:x', '-f', 'sarif:./x'], /^Two formats cannot be written to one file, “x”\. /],
      [['-f', 'json', '-f', 'sarif:x', '-o', 'x'], /^Two formats cannot be written to one file, “x”\. /],
      [
        ['-f', 'unix', '-f', 'json:nowhere/x.json'],
        /^“nowhere\/x\.json” cannot be written: its folder does not exist\.\n$/,
      ],
      [['-f', 'json:articles'], /^“articles” cannot be written: it is a folder\.\n$/],
      [['-f', 'json:articles/a.md/x'], /^“articles\/a\.md\/x” cannot be written: its folder does not exist\.\n$/],
      [
        ['-f', 'json:articles/a.md'],
        /^“articles\/a\.md” is one of the files that are read\. Give the findings a file of their own\.\n$/,
      ],
    ] as const) {
      const { code, out, err } = check(...args);
      assert.match(err, message);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
    }
    assert.deepEqual(readdirSync(folder.path).sort(), ['articles', 'clinical-content.yaml', 'references']);
    assert.match(folder.read('articles/a.md'), /^---\nkind/);
  });

  it('names files that could not be read in the reports', function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
    const { code } = check('references', 'pipe.md', '-f', 'sarif:x.sarif', '-f', 'github:x.txt');
    assert.equal(code, 2);
    const [invocation] = readSarif(folder.read('x.sarif')).runs[0].invocations;
    assert.match(
      invocation.toolConfigurationNotifications[0]?.message.text ?? '',
      /^pipe\.md is not a file that can be/,
    );
    assert.equal(readCommand(folder.read('x.txt').split('\n')[0] ?? '').values.get('file'), 'pipe.md');
  });

  it('lists every format with its purpose in the help', () => {
    const { out } = check('--help');
    for (const { name, help } of FORMAT_TABLE) assert.ok(out.includes(`  ${name} `) && out.includes(help), name);
  });
});
