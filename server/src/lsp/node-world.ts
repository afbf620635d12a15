// Which world is it on a desktop? The real file system, through the one port to it.

import { dirname, join, relative, sep } from 'node:path';
import { nodeHost } from '../host/node-host';
import type { World } from './world';

export const nodeWorld: World = {
  host: nodeHost,
  style: { dirname, join, relative: (folder, path) => relative(folder, path).split(sep).join('/') },
  today: () => new Date().toISOString().slice(0, 10),
};
