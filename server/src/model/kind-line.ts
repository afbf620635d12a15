// Which kind does the `kind:` line of a text name? Read from the text alone, before or without a tree.

import { beginAlike, differInOnePlace } from '../base/near-miss';
import type { KindRegistry } from '../schema/registry';

const KIND_LINE = /^kind\s*:\s*["']?([\w-]+)["']?\s*(?:#.*)?$/gm;
/** `kind: conditon`: a near miss of one of the kinds. */
const NEAR_KIND = /^kind\s*:\s*["']?([a-z]+(?:-[a-z]+)*)["']?\s*(?:#.*)?$/m;

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

/** Whether the text is a record whose kind is misspelt: its first `kind:` nearly names one, and it has an id. */
export function namesNearRecord(text: string, kinds: KindRegistry): boolean {
  const kind = NEAR_KIND.exec(text)?.[1];
  return kind !== undefined && /^id\s*:/m.test(text) && kinds.records.some(({ name }) => isNearMiss(kind, name));
}

/** One slip. Of a short name many words are one slip away, of “cell” “call” and “cel”: there it must come behind the third letter. */
function isNearMiss(written: string, name: string): boolean {
  const isShort = name.length < 6;
  if (isShort && (written.length < name.length || !beginAlike(written, name, 3))) return false;
  return differInOnePlace(written, name);
}
