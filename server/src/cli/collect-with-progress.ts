// How does a command come by the files it was asked about? They are read, and what could not be read is told.

import { relative } from 'node:path';
import { safeText } from '../report/safe-text';
import { type Collected, type CollectOptions, collect } from './collect';
import { Progress } from './progress';
import type { Terminal } from './terminal';

/** Reads all that the paths name, with a line of progress for a long run. @throws UsageError for a path that does not exist */
export async function collectWithProgress(
  paths: readonly string[],
  terminal: Terminal,
  options: Omit<CollectOptions, 'progress'> = {},
): Promise<Collected> {
  const { cwd, err } = terminal;
  const progress = new Progress(err);
  const collected = await collect(paths, terminal, {
    ...options,
    progress: (done, all) => progress.show('Reading', done, all),
  });
  progress.clear();
  for (const { path, problem } of collected.skipped) err.write(`${safeText(relative(cwd, path))} ${problem}.\n`);
  return collected;
}
