// Which findings has an author switched off, where, and why? `clinical-content-disable-next-line RULE[, RULE] -- reason` in comments.

import { LineIndex } from '../base/line-index';
import type { Range } from '../base/range';
import type { Comment } from '../syntax/problem';
import type { Suppression } from './facts';

const DIRECTIVE = /clinical-content-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;

/** Rule ids of a directive with their ranges in the file. */
function rulesIn(text: string, offset: number): { id: string; range: Range }[] {
  return [...text.matchAll(/[\w-]+/g)].map((match) => ({
    id: match[0],
    range: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/** Suppressions in the comments of one file, with the stretch of text on which each works. */
export function suppressionsOf(text: string, comments: readonly Comment[]): Suppression[] {
  if (!text.includes('clinical-content-')) return [];
  const lines = new LineIndex(text);
  const found: Suppression[] = [];
  const open: { index: number; ids: ReadonlySet<string> }[] = [];
  for (const comment of comments) {
    const written = text.slice(comment.start, comment.end);
    const directive = DIRECTIVE.exec(written);
    if (!directive) continue;
    const after = directive.index + directive[0].length;
    const tail = written.slice(after).replace(/-->\s*$/, '');
    const dashes = /\s--(?:\s|$)/.exec(tail);
    const names = dashes ? tail.slice(0, dashes.index) : tail;
    const reason = dashes ? tail.slice(dashes.index + dashes[0].length).trim() : '';
    const rules = rulesIn(names, comment.start + after);
    if (directive[1] === 'enable') {
      closeBlocks(found, open, new Set(rules.map((rule) => rule.id)), comment.start);
      continue;
    }
    const form = FORMS[directive[1] as keyof typeof FORMS];
    if (form === 'block') open.push({ index: found.length, ids: new Set(rules.map((rule) => rule.id)) });
    found.push({
      start: comment.start,
      end: comment.end,
      form,
      rules,
      reason,
      scope: scopeOf(form, comment, lines, text.length),
    });
  }
  return found;
}

const FORMS = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  'disable-file': 'file',
  disable: 'block',
} as const;

function scopeOf(form: Suppression['form'], comment: Range, lines: LineIndex, length: number): Range {
  if (form === 'file') return { start: 0, end: length };
  if (form === 'block') return { start: comment.end, end: length };
  const line = form === 'line' ? lines.position(comment.start).line : lines.position(comment.end).line + 1;
  return lines.lineRange(line);
}

/** `enable` ends the open blocks it names, or all of them. */
function closeBlocks(
  found: Suppression[],
  open: { index: number; ids: ReadonlySet<string> }[],
  ids: ReadonlySet<string>,
  at: number,
): void {
  for (const block of [...open]) {
    const named = ids.size === 0 || [...block.ids].some((id) => ids.has(id));
    const suppression = found[block.index];
    if (!named || !suppression) continue;
    found[block.index] = { ...suppression, scope: { start: suppression.scope.start, end: at } };
    open.splice(open.indexOf(block), 1);
  }
}
