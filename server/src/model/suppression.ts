// Which findings has an author switched off, where, and why? `clinical-content-disable-next-line RULE[, RULE] until DATE -- reason`.

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

const UNTIL = /(?:^|\s)until(?:\s+(\S*)|$)/;

/** The day up to which a directive works, and the checks that it names on either side of that. */
function untilIn(names: string, offset: number): Pick<Suppression, 'rules' | 'until'> {
  const found = UNTIL.exec(names);
  if (!found) return { rules: rulesIn(names, offset), until: undefined };
  const date = found[1] ?? '';
  const behind = found.index + found[0].length;
  const end = offset + behind;
  const rules = [...rulesIn(names.slice(0, found.index), offset), ...rulesIn(names.slice(behind), end)];
  return { rules, until: { date, start: end - date.length, end } };
}

/** Suppressions in the comments of one file, with the stretch of text on which each works. */
export function suppressionsOf(text: string, comments: readonly Comment[]): Suppression[] {
  if (comments.length === 0 || !text.includes('clinical-content-')) return [];
  const lines = new LineIndex(text);
  const found: Suppression[] = [];
  const open = new OpenBlocks();
  for (const comment of comments) {
    const written = text.slice(comment.start, comment.end);
    const directive = DIRECTIVE.exec(written);
    if (!directive) continue;
    const after = directive.index + directive[0].length;
    const tail = written.slice(after).replace(/-->\s*$/, '');
    const dashes = /\s--(?:\s|$)/.exec(tail);
    const names = dashes ? tail.slice(0, dashes.index) : tail;
    const reason = dashes ? tail.slice(dashes.index + dashes[0].length).trim() : '';
    const { rules, until } = untilIn(names, comment.start + after);
    if (directive[1] === 'enable') {
      for (const index of open.close(rules.map((rule) => rule.id))) {
        const one = found[index] as Suppression;
        found[index] = { ...one, scope: { start: one.scope.start, end: comment.start } };
      }
      continue;
    }
    const form = FORMS[directive[1] as keyof typeof FORMS];
    if (form === 'block')
      open.add(
        found.length,
        rules.map((rule) => rule.id),
      );
    found.push({
      start: comment.start,
      end: comment.end,
      form,
      rules,
      reason,
      until,
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

/** Blocks that no `enable` has ended yet, by the rules they name. */
class OpenBlocks {
  readonly #open = new Set<number>();
  readonly #byRule = new Map<string, number[]>();

  add(index: number, ids: readonly string[]): void {
    this.#open.add(index);
    for (const id of ids) {
      const list = this.#byRule.get(id);
      if (list) list.push(index);
      else this.#byRule.set(id, [index]);
    }
  }

  /** `enable` ends the open blocks that name one of its rules, or all of them. */
  close(ids: readonly string[]): number[] {
    const ended = new Set(ids.length === 0 ? this.#open : ids.flatMap((id) => this.#byRule.get(id) ?? []));
    for (const id of ids.length === 0 ? [...this.#byRule.keys()] : ids) this.#byRule.delete(id);
    return [...ended].filter((index) => this.#open.delete(index));
  }
}
