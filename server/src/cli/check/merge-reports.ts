// `clinical-content merge-reports`: one report of the shares that several machines checked.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BlobProblem, blobEnding, merged, mistakeIn, readBlob } from '../../report/blob';
import type { Result } from '../../report/result';
import { isFolder } from '../asked';
import { type CommandSpec, HELP_OPTION, parseOptions } from '../command';
import { expectWritable } from '../output';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { errorsOf } from './check-result';
import { destinationsOf } from './destination';
import { CHECK, colourWish, maxWarningsOf } from './options';
import { exitCodeOf, print } from './print';

const {
  format,
  'output-file': outputFile,
  quiet,
  'max-warnings': maxWarnings,
  color,
  'no-color': noColor,
} = CHECK.options;

export const MERGE_REPORTS = {
  name: 'merge-reports',
  summary: 'Make one report of what several machines checked',
  usage: 'PATH... [options]',
  operands: 'paths',
  about: [
    'Makes one report of what several runs of check --shard found, in any format, and ends as one check of everything would.',
    `A PATH is a file that check wrote with --format blob:FILE, or a folder with such files, whose names end in ${blobEnding}.`,
    `On the second of five machines, run “check --shard 2/5 --format blob:shares/2${blobEnding}”.`,
  ],
  options: {
    format,
    'output-file': outputFile,
    quiet,
    'max-warnings': maxWarnings,
    color,
    'no-color': noColor,
    ...HELP_OPTION,
  },
  examples: [
    { line: 'merge-reports shares', help: 'All that check --format blob wrote into a folder' },
    { line: 'merge-reports shares --format sarif:findings.sarif', help: 'The same as SARIF, in a file' },
  ],
  exitCodes: [
    ['0', 'There are no errors.'],
    ['1', 'There are errors, or more warnings than --max-warnings allows.'],
    ['2', 'A file could not be read, now or by one of the checks.'],
  ],
} as const satisfies CommandSpec;

/** The files that a path names. @throws UsageError */
function filesOf(written: string, cwd: string): string[] {
  const path = resolve(cwd, written);
  const folder = isFolder(path);
  if (folder === undefined) throw new UsageError(`There is no file or folder “${written}”. Check the path.`);
  if (!folder) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith(blobEnding));
  if (names.length === 0)
    throw new UsageError(
      `There is no file in “${written}” whose name ends in ${blobEnding}. Write them there with check --format blob:FILE.`,
    );
  return names.sort().map((name) => join(path, name));
}

function read(path: string): Result {
  try {
    return readBlob(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof BlobProblem) throw new UsageError(`“${path}” ${error.message}.`);
    throw new UsageError(`“${path}” cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Runs `merge-reports` and returns the exit code. @throws UsageError */
export function mergeReports(argv: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parseOptions(MERGE_REPORTS, argv);
  if (positionals.length === 0) throw new UsageError('Name the files to merge, or the folder in which they are.');
  const formats = values.format ?? [];
  const destinations = destinationsOf({ formats, outputFile: values['output-file'], printsChanges: false });
  for (const { file } of destinations) if (file !== undefined) expectWritable(terminal.cwd, file);
  const [first, ...rest] = positionals.flatMap((one) => filesOf(one, terminal.cwd)).map(read);
  if (!first) throw new UsageError('There is nothing to merge.');
  const mistake = mistakeIn([first, ...rest]);
  if (mistake !== undefined) throw new UsageError(`These files do not make one report. ${mistake}`);
  const result = merged([first, ...rest]);
  print(values.quiet ? errorsOf(result) : result, destinations, { color: colourWish(values) }, terminal);
  return exitCodeOf(result, { maxWarnings: maxWarningsOf(values['max-warnings']) });
}
