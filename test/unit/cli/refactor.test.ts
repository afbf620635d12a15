// What does `clinical-content fix` change on disk?

import assert from 'node:assert/strict';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './run';

const REPOSITORY = `
-- clinical-content.yaml --
language: en-GB
-- articles/a.md --
---
kind: article
id: a
title: Walking
reviewed: 2025-11-03
---

It helps [@ward; @again; @ward].
-- references/r.yaml --
references:
  - id: ward
    type: article-journal
    title: Walking and sleep
    DOI: 10.5555/walking
  - id: again
    type: article-journal
    title: Walking and sleep
    DOI: https://doi.org/10.5555/walking
  - id: nobody
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

describe('clinical-content fix', () => {
  it('makes certain fixes alone when nothing else is asked for', () =>
    within((folder) => {
      const { code, err } = folder.run('fix');
      assert.equal(code, 0);
      assert.equal(err, 'Fixed 1 file; made 0 larger changes.\n');
      assert.match(folder.read('articles/a.md'), /\[@ward; @again\]\.\n$/);
      assert.match(folder.read('references/r.yaml'), /nobody/);
    }));
  it('merges and removes references on request, and then has nothing to do', () =>
    within((folder) => {
      const { err } = folder.run('fix', '--merge-duplicates', '--remove-uncited');
      assert.match(err, /Changed references\/r\.yaml\.\n/);
      assert.match(err, /made 2 larger changes/);
      assert.equal(
        folder.read('references/r.yaml'),
        'references:\n  - id: ward\n    type: article-journal\n    title: Walking and sleep\n    DOI: 10.5555/walking\n',
      );
      assert.match(folder.read('articles/a.md'), /It helps \[@ward\]\.\n$/);
      assert.equal(folder.run('fix', '--merge-duplicates', '--remove-uncited').err, 'Nothing to change.\n');
      assert.equal(folder.run('check').code, 0);
    }));
  it('removes nothing that any file names, whatever that file is for', () =>
    within((folder) => {
      folder.write('paper.tex', 'As \\cite{nobody} says.\n');
      folder.run('fix', '--remove-uncited');
      assert.match(folder.read('references/r.yaml'), /id: nobody/);
    }));
  it('changes nothing where it may not see the whole repository', () =>
    within((folder) => {
      const before = folder.read('references/r.yaml');
      rmSync(join(folder.path, 'clinical-content.yaml'));
      const { code, err } = folder.run('fix', '--remove-uncited', 'references');
      assert.equal(code, 2);
      assert.match(
        err,
        /^Nothing was changed, .* nobody looked\. This folder may be a part of something larger\. Put a clinical-content\.yaml into the top folder\.\n$/,
      );
      assert.equal(folder.read('references/r.yaml'), before);
    }));
  it('leaves a protected file as it is', () =>
    within((folder) => {
      const before = folder.read('references/r.yaml');
      chmodSync(join(folder.path, 'references/r.yaml'), 0o444);
      folder.run('fix', '--remove-uncited', '--merge-duplicates');
      assert.equal(folder.read('references/r.yaml'), before);
    }));
  it('refuses an option that it does not know in one sentence', () =>
    within((folder) => {
      const { code, err } = folder.run('fix', '--everything');
      assert.equal(code, 2);
      assert.match(err, /fix has no option “--everything”\. Run “clinical-content fix --help”/);
    }));
});
