// Where does a command's result go when a file is named? The whole of it, or nothing.

import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeAtomic } from '../host/node-host';
import { UsageError } from './usage-error';

/** Writes a result to the file that a person named. @throws UsageError when that cannot be done */
export function writeOutput(cwd: string, written: string, text: string): void {
  const path = resolve(cwd, written);
  try {
    // A pipe or a device is written to; putting a new file in its place would take it away from whoever reads it.
    if (isSpecial(path)) writeFileSync(path, text);
    else writeAtomic(path, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'its folder does not exist'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `the system says ${code}`;
    throw new UsageError(`“${written}” cannot be written: ${why}.`);
  }
}

/** Also a folder: writing to it says what is wrong. */
function isSpecial(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}
