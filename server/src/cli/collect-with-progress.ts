// How does a command come by the files it was asked about? They are read, and what could not be read is told.

import { relative } from 'node:path';
import { countText } from '../report/count';
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
  const [first] = collected.outside;
  if (first !== undefined) err.write(`${outsideText(safeText(relative(cwd, first)), collected.outside.length)}\n`);
  return collected;
}

/** One line, however many there are. */
function outsideText(first: string, count: number): string {
  return count === 1
    ? `The link ${first} leads outside the project and was not followed.`
    : `${countText(count)} links lead outside the project and were not followed, such as ${first}.`;
}
