import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT_TABLE } from '../../../server/src/report/format-table';
import { COUNT_IN } from '../report/read-back';
import { Folder } from './run';

const ARTICLE = '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\nPain [@nobody-1999].\n';
/** Names that a shell, a terminal, an address, a glob or a program might take for something else; in scripts of several directions. */
const NAMES = [
  '-f.md',
  '--fix.md',
  '100%.md',
  '%61.md',
  'a b.md',
  '#a.md',
  '@x.md',
  '~.md',
  '$HOME.md',
  '`id`.md',
  ';ls.md',
  '{a,b}.md',
  '[x].md',
  '&amp;.md',
  ']].md',
  "it's.md",
  'a.md.md',
  '__proto__.md',
  'constructor.md',
  'статья.md',
  '記事.md',
  'مقالة.md',
  'é.md',
  'e\u0301.md',
  '💊.md',
];
/** What Windows does not allow in a name. */
const NAMES_ELSEWHERE = [
  'x\ny.md',
  'a\rb.md',
  'a:b.md',
  '"q".md',
  '*.md',
  '?.md',
  '<b>.md',
  '-->.md',
  'a\\b.md',
  '\u001b[31mred\u001b[0m.md',
  'abc\u202egpj.md',
  'a\u2028b.md',
  '\u0007.md',
  ' .md',
];

describe('clinical-content, on files with strange names', function () {
  this.timeout(30_000);
  const names = process.platform === 'win32' ? NAMES : [...NAMES, ...NAMES_ELSEWHERE];
  let folder: Folder;
  before(() => {
    folder = new Folder('');
    for (const name of names) folder.write(name, ARTICLE);
  });
  after(() => folder.remove());

  it('checks each of them', () => {
    const { findings } = JSON.parse(folder.run('check', '-f', 'json').out);
    assert.deepEqual(findings.map((one: { file: string }) => one.file).sort(), [...names].sort());
  });

  for (const { name } of FORMAT_TABLE)
    it(`reports them as ${name}, each once, without a sign that steers a terminal`, async () => {
      const { out, err, code } = folder.run('check', '-f', name);
      assert.equal(code, 1);
      assert.equal(await COUNT_IN[name]?.(out), names.length);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being looked for
      assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f]/);
    });

  it('takes one behind “--”, or with its folder, for a name and not for an option', () => {
    for (const args of [['--', '--fix.md'], ['./--fix.md'], ['--', '-f.md']]) {
      const { out } = folder.run('check', '-f', 'unix', ...args);
      assert.match(out, /^-(?:-fix|f)\.md:7:8: /);
      assert.equal(out.split('\n').length, 2);
    }
    assert.equal(folder.read('--fix.md'), ARTICLE);
  });

  it('fixes them in place and makes no other file', () => {
    const glued = `${ARTICLE}\nIL-1ß rises.\n`;
    for (const name of names) folder.write(name, glued);
    folder.run('check', '--fix');
    for (const name of names) assert.equal(folder.read(name), glued.replace('ß', 'β'), JSON.stringify(name));
    assert.equal(JSON.parse(folder.run('check', '-f', 'json').out).files, names.length);
  });

  it('says of a name that is not in UTF-8 that it needs another one', function () {
    if (process.platform !== 'linux') this.skip();
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder.path, 'bad')), Buffer.from([0xff]), Buffer.from('.md')]),
      ARTICLE,
    );
    assert.match(folder.run('check').err, /could not be read: its name is not in UTF-8, so give it another name\./);
  });
});
