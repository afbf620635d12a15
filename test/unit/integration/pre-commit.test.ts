import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { formatOf } from '../../../server/src/model/role';
import type { Ran } from '../cli/run';
import { emptyFolder, npm, ROOT, run } from './npm';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const HOOKS: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

const ARTICLE = (key: string) =>
  `---\nkind: article\ntitle: Pain\nreviewed: 2026-01-01\n---\n\nPain rises [@${key}].\n`;
const REFERENCES = 'references:\n  - id: smith-2021\n    title: An example\n    DOI: 10.5555/example\n';

/** What a clone of the repository would hold were everything committed now: no packages, no bundles. */
function cloneInto(folder: string): void {
  const listed = run(ROOT, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).out;
  for (const path of listed.split('\0').filter((one) => one !== '' && existsSync(join(ROOT, one)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(folder, path));
  }
}

/** Here pre-commit runs npm install, which needs a network. Each package is a link, so that nothing done there reaches the packages. */
function linkPackages(folder: string): void {
  const [here, there] = [join(ROOT, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(there);
  copyFileSync(join(here, '.package-lock.json'), join(there, '.package-lock.json'));
  for (const name of readdirSync(here)) if (!name.startsWith('.')) symlinkSync(join(here, name), join(there, name));
}

describe('the hooks for pre-commit', function () {
  this.timeout(120_000);
  const home = emptyFolder();
  const clone = join(home, 'clone');
  const place = join(home, 'environment');
  const content = join(home, 'content');
  let packed: Ran;
  /** As pre-commit does: words of the entry, the environment's programs first on the path. */
  const runHook = ({ entry }: Hook): Ran => {
    const [command = '', ...args] = entry.split(' ');
    return run(content, command, args, { PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}` });
  };

  before(() => {
    cloneInto(clone);
    linkPackages(clone);
    packed = npm(home, clone, 'pack');
    assert.equal(packed.code, 0, packed.err);
    const installed = npm(home, clone, 'install', '-g', '--prefix', place, join(clone, packed.out.trim()));
    assert.equal(installed.code, 0, installed.err);
    mkdirSync(join(content, 'articles'), { recursive: true });
    writeFileSync(join(content, 'clinical-content.yaml'), 'language: en-GB\n');
    writeFileSync(join(content, 'references.yaml'), REFERENCES);
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('are built by packing a clone, which says the name of the package and nothing else, as pre-commit expects', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(packed.out, `clinical-content-${version}.tgz\n`);
  });

  it('are built by npm’s “prepare” alone, which is all that runs when npm installs from Git', () => {
    rmSync(join(clone, 'dist'), { recursive: true });
    const prepared = npm(home, clone, 'run', 'prepare');
    assert.equal(prepared.code, 0, prepared.err);
    const listed = npm(home, clone, 'pack', '--ignore-scripts', '--dry-run', '--json');
    const paths = JSON.parse(listed.out)[0].files.map(({ path }: { path: string }) => path);
    for (const path of ['dist/cli.js', 'dist/rich-text.js', 'dist/server.js', 'dist/THIRD-PARTY-NOTICES.txt'])
      assert.ok(paths.includes(path), path);
    // Where packages for building were left out, nothing is built and nothing fails.
    rmSync(join(clone, 'dist'), { recursive: true });
    rmSync(join(clone, 'node_modules'), { recursive: true });
    assert.equal(npm(home, clone, 'run', 'prepare').code, 0);
    assert.ok(!existsSync(join(clone, 'dist')));
  });

  it('fail for an article that has not changed when its reference has gone', () => {
    writeFileSync(join(content, 'articles', 'pain.md'), ARTICLE('smith-2012'));
    for (const hook of HOOKS) {
      const { code, out } = runHook(hook);
      assert.match(out, /No reference has the key “smith-2012”/);
      assert.equal(code, 1);
    }
  });

  it('pass when nothing is wrong', () => {
    writeFileSync(join(content, 'articles', 'pain.md'), ARTICLE('smith-2021'));
    for (const hook of HOOKS) assert.equal(runHook(hook).code, 0);
  });

  it('look at the whole repository, once', () => {
    for (const { language, pass_filenames } of HOOKS)
      assert.deepEqual({ language, pass_filenames }, { language: 'node', pass_filenames: false });
  });

  it('run for every file that is read, and for no other', () => {
    const names = ['a.md', 'b/A.MD', 'a.markdown', 'a.qmd', 'a.Rmd', 'a.yaml', 'a.yml', 'a.bib', 'a.json', 'a.txt'];
    const others = ['a.ts', 'a.tsv', 'x-citation-tags.tsv', 'a.mdx', 'a.png', 'yaml/a', 'citation-tags.tsv.gz'];
    for (const { files } of HOOKS) {
      // Python and JavaScript write “in any case” in different places; the rest of the pattern means the same in both.
      const pattern = new RegExp(files.replace('(?i)', ''), 'i');
      for (const path of [...names, 'citation-tags.tsv', 'x/citation-tags.tsv', 'references.lock.json', ...others])
        assert.equal(pattern.test(path), formatOf(path) !== undefined, path);
    }
  });

  it('have names and descriptions of their own', () => {
    assert.deepEqual(
      HOOKS.map((hook) => hook.id),
      ['clinical-content', 'clinical-content-fix'],
    );
    for (const { name, description } of HOOKS) assert.ok(name.length > 10 && description.endsWith('.'));
  });
});
