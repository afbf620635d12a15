// What do the paths on the command line mean: files, folders, patterns, or text on standard input?

import { statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { globMatcher } from '../base/glob';
import { inRoot } from '../host/node-link';
import { STYLE } from '../host/node-path';
import { UsageError } from './usage-error';

/** One path as a person wrote it. */
export interface Asked {
  readonly written: string;
  /** Folder whose project it belongs to. */
  readonly from: string;
  /** Absolute path of a file that counts as an article whatever it holds. */
  readonly named: string | undefined;
  readonly isPattern: boolean;
  /** Whether it means this absolute path. */
  readonly covers: (absolute: string) => boolean;
}

/** Text that stands in place of a file's own. */
export interface StandardInput {
  /** As it was written. */
  readonly name: string;
  readonly text: string;
}

const PATTERN = /[*?{[!]/;
/** What some shells know, and we do not. */
const EXTENDED = /[@?+*!]\(/;

/** Whether a path leads to a folder; undefined where nothing is. */
export function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path).isDirectory();
  } catch {
    return undefined;
  }
}

function leadsNowhere(written: string, cwd: string): UsageError {
  return new UsageError(
    written === ''
      ? 'A path is empty. Name a file or folder, or leave it out to check the current folder.'
      : `There is no file or folder “${written}”. Check the path; it is looked for from ${cwd}.`,
  );
}

/** Whether what a person wrote is a folder rather than a file. @throws UsageError when there is neither */
export function isExistingFolder(written: string, cwd: string): boolean {
  const folder = isFolder(resolve(cwd, written));
  if (written === '' || folder === undefined) throw leadsNowhere(written, cwd);
  return folder;
}

function inside(folder: string): (absolute: string) => boolean {
  const start = folder.endsWith(sep) ? folder : folder + sep;
  return (absolute) => absolute === folder || absolute.startsWith(start);
}

/** What one path means. @throws UsageError for one that leads nowhere */
function meaningOf(written: string, cwd: string): Asked {
  if (written === '') throw leadsNowhere(written, cwd);
  const absolute = resolve(cwd, written);
  const folder = isFolder(absolute);
  if (folder) return { written, from: absolute, named: undefined, isPattern: false, covers: inside(absolute) };
  if (folder === false)
    return { written, from: dirname(absolute), named: absolute, isPattern: false, covers: (one) => one === absolute };
  if (written.startsWith('!') && !EXTENDED.test(written))
    throw new UsageError(
      `“${written}” would mean all files but those. To leave files out, write --ignore-pattern "${written.slice(1)}".`,
    );
  if (!PATTERN.test(written)) throw leadsNowhere(written, cwd);
  if (EXTENDED.test(written))
    throw new UsageError(
      `The pattern “${written}” has a bracket behind “@”, “?”, “+”, “*” or “!”. Write alternatives as {a,b}, and what is to be left out with --ignore-pattern.`,
    );
  const matches = globMatcher(written.replace(/^\.\//, ''));
  if (!matches)
    throw new UsageError(`The pattern “${written}” is too long, or means too many things. Use a simpler one.`);
  return { written, from: cwd, named: undefined, isPattern: true, covers: (one) => matches(STYLE.relative(cwd, one)) };
}

/** What a part means in the project at `root`, where each file has one name; undefined when a link leads out of it. */
export function inProject(part: Asked, root: string): Asked | undefined {
  if (part.isPattern) return part;
  const { named, from } = part;
  const place = inRoot(root, named ?? from);
  if (place === undefined) return undefined;
  return named === undefined
    ? { ...part, from: place, covers: inside(place) }
    : { ...part, named: place, covers: (one) => one === place };
}

/** What the paths mean, or the file that text on standard input stands for. @throws UsageError */
export function askedOf(paths: readonly string[], cwd: string, input: StandardInput | undefined): Asked[] {
  if (!input) return paths.map((path) => meaningOf(path, cwd));
  const absolute = resolve(cwd, input.name);
  if (input.name === '') throw new UsageError('--stdin-filename is empty. Name the file that the text will be.');
  if (isFolder(absolute)) throw new UsageError(`--stdin-filename takes a file, and “${input.name}” is a folder.`);
  const covers = (one: string) => one === absolute;
  return [{ written: input.name, from: nearestFolder(dirname(absolute)), named: absolute, isPattern: false, covers }];
}

/** The file need not be there yet, nor its folder. */
function nearestFolder(folder: string): string {
  return isFolder(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
