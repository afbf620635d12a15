// Where does a path lead through links? Inside a root each file has one name, and what lies outside is no part of it.

import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isInside } from '../base/absolute-path';

/** Where a path leads through links, also one of a file that is yet to be made. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** The path under which a root knows what a path leads to; undefined for what lies outside. */
export function inRoot(root: string, path: string): string | undefined {
  const top = realPath(root);
  const real = realPath(path);
  return top === real || isInside(top, real) ? join(root, relative(top, real)) : undefined;
}

/** Whether there is a link on the way from a folder to a path below it. */
export function passesLink(folder: string, path: string): boolean {
  for (let at = path; at.length > folder.length && at !== dirname(at); at = dirname(at)) if (isLink(at)) return true;
  return false;
}

/** Whether anything stands at a path, be it a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether a link stands at a path. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
