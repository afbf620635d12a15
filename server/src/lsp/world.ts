// What does the server need of the machine it runs on? Passed in, so that it can run in a browser too.

import type { CachePort, FactCache } from '../host/fact-cache';
import type { Host } from '../host/host';
import type { PathStyle } from '../host/load';

/** Where the command line keeps what it found, and how that is held against the files. */
export interface WorldCache {
  readonly port: CachePort;
  /** Which program this is. */
  readonly build: string;
  /** Path of a folder's cache, and what is in it. */
  open(folder: string): { readonly path: string; readonly cache: FactCache | undefined };
}

export interface World {
  readonly host: Host;
  readonly style: PathStyle;
  /** Today as YYYY-MM-DD. */
  readonly today: () => string;
  /** Undefined where files cannot be read at once; then the texts of all files are held. */
  readonly cache?: WorldCache;
}
