// What does Git say has changed since a commit? Asks the installed Git, and lets nothing of the repository run.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode } from '../../host/node-host';
import { UsageError } from '../usage-error';

export interface GitChange {
  /** Absolute path. */
  readonly path: string;
  /** Text at the commit; undefined for a file that was not there. */
  readonly before: string | undefined;
}

/** A repository’s own settings can name programs for Git to run; these switch them off. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'diff.external='];
const LARGEST = 1 << 30;

interface Answer {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

function run(cwd: string, args: readonly string[], settings: readonly string[], input?: string): Answer {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  // Unlike -c, these take any name.
  settings.forEach((name, index) => {
    env[`GIT_CONFIG_KEY_${index}`] = name;
    env[`GIT_CONFIG_VALUE_${index}`] = name.endsWith('.required') ? 'false' : '';
  });
  if (settings.length > 0) env.GIT_CONFIG_COUNT = String(settings.length);
  const { status, stdout, stderr, error } = spawnSync('git', [...HARMLESS, ...args], {
    cwd,
    env,
    maxBuffer: LARGEST,
    ...(input !== undefined && { input }),
  });
  if (error)
    throw new UsageError(
      `Git could not be asked what has changed (${(error as NodeJS.ErrnoException).code}): is it installed?`,
    );
  return { code: status, out: stdout, err: stderr.toString('utf8').trim() };
}

/** Settings of the repository itself that name programs through which files would go. */
function filtersOf(cwd: string): string[] {
  const { out } = run(cwd, ['config', '--show-scope', '--null', '--name-only', '--get-regexp', '^filter\\.'], []);
  const lines = out.toString('utf8').split('\0');
  return lines.filter((_, index) => index % 2 === 1 && ['local', 'worktree'].includes(lines[index - 1] ?? ''));
}

function git(cwd: string, args: readonly string[], input?: string): Answer {
  return run(cwd, args, filtersOf(cwd), input);
}

function line(cwd: string, args: readonly string[]): string | undefined {
  const { code, out } = git(cwd, args);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

/** The top of the repository in which a folder lies. @throws UsageError where there is none */
export function repositoryOf(cwd: string): string {
  // The way up from here, not the real path: a folder may be reached through a link.
  const { code, out, err } = git(cwd, ['rev-parse', '--show-cdup']);
  if (code === 0) return resolve(cwd, out.toString('utf8').trim());
  throw new UsageError(
    /not a git repository/i.test(err)
      ? '--changed-since needs a Git repository, and the current folder is in none.'
      : `Git could not tell what has changed: ${err.split('\n')[0]}.`,
  );
}

/**
 * Files that differ from the point where the current commit and `ref` parted: committed, not yet committed, and new ones. A file that
 * was moved is one that is gone and one that is new. @throws UsageError when Git cannot tell
 */
export function changedSince(cwd: string, ref: string): GitChange[] {
  const root = repositoryOf(cwd);
  const commit = line(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined)
    throw new UsageError(
      `Git knows no commit “${ref}”. Check the name; in CI the history must be fetched first (fetch-depth: 0 in GitHub Actions).`,
    );
  const base = line(cwd, ['merge-base', commit, 'HEAD']);
  if (base === undefined)
    throw new UsageError(
      `Git finds no history that “${ref}” and the current commit share. Fetch more of it (fetch-depth: 0 in GitHub Actions).`,
    );
  return differences(root, base);
}

/** What differs from a commit in a repository, and in those that lie in it. */
function differences(root: string, base: string): GitChange[] {
  const names = (args: readonly string[]) => {
    const { code, out, err } = git(root, args);
    if (code !== 0) throw new UsageError(`Git could not tell what has changed: ${err.split('\n')[0]}.`);
    return out.toString('utf8').split('\0').filter(Boolean);
  };
  const paths = new Set([
    ...names([...DIFF, base, '--']),
    ...names(['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  const inner = new Set([...paths].filter((path) => existsSync(join(root, path, '.git'))));
  const texts = textsAt(root, base, [...paths]);
  return [...paths].flatMap((path) =>
    inner.has(path)
      ? differences(join(root, path), commitAt(root, base, path))
      : [{ path: join(root, path), before: texts.get(path) }],
  );
}

const DIFF = [
  'diff',
  '--name-only',
  '-z',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
];

/** At which commit a repository inside another one was; an empty tree where it was not there, or its history is not. */
function commitAt(root: string, base: string, path: string): string {
  const inner = join(root, path);
  const commit = line(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}:${path}`]);
  if (commit !== undefined && line(inner, ['cat-file', '-t', commit]) === 'commit') return commit;
  return git(inner, ['hash-object', '-t', 'tree', '--stdin'], '').out.toString('utf8').trim();
}

/** Texts of files at a commit; files that were not there, and links and submodules, are left out. */
function textsAt(root: string, commit: string, paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  // A line break in a name would end the question early; such a file counts as new.
  const asked = paths.filter((path) => !/[\n\r]/.test(path));
  if (asked.length === 0) return texts;
  const { out } = git(root, ['cat-file', '--batch'], `${asked.map((path) => `${commit}:${path}`).join('\n')}\n`);
  let at = 0;
  for (const path of asked) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [, type, size] = out.toString('utf8', at, end).match(/ (\w+) (\d+)$/) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    if (type === 'blob') texts.set(path, decode(out.subarray(at, at + Number(size))).text);
    at += Number(size) + 1;
  }
  return texts;
}
