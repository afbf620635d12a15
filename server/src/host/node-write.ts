// How does a file get its new text, so that a crash leaves the old one or the new one?

import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that a crash leaves either the old text or the new one; keeps its permissions and follows links to the file
 * itself. A file that is not there yet is made.
 */
export function writeAtomic(path: string, text: string | Uint8Array): void {
  const target = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    writeFileSync(temporary, text, { ...(mode !== undefined && { mode }), flag: 'wx', flush: true });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes several files: all of them, or none. Each is first written whole beside its place, which is where a full disk shows. */
export function writeAllAtomic(files: ReadonlyMap<string, string>): void {
  const written: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const [path, text] of files) {
      const target = realpathSync(path);
      const temporary = join(dirname(target), `.${randomBytes(6).toString('hex')}.tmp`);
      written.push({ temporary, target });
      writeFileSync(temporary, text, { mode: statSync(target).mode, flag: 'wx', flush: true });
    }
    for (const { temporary, target } of written) renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes over some files and makes others that must not be there yet: all of them, or none. @throws with code EEXIST when one of
 * the new ones is there after all
 */
export function writeAllWithNew(files: ReadonlyMap<string, string>, created: ReadonlyMap<string, string>): void {
  const made: string[] = [];
  try {
    for (const [path, text] of created) {
      createAtomic(path, text);
      made.push(path);
    }
    writeAllAtomic(files);
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
}

/** Writes a file that must not be there yet, whole or not at all. @throws with code EEXIST when it is there after all */
export function createAtomic(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', flush: true });
    // A link is made only where nothing is; a new name for a file would replace what is there.
    linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
