// How do files get their new texts on a real file system, so that a crash leaves the old one or the new one?

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type FileOperations, type FileStats, type FileToWrite, writeSet } from './file-set';
import { inRoot } from './node-link';
import { holdingSignals } from './node-signal';

function create(path: string, bytes: string | Uint8Array, like?: FileStats): void {
  // Nobody else reads it until its rights are those of the file whose place it takes.
  const file = openSync(path, 'wx', like === undefined ? 0o666 : 0o600);
  let isWhole = false;
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
    isWhole = true;
  } finally {
    closeSync(file);
    if (!isWhole) rmSync(path, { force: true });
  }
  if (like) makeLike(path, like);
}

/** Gives a file the mode and, as far as the system lets us, the owner and group of another one. */
function makeLike(path: string, { mode, uid, gid }: FileStats): void {
  const own = statSync(path);
  for (const [user, group] of [
    [own.uid, gid],
    [uid, gid],
  ] as const) {
    try {
      if (own.uid !== user || own.gid !== group) chownSync(path, user, group);
    } catch {
      // Only an administrator may give a file to somebody else.
    }
  }
  // The mode that is asked for when a file is made loses what the system takes from new files.
  chmodSync(path, mode & 0o7777);
}

const waiting = new Int32Array(new SharedArrayBuffer(4));

const NODE_FILES: FileOperations = {
  stat: (path) => statSync(path, { throwIfNoEntry: false }),
  real: (path) => realpathSync(path),
  // The name tells whose it is, should it ever stay.
  beside: (path) => `${path}.${randomBytes(6).toString('hex')}.tmp`,
  create,
  copy: (from, to) => create(to, readFileSync(from), statSync(from)),
  link: linkSync,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  wait: (milliseconds) => void Atomics.wait(waiting, 0, 0, milliseconds),
};

/**
 * Writes all of the files, or none; a signal to end waits until that is done. Modes are kept, and links are followed to the file
 * itself. A file with several names gets its new text under the one that was asked for; the others keep the old text.
 * @throws WriteFailure
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  holdingSignals(() => writeSet(files, NODE_FILES));
}

/** Writes one file, whole or not at all. One that is not there yet is made. @throws WriteFailure */
export function writeAtomic(path: string, text: string | Uint8Array): void {
  writeFiles([{ path, text, over: 'either' }]);
}

/** Writes a file that must not be there yet, whole or not at all. @throws WriteFailure with code EEXIST when it is there after all */
export function createAtomic(path: string, text: string): void {
  writeFiles([{ path, text, over: 'nothing' }]);
}

/** Why a file of the project at `root` may not be written over; undefined when it may. */
export function protectionOf(root: string, path: string): string | undefined {
  if (inRoot(root, path) === undefined) return 'it is a link to a file outside this project';
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return 'it is gone';
  return (mode & 0o200) === 0 ? 'it is protected against writing' : undefined;
}
