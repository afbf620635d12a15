// Where is what an earlier check found? Reads and writes the file of `--cache`.

import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CACHE_NAME, cacheBytes, isCacheOfAnyKind } from '../../host/fact-cache';
import type { CacheOptions } from '../../host/load';
import { nodeCachePort, readCache } from '../../host/node-cache';
import { trackedByGit } from '../../host/node-git';
import { isThere } from '../../host/node-link';
import { STYLE } from '../../host/node-path';
import { writeAtomic } from '../../host/node-write';
import type { Collected } from '../collect';
import { UsageError } from '../usage-error';

declare const CLINICAL_CONTENT_BUILD: string;

/** A cache that may be used, or why it is neither read nor written: one sentence. */
type OpenedCache = { readonly cached: CacheOptions } | { readonly refusal: string };

/**
 * Opens the cache at `location` (a file, or a folder for it); one that is not there yet or says nothing is begun anew.
 * @throws UsageError when something else is there
 */
export function openCache(cwd: string, location: string | undefined, mayStand: boolean): OpenedCache {
  const named = resolve(cwd, location ?? CACHE_NAME);
  const isFolder = location?.endsWith('/') || isDirectory(named);
  const path = isFolder ? join(named, CACHE_NAME) : named;
  if (basename(path) !== CACHE_NAME && holdsSomethingElse(path))
    throw new UsageError(
      `“${location}” is there already and is no cache. Name another file with --cache-location; this one stays as it is.`,
    );
  const build = CLINICAL_CONTENT_BUILD;
  const cache = readCache(path);
  const refusal = cache || !isThere(path) ? undefined : refusalOf(path, STYLE.relative(cwd, path));
  if (refusal !== undefined) return { refusal };
  return { cached: { path, folder: dirname(path), cache, port: nodeCachePort, build, mayStand } };
}

/** Why the cache in a file is not used, whatever it holds; undefined when it may be. */
function refusalOf(path: string, shown: string): string | undefined {
  switch (trackedByGit(path)) {
    case 'tracked':
      return `The cache ${shown} was not used, for Git keeps it, and whoever changes the repository could change what it says. Take it out with “git rm --cached ${shown}”, and name it in .gitignore.`;
    case 'unknown':
      return `The cache ${shown} was not used, for Git could not be asked whether it keeps it. Put the cache outside the repository with --cache-location.`;
    default:
      return undefined;
  }
}

function holdsSomethingElse(path: string): boolean {
  try {
    const bytes = readFileSync(path);
    return bytes.length > 0 && !isCacheOfAnyKind(bytes);
  } catch {
    return false;
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Writes down what the next run may begin with; nothing when that is written already. `staysNew` says that all files will be new to
 * the disk next time as well, as in CI: their times are not worth writing. Returns what went wrong, in one sentence.
 */
export function saveCache({ path }: CacheOptions, { projects }: Collected, staysNew: boolean): string | undefined {
  if (projects.every((one) => one.isKept || (staysNew && one.standing))) return undefined;
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
