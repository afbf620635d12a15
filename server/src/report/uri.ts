// How is a path written as an address?

import { wellFormed } from './safe-text';

/** A POSIX path as a relative reference of a URI; one with a drive or from the root becomes an absolute `file:` address. */
export function uriOf(path: string): string {
  const encoded = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
