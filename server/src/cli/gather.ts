// How does a command come by the files it was asked about? They are read, and what could not be read is told.

import { relative } from 'node:path';
import type { CacheOptions } from '../host/load';
import type { Level } from '../lint/settings';
import { safeText } from '../report/safe-text';
import type { StandardInput } from './asked';
import type { Shard } from './check/shard';
import { type Collected, collect } from './collect';
import { Progress } from './progress';
import type { Terminal } from './terminal';

export interface GatherOptions {
  readonly config?: string | undefined;
  readonly ignorePatterns?: readonly string[];
  readonly cached?: CacheOptions | undefined;
  readonly input?: StandardInput | undefined;
  readonly shard?: Shard | undefined;
  /** Levels of checks for this run, whatever the configuration says. */
  readonly levels?: ReadonlyMap<string, Level>;
}

/** Reads all that the paths name, with a line of progress for a long run. @throws UsageError for a path that does not exist */
export async function gather(
  paths: readonly string[],
  terminal: Terminal,
  { config, ignorePatterns = [], levels = new Map(), cached, input, shard }: GatherOptions = {},
): Promise<Collected> {
  const { cwd, today, err } = terminal;
  const progress = new Progress(err);
  const collected = await collect(paths, {
    cwd,
    today,
    config,
    ignorePatterns,
    cached,
    input,
    shard,
    levels,
    progress: (done, all) => progress.show('Reading', done, all),
  });
  progress.clear();
  for (const { path, problem } of collected.skipped) err.write(`${safeText(relative(cwd, path))} ${problem}.\n`);
  return collected;
}
