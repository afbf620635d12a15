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

/** A word with the signs before it that say where it begins. */
interface Word {
  readonly text: string;
  readonly asAuthor: string;
  readonly asWord: string;
}

/** 0 for a key that starts so, then an author, a title word, anything else; -1 when a word is missing. */
function rankOf(text: string, words: readonly Word[]): number {
  let best = words.length === 0 ? 0 : RANKS;
  for (const word of words) {
    const at = text.indexOf(word.text);
    if (at < 0) return -1;
    const rank = best === 0 ? 0 : rankAt(text, word, at);
    if (rank < best) best = rank;
  }
  return best;
}

/** The parts of a text stand in the order of their ranks, so what comes before a first hit mostly decides. */
function rankAt(text: string, word: Word, at: number): number {
  if (at === 1) return 0;
  const before = text.charAt(at - 1);
  if (before === AUTHOR) return 1;
  if (before === OTHER) return 3;
  if (text.includes(word.asAuthor)) return 1;
  return before === ' ' || text.includes(word.asWord) ? 2 : 3;
}

/** Makes a file ready to be searched, so that the first search does not have to. */
export function prepareSearch(facts: FileFacts): void {
  if (facts.references.length > 0) searchable(facts);
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
    .filter(Boolean)
    .map((text) => ({ text, asAuthor: AUTHOR + text, asWord: ` ${text}` }));
  const files: Scored[] = [];
  const counts = new Int32Array(RANKS * YEARS);
  let total = 0;
  for (const facts of workspace.files) {
    if (facts.references.length === 0 || !allowed(facts.path)) continue;
    const from = searchable(facts);
    const scores = new Uint16Array(from.texts.length).fill(MISSED);
    for (let i = 0; i < scores.length; i++) {
      const rank = rankOf(from.texts[i] as string, words);
      if (rank < 0) continue;
      const score = rank * YEARS + (YEARS - 1 - (from.years[i] as number));
      scores[i] = score;
      counts[score] = (counts[score] as number) + 1;
      total++;
    }
    files.push({ path: facts.path, from, scores });
  }
  return { found: topOf(files, counts, limit), total };
}

const MISSED = 0xffff;

interface Scored {
  readonly path: string;
  readonly from: Searchable;
  /** One per reference, the lower the better; `MISSED` where a word is missing. */
  readonly scores: Uint16Array;
}

/** The best `limit` hits without sorting them all: only those up to the score at which the limit is reached. */
function topOf(files: readonly Scored[], counts: Int32Array, limit: number): Located<Reference>[] {
  let last = 0;
  for (let seen = 0; last < counts.length; last++) {
    seen += counts[last] as number;
    if (seen >= limit) break;
  }
  const best: { score: number; path: string; item: Reference }[] = [];
  for (const { path, from, scores } of files) {
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] as number;
      if (score <= last && score !== MISSED) best.push({ score, path, item: from.references[i] as Reference });
    }
  }
  best.sort((a, b) => a.score - b.score || (a.item.key < b.item.key ? -1 : a.item.key > b.item.key ? 1 : 0));
  const keys = new Set<string>();
  return best
    .filter((one) => !keys.has(one.item.key) && keys.add(one.item.key))
    .slice(0, limit)
    .map(({ path, item }) => ({ path, item }));
}
