// How do paths combine on this system?

import { dirname, join, relative, sep } from 'node:path';
import type { PathStyle } from './load';

/** The path as it is written below a folder; undefined where that takes more than cutting. Both are absolute. */
function below(folder: string, path: string): string | undefined {
  const isBelow = path.startsWith(folder) && path[folder.length] === sep && !path.includes('..');
  return isBelow ? path.slice(folder.length + 1) : undefined;
}

/** Paths as this system writes them. */
export const STYLE: PathStyle = {
  dirname,
  join,
  relative(folder, path) {
    // Asked for every file, and nearly every one lies below.
    const inside = below(folder, path) ?? relative(folder, path);
    return sep === '/' ? inside : inside.split(sep).join('/');
  },
};
