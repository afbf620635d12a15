// In which formats are findings wanted, and where does each go?

import { normalize } from 'node:path';
import { nearestOf } from '../../base/near-miss';
import { FORMAT_TABLE, type Format } from '../../report/format-table';
import { UsageError } from '../usage-error';

export interface Destination {
  readonly format: Format;
  /** As it was written; undefined for standard output. */
  readonly file: string | undefined;
}

interface WantedFormats {
  /** `NAME` or `NAME:FILE`, as written. */
  readonly formats: readonly string[];
  readonly outputFile: string | undefined;
  /** Whether something else is printed already. */
  readonly printsChanges: boolean;
}

function formatOf(name: string): Format {
  const names = FORMAT_TABLE.map((one) => one.name);
  const found = FORMAT_TABLE.find((one) => one.name === name);
  if (found) return found;
  const near = nearestOf(name, names);
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
  throw new UsageError(`There is no format “${name}”.${hint} Choose one of: ${names.join(', ')}.`);
}

function destinationOf(written: string): Destination {
  const colon = written.indexOf(':');
  if (colon < 0) return { format: formatOf(written), file: undefined };
  const format = formatOf(written.slice(0, colon));
  const file = written.slice(colon + 1);
  if (file === '')
    throw new UsageError(
      `--format ${written} names no file. Write the name straight behind the colon, or leave the colon out to print ${format.name}.`,
    );
  return { format, file: file === '-' ? undefined : file };
}

/** Where findings go: at most one format to standard output, any number to files. @throws UsageError */
export function destinationsOf({ formats, outputFile, printsChanges }: WantedFormats): Destination[] {
  const wanted = formats.map(destinationOf);
  const printed = wanted.filter(({ file }) => file === undefined);
  const [first, second] = printed;
  if (first && second)
    throw new UsageError(
      `Two formats cannot be printed at once: ${first.format.name} and ${second.format.name}. Give one of them a file, as in --format ${second.format.name}:FILE.`,
    );
  const target = outputFile === '-' ? undefined : outputFile;
  if (target !== undefined && wanted.length > 0 && !first)
    throw new UsageError(
      `--output-file takes what would be printed, and every format here has a file of its own. Leave out --output-file ${target}.`,
    );
  if (target === undefined && printsChanges && first)
    throw new UsageError(
      `--fix-dry-run prints the changes. Give the findings a file, as in --format ${first.format.name}:FILE.`,
    );
  const all = wanted.map((one) => (one === first ? { ...one, file: target } : one));
  if (wanted.length === 0 && (target !== undefined || !printsChanges))
    all.push({ format: formatOf('stylish'), file: target });
  const files = all.flatMap(({ file }) => (file === undefined ? [] : normalize(file)));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`Two formats cannot be written to one file, “${twice}”. Give each a file of its own.`);
  return all;
}
