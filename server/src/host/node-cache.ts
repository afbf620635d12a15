// What does a cache need of a real machine: times, fingerprints, and the file it is in?

import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { type CachePort, FactCache } from './fact-cache';
import { trackedByGit } from './node-git';

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

/**
 * The cache in a file; undefined where there is none, or none that can be used. One that Git keeps may be anybody's, and could say of
 * any text that nothing is wrong with it.
 */
export function readCache(path: string): FactCache | undefined {
  try {
    const cache = FactCache.read(readFileSync(path), nodeCachePort);
    return cache && trackedByGit(path) === 'untracked' ? cache : undefined;
  } catch {
    return undefined;
  }
}
