// Where does a command's result go when a file is named? The whole of it, or nothing.

import { type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { writeAtomic } from '../host/node-write';
import { UsageError } from './usage-error';

/** Says early what would stand in the way of writing a file. @throws UsageError */
export function expectWritable(cwd: string, written: string): void {
  const path = resolve(cwd, written);
  if (statsOf(path)?.isDirectory()) throw failure(written, 'EISDIR');
  if (!statsOf(dirname(path))?.isDirectory()) throw failure(written, 'ENOENT');
}

/** Undefined where nothing is, or nothing can be. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Writes a result to the file that a person named. @throws UsageError when that cannot be done */
export function writeOutput(cwd: string, written: string, text: string): void {
  const path = resolve(cwd, written);
  try {
    // A pipe or a device is written to; putting a new file in its place would take it away from whoever reads it.
    if (isSpecial(path)) writeFileSync(path, text);
    else writeAtomic(path, text);
  } catch (error) {
    throw failure(written, (error as NodeJS.ErrnoException).code);
  }
}

function failure(written: string, code: string | undefined): UsageError {
  const why =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'its folder does not exist'
      : code === 'EISDIR'
        ? 'it is a folder'
        : `the system says ${code}`;
  return new UsageError(`“${written}” cannot be written: ${why}.`);
}

/** Also a folder: writing to it says what is wrong. */
function isSpecial(path: string): boolean {
  return statsOf(path)?.isFile() === false;
}
