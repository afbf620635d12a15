import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './run';

const ARTICLE = '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\nPain [@pmid:1].\n';

describe('clinical-content check, on what nobody means well', function () {
  this.timeout(20_000);
  const within = (source: string, body: (folder: Folder) => void) => {
    const folder = new Folder(source);
    try {
      body(folder);
    } finally {
      folder.remove();
    }
  };

  it('does not wait for pipes and devices', function () {
    if (process.platform === 'win32') this.skip();
    within(`-- a.md --\n${ARTICLE}`, (folder) => {
      mkdirSync(join(folder.path, 'sub'));
      for (const name of ['pipe.md', 'sub/.gitignore', 'sub/clinical-content.yaml'])
        execFileSync('mkfifo', [join(folder.path, name)]);
      symlinkSync('/dev/zero', join(folder.path, 'zero.md'));
      assert.match(folder.run('check').err, /Checked 1 file:/);
      assert.match(folder.run('check', 'pipe.md').err, /is not a file that can be read/);
    });
  });

  it('takes names that every object has for ordinary names', () =>
    within(
      `-- a.md --\n${ARTICLE.replace('pmid:1', 'constructor:1')}\n[@__proto__] [@toString-1]\n-- b.bib --\n@article{__proto__, title={x}, constructor={z}, doi={__proto__}}\n-- c.yaml --\nkind: condition\nid: constructor\nname: toString\nconstructor: x\ncodes:\n  constructor: y\ncells: [__proto__]\n-- clinical-content.yaml --\nlanguage: constructor\nrules:\n  constructor: off\n  __proto__: error\n`,
      (folder) => {
        const { out, err } = folder.run('check', '-f', 'unix');
        assert.ok(!/native code|bug/.test(out + err), out + err);
        assert.match(out, /No reference has the key “constructor:1”/);
        assert.match(out, /“language” cannot be “constructor”/);
      },
    ));

  it('prints one line a finding, whatever a file holds or is called', () =>
    within(`-- a.md --\n${ARTICLE.replace('@pmid:1', '@{a\u001b]0;x\u0007b}')}`, (folder) => {
      folder.write('x\ny.md', ARTICLE.replace('pmid:1', 'nobody-1999'));
      const { out } = folder.run('check', '-f', 'unix');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being looked for
      assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f]/);
      assert.ok(
        out
          .trimEnd()
          .split('\n')
          .every((line) => /^[^:]+:\d+:\d+: /.test(line)),
        out,
      );
    }));

  it('reads a pattern at once that others could try for ever, and leaves one alone that nobody can mean, and says so', () =>
    within(
      `-- ${'a'.repeat(60)}.md --\n${ARTICLE}-- clinical-content.yaml --\nignore: ["*a*a*a*a*a*a*a*a*a*a*b", "${'{a,b}'.repeat(20)}"]\n`,
      (folder) => {
        assert.match(folder.run('check', '-f', 'unix').out, /clinical-content\.yaml:1:36: This pattern is too long/);
        assert.equal(folder.run('check', '--ignore-pattern', 'x'.repeat(70_000)).code, 1);
      },
    ));

  it('says what is wrong with a path that cannot be used', () =>
    within(`-- a.md --\n${ARTICLE}-- sub/x.md --\nText\n`, (folder) => {
      for (const [args, message] of [
        [[''], /^A path is empty/],
        [['-o', 'nowhere/x.txt'], /^“nowhere\/x\.txt” cannot be written: its folder does not exist\.\n$/m],
        [['-o', '.'], /^“\.” cannot be written: it is a folder/m],
        [['--config', 'sub'], /^--config takes a file, and “sub” is a folder/],
      ] as const) {
        const { code, err } = folder.run('check', ...args);
        assert.match(err, message);
        assert.equal(code, 2);
      }
    }));

  it('does not fix a file that is protected against writing', () =>
    within('-- a.md --\nText[2][1].\n\n## References\n\n1. a\n2. b\n', (folder) => {
      execFileSync('chmod', ['444', join(folder.path, 'a.md')]);
      assert.match(folder.run('check', '--fix').err, /a\.md was not fixed/);
      assert.ok(folder.read('a.md').includes('[2][1]'));
    }));
});
