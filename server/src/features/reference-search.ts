// Which references do some words mean? Authors, title words, journal, year, identifiers and key, over tens of thousands of entries.

import type { Located } from '../index/located';
import type { Workspace } from '../index/workspace';
import type { FileFacts, KeyedReference } from '../model/facts';

/** What is searched of one file's references, side by side; built when first asked for, kept as long as the facts. */
interface Searchable {
  readonly references: readonly KeyedReference[];
  /** Lower-case and without accents: key, family names, title, journal, year and identifiers, each after a sign that tells what follows. */
  readonly texts: readonly string[];
  readonly years: Int16Array;
  /** First three letters of a word → the texts that have such a word, rising. */
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
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

function searchedText({ key, data, identifiers }: KeyedReference): string {
  const authors = data.authors.map((one) => AUTHOR + one.family).join('');
  const others = [data.container ?? '', String(data.year ?? ''), ...identifiers.map((one) => one.value)];
  return folded(`${OTHER}${key}${authors}${OTHER} ${data.title ?? ''}${OTHER}${others.join(OTHER)}`);
}

function searchable(facts: FileFacts): Searchable {
  const known = built.get(facts);
  if (known) return known;
  const making = make(facts);
  for (let step = making.next(); ; step = making.next()) if (step.done) return step.value;
}

/** References read between two moments at which others get their turn. */
const AT_ONCE = 32;

/** Makes what is searched of a file, a few references at a time. */
function* make(facts: FileFacts): Generator<void, Searchable> {
  const references = facts.references.filter((one) => one.type === 'keyed');
  const texts: string[] = [];
  const beginnings = new Map<string, number[]>();
  for (const [i, reference] of references.entries()) {
    const text = searchedText(reference);
    texts.push(text);
    addBeginnings(beginnings, text, i);
    if (i % AT_ONCE === AT_ONCE - 1) yield;
  }
  const years = Int16Array.from(references, (one) => one.data.year ?? 0);
  const made = { references, texts, beginnings, years };
  built.set(facts, made);
  return made;
}

/** A word with the signs before it that say where it begins. */
interface Word {
  readonly text: string;
  readonly asAuthor: string;
  readonly asWord: string;
}

/** Three letters or digits that begin a word. */
const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{3}/gu;

function addBeginnings(beginnings: Map<string, number[]>, text: string, i: number): void {
  for (const [beginning] of text.matchAll(WORD_START)) {
    const list = beginnings.get(beginning);
    if (!list) beginnings.set(beginning, [i]);
    else if (list[list.length - 1] !== i) list.push(i);
  }
}

/** Texts worth looking at: those with a word that begins like the rarest typed one; undefined for all. */
function candidatesIn({ beginnings }: Searchable, starts: readonly string[]): readonly number[] | undefined {
  let fewest: readonly number[] | undefined;
  for (const start of starts) {
    const list = beginnings.get(start) ?? [];
    if (!fewest || list.length < fewest.length) fewest = list;
  }
  return fewest;
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

/** Makes a file ready to be searched, so that the first search does not have to; in steps of a millisecond or two. */
export function* prepareSearch(facts: FileFacts): Generator<void> {
  if (facts.references.length > 0 && !built.has(facts)) yield* make(facts);
}

interface SearchResult {
  readonly found: readonly Located<KeyedReference>[];
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
  const starts = words.flatMap(({ text }) => text.match(WORD_START) ?? []);
  const quick = search(workspace, words, starts, limit, allowed);
  // What stands only inside longer words is found by looking everywhere.
  return quick.total > 0 || starts.length === 0 ? quick : search(workspace, words, [], limit, allowed);
}

function search(
  workspace: Workspace,
  words: readonly Word[],
  starts: readonly string[],
  limit: number,
  allowed: (path: string) => boolean,
): SearchResult {
  const files: Scored[] = [];
  const counts = new Int32Array(RANKS * YEARS);
  let total = 0;
  for (const facts of workspace.files) {
    if (facts.references.length === 0 || !allowed(facts.path)) continue;
    const from = searchable(facts);
    const candidates = candidatesIn(from, starts);
    const count = candidates?.length ?? from.texts.length;
    const scores = new Uint16Array(count).fill(MISSED);
    for (let n = 0; n < count; n++) {
      const i = candidates ? (candidates[n] as number) : n;
      const rank = rankOf(from.texts[i] as string, words);
      if (rank < 0) continue;
      const score = rank * YEARS + (YEARS - 1 - (from.years[i] as number));
      scores[n] = score;
      counts[score] = (counts[score] as number) + 1;
      total++;
    }
    files.push({ path: facts.path, from, candidates, scores });
  }
  return { found: topOf(files, counts, limit), total };
}

const MISSED = 0xffff;

interface Scored {
  readonly path: string;
  readonly from: Searchable;
  /** Which references `scores` is about; undefined for all. */
  readonly candidates: readonly number[] | undefined;
  /** One per reference looked at, the lower the better; `MISSED` where a word is missing. */
  readonly scores: Uint16Array;
}

/** The best `limit` hits without sorting them all: only those up to the score at which the limit is reached. */
function topOf(files: readonly Scored[], counts: Int32Array, limit: number): Located<KeyedReference>[] {
  let last = 0;
  for (let seen = 0; last < counts.length; last++) {
    seen += counts[last] as number;
    if (seen >= limit) break;
  }
  const best: { score: number; path: string; item: KeyedReference }[] = [];
  for (const { path, from, candidates, scores } of files) {
    for (let n = 0; n < scores.length; n++) {
      const score = scores[n] as number;
      if (score > last || score === MISSED) continue;
      best.push({ score, path, item: from.references[candidates ? (candidates[n] as number) : n] as KeyedReference });
    }
  }
  best.sort((a, b) => a.score - b.score || (a.item.key < b.item.key ? -1 : a.item.key > b.item.key ? 1 : 0));
  const keys = new Set<string>();
  return best
    .filter((one) => !keys.has(one.item.key) && keys.add(one.item.key))
    .slice(0, limit)
    .map(({ path, item }) => ({ path, item }));
}
