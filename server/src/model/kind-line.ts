// Which kind does the `kind:` line of a text name? Read from the text alone, before or without a tree.

import type { KindRegistry } from '../schema/registry';

const KIND_LINE = /^kind\s*:\s*["']?([\w-]+)["']?\s*(?:#.*)?$/gm;

/** The first kind of record that a line of the text names. */
export function recordKindIn(text: string, kinds: KindRegistry): string | undefined {
  KIND_LINE.lastIndex = 0;
  for (let match = KIND_LINE.exec(text); match; match = KIND_LINE.exec(text)) {
    const kind = kinds.recordNamed(match[1]);
    if (kind) return kind.name;
    // Blanks behind `kind:` may reach to another line of this sort.
    KIND_LINE.lastIndex = match.index + 1;
  }
  return undefined;
}
