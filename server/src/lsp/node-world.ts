// Which world is it on a desktop? The real file system, through the one port to it.

import { dirname, join, relative, sep } from 'node:path';
import { CACHE_NAME } from '../host/fact-cache';
import { nodeCachePort, readCache } from '../host/node-cache';
import { nodeHost } from '../host/node-host';
import type { World } from './world';

declare const CLINICAL_CONTENT_BUILD: string;

export const nodeWorld: World = {
  host: nodeHost,
  style: { dirname, join, relative: (folder, path) => relative(folder, path).split(sep).join('/') },
  today: () => new Date().toISOString().slice(0, 10),
  cache: {
    port: nodeCachePort,
    build: CLINICAL_CONTENT_BUILD,
    open(folder) {
      const path = join(folder, CACHE_NAME);
      return { path, cache: readCache(path) };
    },
  },
};
