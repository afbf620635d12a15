// Which references do some words mean? Authors, title words, journal, year, identifiers and key, over tens of thousands of entries.

import type { Located, Workspace } from '../index/workspace';
import type { FileFacts, Reference } from '../model/facts';

/** What is searched of one file's references, side by side; built when first asked for, kept as long as the facts. */
interface Searchable {
  readonly references: readonly Reference[];
  /** Lower-case and without accents: key, family names, title, journal, year and identifiers, each after a sign that tells what follows. */
  readonly texts: readonly string[];
  readonly years: Int16Array;
}

const AUTHOR = '\u0001';
const OTHER = '\u0002';
const RANKS = 5;
const YEARS = 3000;

const built = new WeakMap<FileFacts, Searchable>();

/** Lower case without accents, so that “Müller” is found by “muller”. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: tells plain text from the rest
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
}

function textOf({ key, data, identifiers }: Reference): string {
  const authors = data.authors.map((one) => AUTHOR + one.family).join('');
  const others = [data.container ?? '', String(data.year ?? ''), ...identifiers.map((one) => one.value)];
  return folded(`${OTHER}${key}${authors}${OTHER} ${data.title ?? ''}${OTHER}${others.join(OTHER)}`);
}

function searchable(facts: FileFacts): Searchable {
  const known = built.get(facts);
  if (known) return known;
  const references = facts.references.filter((one) => one.number === undefined);
  const made = {
    references,
    texts: references.map(textOf),
    years: Int16Array.from(references, (one) => one.data.year ?? 0),
  };
  built.set(facts, made);
  return made;
}

/** 0 for a key that starts so, then an author, a title word, anything else; -1 when a word is missing. */
function rankOf(text: string, words: readonly string[]): number {
  let best = RANKS;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return -1;
    const rank = at === 1 ? 0 : text.includes(AUTHOR + word) ? 1 : text.includes(` ${word}`) ? 2 : 3;
    if (rank < best) best = rank;
  }
  return words.length === 0 ? 0 : best;
}

export interface SearchResult {
  readonly found: readonly Located<Reference>[];
  readonly total: number;
}

/**
 * References whose text has every word, the likeliest first: key, then author, then title word, then anything; among equals the
 * newest first. `allowed` keeps some files out.
 */
export function searchReferences(
  workspace: Workspace,
  typed: string,
  limit: number,
  allowed: (path: string) => boolean = () => true,
): SearchResult {
  const words = folded(typed)
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^(?:pmid:|doi:|https?:\/\/doi\.org\/)/, ''))
    .filter(Boolean);
  const files: { path: string; from: Searchable }[] = [];
  const counts = new Int32Array(RANKS * YEARS);
  const hits: number[] = [];
  for (const facts of workspace.files) {
    if (facts.references.length === 0 || !allowed(facts.path)) continue;
    const from = searchable(facts);
    const file = files.push({ path: facts.path, from }) - 1;
    for (let i = 0; i < from.texts.length; i++) {
      const rank = rankOf(from.texts[i] as string, words);
      if (rank < 0) continue;
      const score = rank * YEARS + (YEARS - 1 - (from.years[i] as number));
      counts[score] = (counts[score] as number) + 1;
      hits.push(score, file, i);
    }
  }
  return { found: topOf(hits, counts, limit, files), total: hits.length / 3 };
}

/** The best `limit` hits without sorting them all: only those up to the score at which the limit is reached. */
function topOf(
  hits: readonly number[],
  counts: Int32Array,
  limit: number,
  files: readonly { path: string; from: Searchable }[],
): Located<Reference>[] {
  let last = 0;
  for (let seen = 0; last < counts.length; last++) {
    seen += counts[last] as number;
    if (seen >= limit) break;
  }
  const best: { score: number; path: string; item: Reference }[] = [];
  for (let i = 0; i < hits.length; i += 3) {
    const score = hits[i] as number;
    const file = files[hits[i + 1] as number];
    const item = file?.from.references[hits[i + 2] as number];
    if (score <= last && file && item) best.push({ score, path: file.path, item });
  }
  best.sort((a, b) => a.score - b.score || (a.item.key < b.item.key ? -1 : a.item.key > b.item.key ? 1 : 0));
  const keys = new Set<string>();
  return best
    .filter((one) => !keys.has(one.item.key) && keys.add(one.item.key))
    .slice(0, limit)
    .map(({ path, item }) => ({ path, item }));
}
