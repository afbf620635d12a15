// How does text stand in Markdown as it is, without becoming markup, a link or a call to somebody?

import { plainText } from './safe-text';

/**
 * Text for a heading or a cell of a table. Signs of markup are escaped; `@` and `$` stand in an element of their own,
 * so that no service takes “@smith” for one of its users, or “$” for a formula.
 */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>~&#!{}]/g, '\\$&')
    .replaceAll('|', '&#124;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/[@$]/g, '<span>$&</span>');
}
