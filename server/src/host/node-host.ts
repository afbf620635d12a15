// The port to a real file system: list, read, write. The only file of the core that knows Node.

import { createHash, hash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import ignore, { type Ignore } from 'ignore';
import { type CachePort, FactCache } from './fact-cache';
import type { Host, ReadResult } from './host';

/** Larger files are no articles; reading them would stall an editor. */
const LARGEST = 64 * 1024 * 1024;

/** What stands in the way of reading something that is there: its kind, or its size; undefined for a file that can be read. */
export function unreadable(stats: Stats): string | undefined {
  if (stats.isDirectory()) return 'is a folder, not a file';
  if (!stats.isFile()) return 'is not a file that can be read';
  return stats.size > LARGEST ? `is larger than ${LARGEST / 1024 / 1024} MB and was not read` : undefined;
}

/** Longer than this nobody waits for a turn while folders are listed. */
const SLICE_MS = 8;
const NEVER = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode-host', '__pycache__', '.venv']);

interface Scope {
  readonly folder: string;
  readonly rules: Ignore;
}

function isIgnored(path: string, isFolder: boolean, scopes: readonly Scope[]): boolean {
  for (let i = scopes.length - 1; i >= 0; i--) {
    const scope = scopes[i] as Scope;
    const relative = path.slice(scope.folder.length + 1).replaceAll('\\', '/');
    if (relative === '') continue;
    const verdict = scope.rules.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** Files below a folder, .gitignore honoured. Links to what lies below the root anyway are left out, others followed once. */
function* listFolder(
  folder: string,
  scopes: readonly Scope[],
  seen: Set<string>,
  out: string[],
  unreadable: (folder: string) => void,
): Generator<void> {
  let entries: { name: string; isFolder: boolean }[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (!entry.isSymbolicLink()) {
        // Pipes, sockets and devices hold no articles, and reading one may never end.
        return entry.isDirectory() || entry.isFile() ? [{ name: entry.name, isFolder: entry.isDirectory() }] : [];
      }
      const target = linkTarget(join(folder, entry.name), seen);
      return target ? [{ name: entry.name, isFolder: target.isFolder }] : [];
    });
  } catch {
    unreadable(folder);
    return;
  }
  const own = entries.some((entry) => entry.name === '.gitignore')
    ? [...scopes, { folder, rules: ignore().add(textOrNothing(join(folder, '.gitignore'))) }]
    : scopes;
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isFolder } of entries) {
    const path = folder.endsWith(sep) ? folder + name : folder + sep + name;
    if (NEVER.has(name) || isIgnored(path, isFolder, own)) continue;
    if (isFolder) yield* listFolder(path, own, seen, out, unreadable);
    else out.push(path);
  }
  yield;
}

/** What a link leads to, or undefined when it leads nowhere new. `seen` begins with the root's real path. */
function linkTarget(path: string, seen: Set<string>): { isFolder: boolean } | undefined {
  try {
    const real = realpathSync(path);
    const [root = ''] = seen;
    if (real === root || real.startsWith(root + sep) || seen.has(real)) return undefined;
    seen.add(real);
    const { isFolder, isFile } = kindOf(real);
    return isFolder || isFile ? { isFolder } : undefined;
  } catch {
    return undefined;
  }
}

function kindOf(path: string): { isFolder: boolean; isFile: boolean } {
  const stats = statSync(path);
  return { isFolder: stats.isDirectory(), isFile: stats.isFile() };
}

function textOrNothing(path: string): string {
  try {
    return kindOf(path).isFile ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Text of bytes: UTF-8, or UTF-16 with a byte-order mark. A mark stays in the text, so that offsets are the file's. */
export function decode(bytes: Uint8Array): { text: string; writable: boolean } {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes), writable: false };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text, writable: !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes) };
}

export const nodeHost: Host = {
  async list(folder, unreadable = () => {}) {
    const out: string[] = [];
    let seen: Set<string>;
    try {
      seen = new Set([realpathSync(folder)]);
    } catch {
      return [];
    }
    let since = performance.now();
    for (const _ of listFolder(folder, [], seen, out, unreadable)) {
      if (performance.now() - since < SLICE_MS) continue;
      await pause();
      since = performance.now();
    }
    return out;
  },
  async lists(folder, path) {
    const parts = relative(folder, path).split(sep);
    if (parts[0] === '..' || parts[0] === '' || isAbsolute(parts[0] ?? '')) return false;
    const scopes: Scope[] = [];
    let at = folder;
    for (const [index, name] of parts.entries()) {
      const file = join(at, '.gitignore');
      if (existsSync(file)) scopes.push({ folder: at, rules: ignore().add(textOrNothing(file)) });
      at = join(at, name);
      if (NEVER.has(name) || isIgnored(at, index < parts.length - 1, scopes)) return false;
    }
    return true;
  },
  async read(path): Promise<ReadResult> {
    try {
      const problem = unreadable(statSync(path));
      if (problem !== undefined) return { problem };
      // Nearly every file is UTF-8, which Node reads quickest as text; only where a character was lost are the bytes looked at.
      const text = readFileSync(path, 'utf8');
      return text.includes('\ufffd') ? decode(readFileSync(path)) : { text, writable: true };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Bytes of a name that are no UTF-8 are lost when the folder is listed, and nothing is found under what is left.
      if (code === 'ENOENT' && path.includes('\ufffd'))
        return { problem: 'could not be read: its name is not in UTF-8, so give it another name' };
      if (code === 'ENOENT') return { problem: 'does not exist' };
      if (code === 'EACCES' || code === 'EPERM') return { problem: 'may not be read: check its permissions' };
      return { problem: `could not be read (${code ?? String(error)})` };
    }
  },
  async exists(path) {
    return existsSync(path);
  },
  readNow(path) {
    try {
      return decode(readFileSync(path)).text;
    } catch {
      return undefined;
    }
  },
};

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

/** In one call where Node has it, from 20.12 on: a hash object for each of many small files takes as long as hashing it. */
const digest: CachePort['digest'] =
  typeof hash === 'function'
    ? (data) => hash('sha1', data, 'base64')
    : (data) => createHash('sha1').update(data).digest('base64');

/** Room for the bytes of nearly every file, used again for the next one. */
const ROOM = 1 << 18;
let room: Buffer | undefined;

/** The bytes of a file, valid until the next call; `size` is what it had a moment ago. */
function bytesOf(path: string, size: number): Uint8Array {
  if (size >= ROOM) return readFileSync(path);
  room ??= Buffer.allocUnsafe(ROOM);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < ROOM; length += read)
      read = readSync(file, room, length, ROOM - length, null);
    // It has grown meanwhile.
    return length === ROOM ? readFileSync(path) : room.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** What a cache needs of the machine. */
export const nodeCachePort: CachePort = {
  stat(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? { size: stats.size, time: stats.mtimeMs, changed: stats.ctimeMs } : undefined;
  },
  digest,
  fingerprint(path, size) {
    try {
      return digest(bytesOf(path, size));
    } catch {
      return undefined;
    }
  },
  now: () => Date.now(),
};

/** The cache in a file; undefined where there is none, or none that can be used. */
export function readCache(path: string): FactCache | undefined {
  try {
    return FactCache.read(readFileSync(path), nodeCachePort);
  } catch {
    return undefined;
  }
}
