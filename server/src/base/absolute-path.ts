// Which absolute path lies below which folder? No file system is touched.

/**
 * Whether a path lies below a folder, at any depth. Roots such as `/` and `C:\` end with the separator that other folders lack. A
 * backslash separates nothing where paths begin with a slash: there it may stand in a name.
 */
export function isInside(folder: string, path: string): boolean {
  if (!path.startsWith(folder) || path.length === folder.length) return false;
  return isSeparator(folder, folder.at(-1)) || isSeparator(folder, path[folder.length]);
}

function isSeparator(folder: string, letter: string | undefined): boolean {
  return letter === '/' || (letter === '\\' && !folder.startsWith('/'));
}
