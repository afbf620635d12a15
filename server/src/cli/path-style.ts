// How do paths combine on this system?

import { dirname, join, relative, sep } from 'node:path';
import type { PathStyle } from '../host/load';

export const STYLE: PathStyle = {
  dirname,
  join,
  relative: (folder, path) => relative(folder, path).split(sep).join('/'),
};
