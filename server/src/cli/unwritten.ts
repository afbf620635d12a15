// What is to be said when files could not be written: what became of them, and what to do?

import { relative } from 'node:path';
import { WriteFailure } from '../host/file-set';
import { UsageError } from './usage-error';

function advice(code: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'Make room on the disk, and try again.';
  if (code === 'EROFS') return 'The disk can only be read.';
  if (code === 'EEXIST') return 'There is such a file already.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY')
    return 'See whether another program has it open, and what its folder’s permissions are.';
  return 'See whether there is room on the disk.';
}

/**
 * The mistake in the words of a person; `nothing` says what did not happen, such as “Nothing was changed”. What is no failure to
 * write is thrown on.
 */
export function unwritten(error: unknown, cwd: string, nothing: string): UsageError {
  if (!(error instanceof WriteFailure)) throw error;
  const shown = (path: string) => `“${relative(cwd, path)}”`;
  const why = `${shown(error.path)} could not be written (the system says ${error.code}).`;
  const rest = error.unrestored.map(({ path, oldText }) =>
    oldText === undefined
      ? `${shown(path)} is new and could not be taken away again: remove it.`
      : `${shown(path)} has its new text, and could not be given the old one again, which is in ${shown(oldText)}.`,
  );
  const leftOver = error.leftOver.map((path) => `${shown(path)} is left over: remove it.`);
  const lead = rest.length === 0 ? nothing : 'Not everything could be taken back';
  return new UsageError([`${lead}: ${why}`, advice(error.code), ...rest, ...leftOver].join(' '));
}
