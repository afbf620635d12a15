// Which world is it on a desktop? The real file system, through the one port to it.

import { join } from 'node:path';
import { today } from '../base/date';
import { CACHE_NAME } from '../host/fact-cache';
import { nodeCachePort, readCache } from '../host/node-cache';
import { nodeHost } from '../host/node-host';
import { STYLE } from '../host/node-path';
import type { World } from './world';

declare const CLINICAL_CONTENT_BUILD: string;

export const nodeWorld: World = {
  host: nodeHost,
  style: STYLE,
  today,
  cache: {
    port: nodeCachePort,
    build: CLINICAL_CONTENT_BUILD,
    open(folder) {
      const path = join(folder, CACHE_NAME);
      return { path, cache: readCache(path) };
    },
  },
};
