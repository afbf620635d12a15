// What does Git say has changed since a commit? Asks the installed Git, and lets nothing of the repository run.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Git, NoGit } from '../../host/node-git';
import { decode } from '../../host/node-host';
import { UsageError } from '../usage-error';

export interface GitChange {
  /** Absolute path. */
  readonly path: string;
  /** Text at the commit; undefined for a file that was not there. */
  readonly before: string | undefined;
}

/** @throws UsageError where there is no Git that can be asked */
function gitIn(folder: string): Git {
  try {
    return new Git(folder);
  } catch (error) {
    if (error instanceof NoGit) throw new UsageError(error.message);
    throw error;
  }
}

function line(git: Git, args: readonly string[]): string | undefined {
  const { code, out } = git.ask(args);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

function partial(): UsageError {
  return new UsageError(
    'Git has not all texts as they were before: this clone is partial, and nothing is fetched here. Clone it without --filter.',
  );
}

function untold(err: string): UsageError {
  if (/lazy fetching|promisor|not allowed$/.test(err)) return partial();
  return new UsageError(`Git could not tell what has changed: ${err.split('\n')[0]}.`);
}

/** The top of the repository in which a folder lies. @throws UsageError where there is none */
export function repositoryOf(cwd: string): string {
  // The way up from here, not the real path: a folder may be reached through a link.
  const { code, out, err } = gitIn(cwd).ask(['rev-parse', '--show-cdup']);
  if (code === 0) return resolve(cwd, out.toString('utf8').trim());
  throw /not a git repository/i.test(err)
    ? new UsageError('--changed-since needs a Git repository, and the current folder is in none.')
    : untold(err);
}

/**
 * Files that differ from the point where the current commit and `ref` parted: committed, not yet committed, and new ones. A file that
 * was moved is one that is gone and one that is new. @throws UsageError when Git cannot tell
 */
export function changedSince(cwd: string, ref: string): GitChange[] {
  const root = repositoryOf(cwd);
  const git = gitIn(root);
  const commit = line(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined)
    throw new UsageError(
      `Git knows no commit “${ref}”. Check the name; in CI the history must be fetched first (fetch-depth: 0 in GitHub Actions).`,
    );
  const base = line(git, ['merge-base', commit, 'HEAD']);
  if (base === undefined)
    throw new UsageError(
      `Git finds no history that “${ref}” and the current commit share. Fetch more of it (fetch-depth: 0 in GitHub Actions).`,
    );
  return differences(root, base);
}

/** What Git says of a file that differs: at the commit, and by which name its text there is known. */
interface Difference {
  readonly path: string;
  /** The mode of a link, a file or a repository inside; zeros for what was not there. */
  readonly mode: string;
  readonly object: string;
}

const REPOSITORY = '160000';
const FILE = /^100/;

const DIFF = ['diff', '--raw', '--no-abbrev', '-z', '--no-renames', '--no-ext-diff', '--no-textconv'];

/** Files that differ from a commit; repositories inside are asked by themselves, so that nothing of them runs here. */
function diff(git: Git, base: string): Difference[] {
  const { code, out, err } = git.askAboutFiles([...DIFF, '--ignore-submodules=dirty', base, '--']);
  if (code !== 0) throw untold(err);
  const parts = out.toString('utf8').split('\0');
  const found: Difference[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [mode = '', , object = ''] = (parts[at] ?? '').slice(1).split(' ');
    found.push({ path: parts[at + 1] ?? '', mode, object });
  }
  return found;
}

function names(git: Git, args: readonly string[]): string[] {
  const { code, out, err } = git.ask(['ls-files', '-z', ...args]);
  if (code !== 0) throw untold(err);
  return out.toString('utf8').split('\0').filter(Boolean);
}

/** What differs from a commit in a repository, and in those that lie in it. */
function differences(root: string, base: string): GitChange[] {
  const git = gitIn(root);
  const changed = diff(git, base);
  const others = names(git, ['--others', '--exclude-standard']);
  const repositories = names(git, ['--stage']).flatMap((entry) =>
    entry.startsWith(REPOSITORY) ? entry.slice(entry.indexOf('\t') + 1) : [],
  );
  const isRepository = (path: string) => existsSync(join(root, path, '.git'));
  const inner = new Set([...repositories, ...others, ...changed.map(({ path }) => path)].filter(isRepository));
  const texts = textsOf(git, changed);
  const seen = new Set<string>();
  const own = [...changed.map(({ path }) => path), ...others].flatMap((path): GitChange[] => {
    if (inner.has(path) || seen.has(path)) return [];
    seen.add(path);
    return [{ path: join(root, path), before: texts.get(path) }];
  });
  return [...own, ...[...inner].flatMap((path) => differences(join(root, path), commitAt(git, root, base, path)))];
}

/** At which commit a repository inside another one was; an empty tree where it was not there, or its history is not. */
function commitAt(git: Git, root: string, base: string, path: string): string {
  const inner = gitIn(join(root, path));
  const commit = line(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}:${path}`]);
  if (commit !== undefined && line(inner, ['cat-file', '-t', commit]) === 'commit') return commit;
  return inner.ask(['hash-object', '-t', 'tree', '--stdin'], '').out.toString('utf8').trim();
}

/** Texts that files had; files that were not there, and links and submodules, are left out. @throws UsageError for a partial clone */
function textsOf(git: Git, changed: readonly Difference[]): Map<string, string> {
  const texts = new Map<string, string>();
  const asked = changed.filter(({ mode, object }) => FILE.test(mode) && !/^0+$/.test(object));
  if (asked.length === 0) return texts;
  const { out } = git.ask(['cat-file', '--batch'], `${asked.map(({ object }) => object).join('\n')}\n`);
  let at = 0;
  for (const { path } of asked) {
    const end = out.indexOf(10, at);
    const [, type, size] = (end < 0 ? '' : out.toString('utf8', at, end)).match(/ (\w+) (\d+)$/) ?? [];
    if (type !== 'blob' || size === undefined) throw partial();
    at = end + 1;
    texts.set(path, decode(out.subarray(at, at + Number(size))).text);
    at += Number(size) + 1;
  }
  return texts;
}
