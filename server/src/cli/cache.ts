// Where is what an earlier check found? Reads and writes the file of `--cache`.

import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CACHE_NAME, cacheBytes } from '../host/fact-cache';
import type { CacheOptions } from '../host/load';
import { nodeCachePort, readCache, writeAtomic } from '../host/node-host';
import type { Collected } from './collect';

declare const CLINICAL_CONTENT_BUILD: string;

/** Opens the cache at `location` (a file, or a folder for it); one that is not there yet or says nothing is begun anew. */
export function openCache(cwd: string, location: string | undefined, mayStand: boolean): CacheOptions {
  const named = resolve(cwd, location ?? CACHE_NAME);
  const isFolder = location?.endsWith('/') || isDirectory(named);
  const path = isFolder ? join(named, CACHE_NAME) : named;
  const build = CLINICAL_CONTENT_BUILD;
  return { path, folder: dirname(path), cache: readCache(path), port: nodeCachePort, build, mayStand };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Writes down what the next run may begin with; nothing when that is written already. Returns what went wrong, in one sentence. */
export function saveCache({ path }: CacheOptions, { projects }: Collected): string | undefined {
  if (projects.every((one) => one.isKept)) return undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const bytes = cacheBytes(
      projects.flatMap((one) => one.keep?.() ?? []),
      nodeCachePort,
    );
    writeAtomic(path, bytes);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return `The cache “${path}” could not be written (${code}): choose another place with --cache-location.`;
  }
}
