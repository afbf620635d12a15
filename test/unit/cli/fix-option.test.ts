import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { patchOf, shownPatch } from '../../../server/src/cli/fix/diff';
import { Folder } from './run';

const GLUED = `---
kind: article
title: Wheat
reviewed: 2026-01-01
---

Wheat grows.[1]Rye too.

Oats grow [2][1] with IL-1ß.

## References

1. https://pubmed.ncbi.nlm.nih.gov/1/
2. https://pubmed.ncbi.nlm.nih.gov/2/
`;
const UNUSED =
  '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\n<!-- clinical-content-disable-next-line glued-citation -- no reason left -->\nText.\n';

describe('clinical-content check, fixing', function () {
  this.timeout(30_000);
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder(`-- clinical-content.yaml --\nlanguage: en-GB\n-- articles/a.md --\n${GLUED}`);
  });
  afterEach(() => folder.remove());
  const check = (...args: string[]) => folder.run('check', ...args);

  describe('--fix-dry-run', () => {
    it('prints a patch that makes of the files what --fix makes of them, and writes nothing', () => {
      folder.write('articles/é ü.md', GLUED.replaceAll('\n', '\r\n'));
      folder.write('articles/no end.md', `${GLUED}\nBarley.[1]Oats.`);
      const names = ['articles/a.md', 'articles/é ü.md', 'articles/no end.md'];
      const before = names.map((name) => folder.read(name));
      const { out, err } = check('--fix-dry-run');
      assert.match(out, /^--- a\/articles\/a\.md\n\+\+\+ b\/articles\/a\.md\n@@ -\d+,\d+ \+\d+,\d+ @@\n/);
      assert.match(err, /^--fix would change 3 files\. Nothing was written\.\n/);
      assert.deepEqual(
        names.map((name) => folder.read(name)),
        before,
      );
      check('--fix');
      const fixed = names.map((name) => folder.read(name));
      assert.ok(fixed.every((text, index) => text !== before[index]));
      for (const [index, name] of names.entries()) folder.write(name, before[index] as string);
      if (spawnSync('git', ['--version']).status !== 0) return;
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder.path, input: out });
      assert.deepEqual(
        names.map((name) => folder.read(name)),
        fixed,
      );
    });

    it('reports what would be left, as --fix does', () => {
      const dry = check('--fix-dry-run', '-f', 'json:dry.json');
      const wet = check('--fix', '-f', 'json:wet.json');
      assert.equal(dry.code, wet.code);
      assert.equal(folder.read('dry.json'), folder.read('wet.json'));
      assert.equal(dry.err.split('\n').slice(1).join('\n'), wet.err.split('\n').slice(1).join('\n'));
    });

    it('says that nothing would change, and prints nothing then', () => {
      check('--fix');
      const { out, err } = check('--fix-dry-run');
      assert.equal(out, '');
      assert.match(err, /^--fix would change nothing\. Nothing was written\.\n/);
    });

    it('shows a person at a terminal no signs that could steer it', () => {
      const patch = patchOf('a.md', 'a\n\u001b[2Jb\n', 'a\n\u001b[2Jc\n');
      assert.ok(patch.includes('\u001b'));
      const shown = shownPatch(patch, createColors(false));
      assert.ok(!shown.includes('\u001b'));
      assert.equal(shown, patch.replaceAll('\u001b', ' '));
      assert.ok(shownPatch(patch, createColors(true)).includes('\u001b[32m+ [2Jc'));
    });

    it('says which files would be left alone, and why', () => {
      folder.write('b.md', Buffer.concat([Buffer.from(GLUED), Buffer.from([0xe9])]));
      assert.match(check('--fix-dry-run', 'b.md').err, /b\.md would not be fixed: it is not saved as UTF-8/);
    });
  });

  describe('--fix-type', () => {
    it('fixes only what one check, or a group of them, reports', () => {
      check('--fix', '--fix-type', 'glued-citation');
      assert.equal(folder.read('articles/a.md'), GLUED.replace('[1]Rye', '[1] Rye'));
      check('--fix', '--fix-type', 'words');
      const after = folder.read('articles/a.md');
      assert.ok(after.includes('[2][1] with IL-1β.'), after);
      check('--fix', '--fix-type', 'shape, citations');
      assert.ok(folder.read('articles/a.md').includes('[1][2] with IL-1β.'));
    });

    it('may be repeated, and goes with --fix-dry-run', () => {
      const { out } = check('--fix-dry-run', '--fix-type', 'glued-citation', '--fix-type', 'unordered-citations');
      assert.match(out, /^\+Wheat grows\.\[1\] Rye too\.$/m);
      assert.match(out, /^\+Oats grow \[1\]\[2\] with IL-1ß\.$/m);
    });

    it('says what is wrong with a type', () => {
      for (const [args, message] of [
        [['--fix-type', 'words'], /^--fix-type chooses what is fixed: it needs --fix or --fix-dry-run beside it\.\n$/],
        [
          ['--fix', '--fix-type', 'word'],
          /^--fix-type takes a group of checks \(shape, .*\) or the name of one, not “word”\. Did you mean “words”\?\n$/,
        ],
        [['--fix', '--fix-type', ''], /^--fix-type takes a group of checks .* not “”\.\n$/],
        [['--fix', '--fix-type', 'invalid-yaml'], /^What “invalid-yaml” reports cannot be put right by --fix/],
        [['--fix', '--fix-dry-run'], /^--fix writes and --fix-dry-run does not: choose one of them\.\n$/],
        [
          ['--fix-dry-run', '-f', 'json'],
          /^--fix-dry-run prints the changes\. Give the findings a file, as in --format json:FILE\.\n$/,
        ],
      ] as const) {
        const { code, out, err } = check(...args);
        assert.match(err, message);
        assert.deepEqual([code, out], [2, '']);
      }
      assert.equal(folder.read('articles/a.md'), GLUED);
    });
  });

  describe('--fix', () => {
    it('leaves a file with a syntax error alone, also when that error is switched off or is one of BibTeX', () => {
      const broken = GLUED.replace('title: Wheat', 'title: "Wheat');
      const bib =
        '@article{a, title = {Open, doi = {https://doi.org/10.5555/x?utm_source=y}\n\n@article{b, url = {https://x.org/?utm_source=chatgpt.com}}\n';
      folder.write('clinical-content.yaml', 'rules:\n  invalid-yaml: off\n  invalid-shape: off\n');
      folder.write('articles/a.md', broken);
      folder.write('articles/b.md', broken.replace('kind', '# clinical-content-disable-file\nkind'));
      folder.write('r.bib', bib);
      const { err } = check('--fix');
      assert.match(
        err,
        /^articles\/a\.md was not fixed: it has a syntax error, which only its author can put right\.\n/m,
      );
      assert.equal(folder.read('articles/a.md'), broken);
      assert.match(folder.read('articles/b.md'), /\[1\]Rye/);
      assert.equal(folder.read('r.bib'), bib);
    });

    it('has nothing left to do when it is done, and leaves no other file behind', () => {
      check('--fix');
      const once = folder.read('articles/a.md');
      assert.match(check('--fix').err, /^Checked/);
      assert.equal(folder.read('articles/a.md'), once);
      assert.deepEqual(readdirSync(join(folder.path, 'articles')), ['a.md']);
    });

    it('keeps a file as it was where it cannot be written, and reports what is in it', () => {
      // No room beside it for the longer name under which a file is first written.
      const name = `articles/${'a'.repeat(248)}.md`;
      folder.write(name, GLUED);
      const { err, out } = check('--fix', '-f', 'unix');
      assert.match(
        err,
        /^Fixed 1 file\.\narticles\/a{248}\.md was not fixed: it could not be written \(ENAMETOOLONG\)\.\n/,
      );
      assert.match(out, /a{248}\.md:7:\d+: .*\[warning\/glued-citation\]/);
      assert.equal(folder.read(name), GLUED);
      assert.equal(readdirSync(join(folder.path, 'articles')).length, 2);
    });
  });

  describe('--report-unused-disable-directives', () => {
    it('makes errors of comments that switch off nothing, whatever the configuration says', () => {
      folder.write('articles/a.md', UNUSED);
      assert.equal(check().code, 0);
      for (const level of ['warning', 'off', '{severity: hint}']) {
        folder.write(
          'clinical-content.yaml',
          `rules:\n  unused-suppression: ${level}\noverrides:\n  - files: ["**"]\n    rules:\n      unused-suppression: ${level}\n`,
        );
        const { code, out } = check('--report-unused-disable-directives', '-f', 'unix');
        assert.match(out, /a\.md:7:\d+: “glued-citation” reports nothing here.*\[error\/unused-suppression\]\n/);
        assert.equal(code, 1);
      }
    });

    it('says nothing where each comment is of use', () => {
      folder.write(
        'articles/a.md',
        GLUED.replace('Wheat grows', '<!-- clinical-content-disable-next-line glued-citation -->\nWheat grows'),
      );
      assert.doesNotMatch(check('--report-unused-disable-directives', '-f', 'unix').out, /unused-suppression/);
    });
  });
});
