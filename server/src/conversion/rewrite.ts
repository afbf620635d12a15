// How does the text read once its numbers are keys and its list has moved into a file of its own?

import type { Range } from '../base/range';
import type { ArticleList } from './list';
import type { Mark } from './mark';

/** A number that the text cites and the list does not have, and where it now stands. */
interface UnknownNumber {
  readonly number: number;
  readonly offset: number;
}

/** What takes the place of a stretch of the text. */
export interface Replacement extends Range {
  readonly text: string;
}

export interface Rewritten {
  readonly text: string;
  /** The edits that make `text` of the article. Sorted, disjoint. */
  readonly edits: readonly Replacement[];
  readonly unknown: readonly UnknownNumber[];
  /** How many numbers became keys. */
  readonly citations: number;
}

interface Edit extends Replacement {
  readonly unknown: readonly { number: number; at: number }[];
}

/** Marks with nothing but spaces between them are one citation. */
export function markClusters(text: string, marks: readonly Mark[]): Mark[][] {
  const clusters: Mark[][] = [];
  for (const mark of marks) {
    const before = clusters.at(-1)?.at(-1);
    if (before && /^ *$/.test(text.slice(before.end, mark.start))) clusters.at(-1)?.push(mark);
    else clusters.push([mark]);
  }
  return clusters;
}

/** Signs that open what they stand before and close what they stand behind. */
const EITHER = /[*_~"']/;

/** Whether a word, or what closes one, stands right before an offset: not a mark that opens an emphasis or a quotation. */
function endsWord(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && EITHER.test(text[at] as string)) at--;
  return /[\p{L}\p{N}\p{M}”’)%!]/u.test(text[at] ?? ' ') || (at < offset - 1 && /[.,;:?\]]/.test(text[at] ?? ' '));
}

/** A cluster with its known numbers as keys; what is unknown stays as written, behind them. */
function replaced(text: string, cluster: readonly Mark[], idOf: ReadonlyMap<number, string>): Edit | undefined {
  const start = (cluster[0] as Mark).start;
  const end = (cluster.at(-1) as Mark).end;
  const keys = new Set(cluster.flatMap((mark) => mark.numbers.flatMap((number) => idOf.get(number) ?? [])));
  const space = keys.size > 0 && endsWord(text, start) ? ' ' : '';
  let out = keys.size > 0 ? `${space}[${[...keys].map((key) => `@${key}`).join('; ')}]` : '';
  const unknown: { number: number; at: number }[] = [];
  for (const mark of cluster) {
    const missing = mark.numbers.filter((number) => !idOf.has(number));
    if (missing.length === 0) continue;
    // Without a space, other readers would take what follows for the target of a link.
    if (/\[@[^[\]]*\]$/.test(out)) out += ' ';
    for (const number of missing) unknown.push({ number, at: out.length });
    const isWhole = missing.length === mark.numbers.length;
    const rest = mark.style === 'raised' ? `<sup>${missing.join(',')}</sup>` : `[${missing.join(', ')}]`;
    out += isWhole ? text.slice(mark.start, mark.end) : rest;
  }
  if (keys.size === 0)
    return { start, end, text: text.slice(start, end), unknown: unknown.map((one) => ({ ...one, at: 0 })) };
  // A bracket that follows at once would make a link of the citation.
  return { start, end, text: /[([{:]/.test(text[end] ?? '') ? `${out} ` : out, unknown };
}

const RULE = '\n---\n\n';

/**
 * The list's lines with the empty lines below them. Where the list was, a line parts what follows it from the section above,
 * unless a heading does.
 */
function cuts(text: string, list: ArticleList): Edit[] {
  return list.lines.map(({ start, end }, index) => {
    const below = end + (/^[ \t]*(?:\n[ \t]*(?=\n|$))*\n?/.exec(text.slice(end))?.[0].length ?? 0);
    const rest = text.slice(below);
    const isLast = index === list.lines.length - 1;
    const parts = isLast && rest.trim() !== '' && !/^(?:#{1,6}\s|-{3}|\*{3}|\[\^)/.test(rest);
    return { start, end: below, text: parts ? RULE : '', unknown: [] };
  });
}

/** Offset of the bracket without a partner that a walk of one step after another meets first, inside the paragraph. */
function openBracket(text: string, from: number, step: 1 | -1): number | undefined {
  const [opens, closes] = step === 1 ? ['[', ']'] : [']', '['];
  let depth = 0;
  for (let at = from; at >= 0 && at < text.length; at += step) {
    const char = text[at];
    if (char === '\n' && text[at + step] === '\n') return undefined;
    if (text[at - 1] === '\\') continue;
    if (char === opens) depth++;
    else if (char === closes && depth-- === 0) return at;
  }
  return undefined;
}

/** `[see also [1]]`: brackets around a key would become part of its citation, so they are written as signs. */
function brackets(text: string, edits: readonly Edit[]): Edit[] {
  const escaped = new Map<number, Edit>();
  for (const { start, end, text: written } of edits) {
    if (!written.includes('[@')) continue;
    const open = openBracket(text, start - 1, -1);
    const close = openBracket(text, end, 1);
    if (open === undefined || close === undefined || /[([{]/.test(text[close + 1] ?? '')) continue;
    for (const at of [open, close]) escaped.set(at, { start: at, end: at, text: '\\', unknown: [] });
  }
  return [...escaped.values()];
}

/** Applies everything at once. */
export function rewritten(
  text: string,
  marks: readonly Mark[],
  list: ArticleList | undefined,
  idOf: ReadonlyMap<number, string>,
): Rewritten {
  const keyed = markClusters(text, marks).flatMap((cluster) => replaced(text, cluster, idOf) ?? []);
  const edits = [...keyed, ...brackets(text, keyed), ...(list ? cuts(text, list) : [])].sort(
    (a, b) => a.start - b.start,
  );
  let out = '';
  let at = 0;
  const unknown: UnknownNumber[] = [];
  const made: Replacement[] = [];
  for (const { start, end, text: wanted, unknown: open } of edits) {
    out += text.slice(at, start);
    for (const one of open) unknown.push({ number: one.number, offset: out.length + one.at });
    const written = wanted === RULE && (out === '' || out.endsWith('\n\n')) ? RULE.trimStart() : wanted;
    if (written !== text.slice(start, end)) made.push({ start, end, text: written });
    out += written;
    at = end;
  }
  out += text.slice(at);
  const citations = marks.reduce((sum, mark) => sum + mark.numbers.filter((number) => idOf.has(number)).length, 0);
  return { text: out, edits: made, unknown, citations };
}
