// `clinical-content init`: looks at a repository, says what it found, and writes settings to begin with.

import { lstatSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CACHE_NAME } from '../../host/fact-cache';
import { configurationIn, rootOf } from '../../host/load';
import { contentAt, nodeHost } from '../../host/node-host';
import { STYLE } from '../../host/node-path';
import { createAtomic, writeAtomic } from '../../host/node-write';
import { safeText } from '../../report/safe-text';
import { isExistingFolder } from '../asked';
import { type CommandSpec, HELP_OPTION, parseOptions } from '../command';
import { Progress } from '../progress';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { starterText } from './starter';
import { survey } from './survey';
import { foundText, nextText } from './survey-text';

const NAME = 'clinical-content.yaml';

export const INIT = {
  name: 'init',
  summary: 'Look at a repository and write settings to begin with',
  usage: '[FOLDER] [options]',
  operands: 'paths',
  about: [
    'Looks at a repository, says what it found and what to do next, and writes clinical-content.yaml with the settings that differ from the defaults: the spelling of the articles, drafts and templates to leave alone, and files of references that would not be found by themselves.',
    'Without a FOLDER, the settings go into the top folder of the repository. The name of the cache of “check --cache” is added to .gitignore when there is one. It asks nothing and replaces nothing.',
  ],
  options: {
    'dry-run': { type: 'boolean', help: 'Write nothing; print the settings' },
    ...HELP_OPTION,
  },
  examples: [
    { line: 'init', help: 'Begin in this repository' },
    { line: 'init --dry-run', help: 'See first what would be written' },
  ],
  exitCodes: [
    ['0', 'The settings were written, or printed.'],
    ['2', 'Nothing was written: there are settings already, or the folder cannot be written to.'],
  ],
} as const satisfies CommandSpec;

/** Runs `init` and returns the exit code. @throws UsageError */
export async function init(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseOptions(INIT, argv);
  const { cwd, today, out, err } = terminal;
  const root = await folderOf(positionals, cwd);
  const there = await configurationIn(root, nodeHost, STYLE);
  if (there !== undefined)
    throw new UsageError(
      `${shown(there, cwd)} is there already and stays as it is. Run “clinical-content check --print-config” to see what holds.`,
    );
  const progress = new Progress(err);
  const found = await survey(root, today, (done, all) => progress.show('Reading', done, all));
  progress.clear();
  const place = (path: string) => shown(join(root, path), cwd);
  err.write(foundText(found, place));
  const text = starterText(found);
  if (values['dry-run']) {
    err.write(`\nNothing was written. This would be ${place(NAME)}:\n\n`);
    out.write(text);
    return 0;
  }
  try {
    createAtomic(join(root, NAME), text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`${place(NAME)} could not be written: the system says ${code}.`);
  }
  err.write(`\nWrote ${place(NAME)}.\n`);
  if (await ignoreCache(root)) err.write(`Added ${CACHE_NAME} to ${place('.gitignore')}.\n`);
  err.write(nextText(found, place));
  return 0;
}

/** The folder that is to have the settings: the named one, else the top of the repository. @throws UsageError */
async function folderOf(written: readonly string[], cwd: string): Promise<string> {
  const [folder, ...others] = written;
  if (others.length > 0) throw new UsageError('init takes one folder: settings stand at the top of a repository.');
  if (folder === undefined) return rootOf(cwd, nodeHost, STYLE);
  const absolute = resolve(cwd, folder);
  if (isExistingFolder(folder, cwd)) return absolute;
  throw new UsageError(`“${folder}” is a file. Name the top folder of the repository, or nothing.`);
}

function shown(path: string, cwd: string): string {
  return safeText(relative(cwd, path) || 'this folder');
}

/** Adds the cache’s name at the end of .gitignore; true when it did. A file that is not there, not ours to change or says so already stays. */
async function ignoreCache(root: string): Promise<boolean> {
  const path = join(root, '.gitignore');
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || (stats.mode & 0o200) === 0) return false;
  if (!(await nodeHost.lists(root, join(root, CACHE_NAME)))) return false;
  try {
    const content = contentAt(path);
    if (!content?.writable) return false;
    const { text } = content;
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const gap = text === '' || text.endsWith('\n') ? '' : end;
    writeAtomic(path, `${text}${gap}${CACHE_NAME}${end}`);
    return true;
  } catch {
    return false;
  }
}
