// Which files hold what is not to be published, drafts and templates? Told by habits of naming.

/** Names of folders, with or without a mark in front, as site generators have them. */
const FOLDER = /^(?:[_.]?(?:drafts?|templates?|archetypes)|\.github)$/i;
/** Signs that mean something in a pattern. */
const SPECIAL = /[*?[\]{}()!\\]/;

/** The pattern under `ignore` that would leave a file out, with others of its kind; undefined for a file like any other. */
export function asidePattern(path: string): string | undefined {
  const parts = path.split('/');
  const at = parts.slice(0, -1).findIndex((name) => FOLDER.test(name));
  const folder = parts.slice(0, at + 1).join('/');
  if (at >= 0) return SPECIAL.test(folder) ? undefined : `${folder}/**`;
  const name = parts.at(-1) ?? '';
  const ending = /(?:\.|-|_)(draft|template)(\.[a-z]+)$/i.exec(name);
  if (ending) return `*${ending[0]}`;
  return /^_?template\.[a-z]+$/i.test(name) && !SPECIAL.test(name) ? name : undefined;
}
