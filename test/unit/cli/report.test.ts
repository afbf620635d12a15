import assert from 'node:assert/strict';
import { readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { assertSelfContained, textOf } from '../report/markup';
import { Folder } from './run';

const SOURCE = `-- clinical-content.yaml --
language: en-GB
-- articles/a.md --
---
kind: article
title: Wheat
reviewed: 2026-01-01
---

Wheat grows [@field-2020]. Rye too [@nobody-1999].

-- articles/b.md --
Barley grows [@field-2020].

-- references/r.yaml --
references:
  - id: field-2020
    title: A field
    DOI: 10.5555/field
`;

describe('clinical-content report', function () {
  this.timeout(20_000);
  const within = (body: (folder: Folder) => void) => {
    const folder = new Folder(SOURCE);
    try {
      body(folder);
    } finally {
      folder.remove();
    }
  };

  it('prints one page that needs nothing else, and says what it tells of', () =>
    within((folder) => {
      const { code, out, err } = folder.run('report');
      assert.equal(code, 0);
      assert.equal(err, 'The page tells of 2 articles and 1 reference.\n');
      assertSelfContained(out);
      assert.match(textOf(out), /2 articles were read: 3 sentences with 3 citations of 1 reference/);
      assert.equal(folder.run('report', '-o', '-').out, out);
    }));

  it('tells of the articles that were named, with the references around them', () =>
    within((folder) => {
      const text = textOf(folder.run('report', 'articles/a.md').out);
      assert.match(text, /^\s*Citations of “Wheat”/);
      assert.match(text, /1 error: /);
      assert.match(text, /references\/r\.yaml/);
      assert.doesNotMatch(text, /Barley/);
    }));

  it('writes the page to a file, whole, also through a link and over an older one', () =>
    within((folder) => {
      const page = folder.run('report').out;
      const { code, out } = folder.run('report', '-o', 'report.html');
      assert.deepEqual([code, out, folder.read('report.html')], [0, '', page]);
      folder.write('pages/old.html', 'old');
      symlinkSync(join(folder.path, 'pages/old.html'), join(folder.path, 'link.html'));
      assert.equal(folder.run('report', '-o', 'link.html').code, 0);
      assert.equal(folder.read('pages/old.html'), page);
      assert.deepEqual(readdirSync(join(folder.path, 'pages')), ['old.html']);
      assert.equal(statSync(join(folder.path, 'report.html')).mode & 0o444, 0o444);
    }));

  it('says what is wrong with the command line', () =>
    within((folder) => {
      const cases: [string[], RegExp][] = [
        [['-o', 'nowhere/report.html'], /^“nowhere\/report\.html” cannot be written: its folder does not exist\.\n$/],
        [['-o', 'articles'], /^“articles” cannot be written: it is a folder\.\n$/],
        [['nothing.md'], /^There is no file or folder “nothing\.md”/],
        [['--format', 'pdf'], /^report has no option “--format”\. Run “clinical-content report --help”/],
      ];
      for (const [args, message] of cases) {
        const { code, out, err } = folder.run('report', ...args);
        assert.deepEqual([code, out], [2, ''], args.join(' '));
        assert.match(err, message);
      }
    }));

  it('makes a page that says so where there are no articles', () =>
    within((folder) => {
      const { code, out, err } = folder.run('report', 'references');
      assert.equal(code, 0);
      assert.equal(err, 'No articles were found there: the page has no sentences to show.\n');
      assertSelfContained(out);
      assert.match(textOf(out), /No articles were found there/);
    }));
});
