// Where is the baseline, and what does this run do with it: leave known findings out, write them down, or clean up?

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rootOf, summaryIn } from '../../host/load';
import { nodeHost } from '../../host/node-host';
import { STYLE } from '../../host/node-path';
import { writeAtomic } from '../../host/node-write';
import {
  type Baseline,
  BaselineProblem,
  baselineText,
  type Compared,
  compare,
  extended,
  pruned,
  readBaseline,
} from '../../report/baseline';
import { countText, many } from '../../report/count';
import type { Result } from '../../report/result';
import type { Collected, Target } from '../collect';
import { UsageError } from '../usage-error';

const NAME = 'clinical-content-suppressions.json';

interface BaselineArguments {
  readonly suppressAll: boolean;
  /** Checks whose findings alone are written down. */
  readonly suppressRules: readonly string[];
  readonly pruneSuppressions: boolean;
  readonly suppressionsLocation: string | undefined;
}

/** What a run says of the baseline, besides the findings that are new. */
interface Suppressed {
  readonly result: Result;
  /** Sentences for the person who ran it. */
  readonly notices: readonly string[];
  /** How many known findings are no longer there. */
  readonly gone: number;
}

/** The baseline's path: as named, else the nearest one upward, else where one would be written. */
async function pathOf(cwd: string, location: string | undefined): Promise<string> {
  if (location !== undefined) return resolve(cwd, location);
  const root = await rootOf(cwd, nodeHost, STYLE);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    if (folder === root || dirname(folder) === folder) return join(root, NAME);
  }
}

function read(path: string, shown: string): Baseline {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new Map();
    throw new UsageError(`“${shown}” cannot be read (${code}). It says which findings were there before.`);
  }
  try {
    return readBaseline(text);
  } catch (error) {
    if (!(error instanceof BaselineProblem)) throw error;
    throw new UsageError(
      `“${shown}” ${error.message}. Restore it from the repository’s history, or remove it and write it anew with --suppress-all.`,
    );
  }
}

function write(path: string, shown: string, baseline: Baseline): void {
  try {
    writeAtomic(path, baselineText(baseline));
  } catch (error) {
    throw new UsageError(`“${shown}” cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Leaves known findings out of a result, after writing down or cleaning up what was asked for. `only` holds the absolute paths of
 * files of which the result tells a part. @throws UsageError
 */
export async function suppressed(
  result: Result,
  { targets, all: { skipped } }: Collected,
  only: ReadonlyMap<string, unknown> | undefined,
  args: BaselineArguments,
  { cwd, today }: { readonly cwd: string; readonly today: string },
): Promise<Suppressed> {
  for (const rule of args.suppressRules)
    if (!result.rules.some((one) => one.id === rule))
      throw new UsageError(`There is no check called “${rule}”. Run “clinical-content explain” for the list.`);
  const path = await pathOf(cwd, args.suppressionsLocation);
  const shown = STYLE.relative(cwd, path);
  const isWriting = args.suppressAll || args.suppressRules.length > 0;
  if (skipped.length > 0 && (isWriting || args.pruneSuppressions))
    throw new UsageError(
      `${many(skipped.length, 'file')} could not be read, so what was found elsewhere may be wrong: ${shown} stays as it is. Make ${skipped.length === 1 ? 'it' : 'them'} readable, or name ${skipped.length === 1 ? 'it' : 'them'} under “ignore” in the settings.`,
    );
  let baseline = read(path, shown);
  if (baseline.size === 0 && !isWriting) return { result, notices: [], gone: 0 };
  const folder = dirname(path);
  const exists = (one: string) => existsSync(join(folder, ...one.split('/')));
  const compareAll = (): Compared[] =>
    result.files.map((file, index) => {
      const { loaded, path: own, absolute } = targets[index] as Target;
      const inside = STYLE.relative(folder, absolute);
      // Of a file that did not change, a part is reported.
      const all = only?.has(absolute) ? summaryIn(loaded, own).findings : file.findings;
      return compare(file, all, inside, baseline.get(inside), hash, today);
    });
  const notices: string[] = [];
  if (isWriting) {
    const wants = (rule: string) => args.suppressAll || args.suppressRules.includes(rule);
    const next = extended(baseline, compareAll(), wants);
    baseline = next.baseline;
    write(path, shown, baseline);
    const overdue = compareAll().reduce((sum, one) => sum + one.overdue, 0);
    notices.push(
      next.added === 0
        ? `There was nothing to write down that ${shown} does not list already.`
        : `Wrote ${many(next.added, 'finding')} down in ${shown}. From now on ${next.added === 1 ? 'it is' : 'they are'} left out; new ones are reported.`,
    );
    if (overdue > 0)
      notices.push(
        `${many(overdue, 'finding')} listed there ${overdue === 1 ? 'is' : 'are'} reported all the same: the day behind “until” has passed. Set a later day, or take it out.`,
      );
  }
  if (args.pruneSuppressions) {
    const next = pruned(baseline, compareAll(), exists);
    baseline = next.baseline;
    if (next.removed > 0) write(path, shown, baseline);
    notices.push(
      `Removed ${many(next.removed, 'finding')} from ${shown} that no longer occur${next.removed === 1 ? 's' : ''}.`,
    );
  }
  const files = compareAll();
  const left =
    result.files.reduce((sum, file) => sum + file.findings.length, 0) -
    files.reduce((sum, one) => sum + one.fresh.length, 0);
  const gone = pruned(baseline, files, exists).removed;
  if (gone > 0)
    notices.push(
      `${countText(gone)} of the findings that ${shown} lists ${gone === 1 ? 'is' : 'are'} no longer there: remove ${gone === 1 ? 'it' : 'them'} with --prune-suppressions.`,
    );
  return {
    result: { ...result, files: files.map(({ file, fresh }) => ({ ...file, findings: fresh })), leftOut: left },
    notices,
    gone,
  };
}
