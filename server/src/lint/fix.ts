// How are fixes applied to a text? Minimal edits, never overlapping; everything else stays byte for byte.

import { overlaps } from '../base/range';
import type { Edit, Fix } from './finding';

/** Applies edits to a text. Edits must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** The fixes that can be applied together, first come first served; a fix that collides with an earlier one waits for the next round. */
export function compatible(fixes: readonly Fix[]): Edit[] {
  const taken: Edit[] = [];
  for (const fix of fixes) {
    const clash = fix.edits.some((edit) =>
      taken.some(
        (other) =>
          overlaps(edit, other) ||
          (edit.start === other.start && edit.end === other.end) ||
          edit.start === other.end ||
          edit.end === other.start,
      ),
    );
    if (!clash) taken.push(...fix.edits);
  }
  return taken;
}
