// Where is what an earlier check found? Reads and writes the file of `--cache`.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type CachePort, cacheBytes, FactCache } from '../host/fact-cache';
import type { CacheOptions } from '../host/load';
import { writeAtomic } from '../host/node-host';
import type { Collected } from './collect';

declare const CLINICAL_CONTENT_BUILD: string;

/** As ESLint's `.eslintcache`: in the folder where the command runs. */
export const CACHE_NAME = '.clinical-content-cache';

function digest(data: string | Uint8Array): string {
  return createHash('sha1').update(data).digest('base64');
}

const PORT: CachePort = {
  stat(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? { size: stats.size, time: stats.mtimeMs } : undefined;
  },
  digest,
  fingerprint(path) {
    try {
      return digest(readFileSync(path));
    } catch {
      return undefined;
    }
  },
  now: () => Date.now(),
};

/** Opens the cache at `location` (a file, or a folder for it); one that is not there yet or says nothing is begun anew. */
export function openCache(cwd: string, location: string | undefined, mayStand: boolean): CacheOptions {
  const named = resolve(cwd, location ?? CACHE_NAME);
  const isFolder = location?.endsWith('/') || isDirectory(named);
  const path = isFolder ? join(named, CACHE_NAME) : named;
  const build = CLINICAL_CONTENT_BUILD;
  return { path, folder: dirname(path), cache: readCache(path), port: PORT, build, mayStand };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readCache(path: string): FactCache | undefined {
  try {
    return FactCache.read(readFileSync(path), PORT);
  } catch {
    return undefined;
  }
}

/** Writes down what the next run may begin with; nothing when that is written already. Returns what went wrong, in one sentence. */
export function saveCache({ path }: CacheOptions, { projects }: Collected): string | undefined {
  if (projects.every((one) => one.isKept)) return undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const bytes = cacheBytes(
      projects.flatMap((one) => one.keep?.() ?? []),
      PORT,
    );
    writeAtomic(path, bytes);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return `The cache “${path}” could not be written (${code}): choose another place with --cache-location.`;
  }
}
