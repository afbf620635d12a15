// What does Git say has changed since a commit? Asks the installed Git, and lets nothing of the repository run.

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { decode } from '../host/node-host';
import { UsageError } from './usage-error';

export interface GitChange {
  /** Absolute path. */
  readonly path: string;
  /** Text at the commit; undefined for a file that was not there. */
  readonly before: string | undefined;
}

/** A repository’s own settings can name programs for Git to run; these switch them off. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'diff.external='];
const LARGEST = 1 << 30;

function git(cwd: string, args: readonly string[], input?: string): { code: number | null; out: Buffer; err: string } {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
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

function line(cwd: string, args: readonly string[]): string | undefined {
  const { code, out } = git(cwd, args);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

/**
 * Files that differ from the point where the current commit and `ref` parted: committed, not yet committed, and new ones. A file that
 * was moved is one that is gone and one that is new. @throws UsageError when Git cannot tell
 */
export function changedSince(cwd: string, ref: string): GitChange[] {
  // The way up from here, not the real path: a folder may be reached through a link.
  const up = line(cwd, ['rev-parse', '--show-cdup']);
  if (up === undefined)
    throw new UsageError('--changed-since needs a Git repository, and the current folder is in none.');
  const root = resolve(cwd, up);
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
  const names = (args: readonly string[]) => {
    const { code, out, err } = git(root, args);
    if (code !== 0) throw new UsageError(`Git could not tell what has changed: ${err.split('\n')[0]}.`);
    return out.toString('utf8').split('\0').filter(Boolean);
  };
  const diff = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', base, '--'];
  const paths = new Set([...names(diff), ...names(['ls-files', '-z', '--others', '--exclude-standard'])]);
  const texts = textsAt(root, base, [...paths]);
  return [...paths].map((path) => ({ path: join(root, path), before: texts.get(path) }));
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
