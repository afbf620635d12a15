// Which headings does an article have, and by which anchor can each be linked to?

import type { Block, ProseFile } from '../syntax/prose';
import type { Heading } from './facts';

/** The anchor GitHub and VS Code give a heading: lower case, punctuation dropped, spaces as hyphens; `{#id}` wins. */
export function anchorOf(heading: string): string {
  const explicit = /\{#([^\s}]+)[^}]*\}\s*$/.exec(heading)?.[1];
  if (explicit) return explicit;
  const shown = heading
    .replace(/\s*\{[^{}]*\}\s*$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`~]/g, '');
  return shown
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Headings in order; a repeated anchor gets `-1`, `-2` as on GitHub. */
export function headingsOf(prose: ProseFile): Heading[] {
  const seen = new Map<string, number>();
  return prose.blocks
    .filter((block) => block.kind === 'heading')
    .map((block) => {
      const text = prose.text.slice(block.start, block.end);
      const base = anchorOf(text);
      const times = seen.get(base) ?? 0;
      seen.set(base, times + 1);
      return {
        level: block.level,
        text: text.replace(/\s*\{#?[^}]*\}\s*$/, ''),
        anchor: times ? `${base}-${times}` : base,
        start: block.start,
        end: block.end,
      };
    });
}

const LIST_HEADING =
  /^(?:\d+[.)]?\s+)?(?:references?(?: list)?|reference sources|bibliography|sources?|citations?|works cited|literature(?: cited)?|endnotes|further reading and references)$/i;

/** No heading of a reference list is longer. */
const LONGEST_HEADING = 80;

/** Whether a block announces the reference list: a heading, or a bold or capital line alone, that says so. */
export function announcesReferences(text: string, block: Block): boolean {
  if (block.end - block.start > LONGEST_HEADING) return false;
  const written = text.slice(block.start, block.end).replace(/\s*\{[^}]*\}\s*$/, '');
  const words = written.replace(/[*_:#]/g, '').trim();
  if (!LIST_HEADING.test(words)) return false;
  return block.kind === 'heading' || /^(?:\*\*|__)/.test(written.trim()) || words === words.toUpperCase();
}
