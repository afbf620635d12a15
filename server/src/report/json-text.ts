// How are values written for other programs? As JSON that every reader takes, strict ones too.

import { wellFormed } from './safe-text';

/** JSON with indents and a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, (_, one) => (typeof one === 'string' ? wellFormed(one) : one), 2)}\n`;
}
