// Which entries may be meant by the first letters of a name?

import { lowerBound } from '../base/range';
import type { VocabEntry, VocabKind } from './entry';
import { NAME_TIERS, namingsOf } from './name-index';
import { normalise, spellOut } from './normalise';
import { entriesOf } from './store';

interface Completion {
  readonly entry: VocabEntry;
  /** The name that fits what was typed, as the vocabulary spells it. */
  readonly matched: string;
}

interface Candidate extends Completion {
  readonly key: string;
  /** Position among the tiers; names inside which a word fits come after all others. */
  readonly rank: number;
}

const INSIDE = NAME_TIERS.length;
const WORD_START = /(?<=[\s\-–/(])[\p{L}\p{N}]/gu;

/** Both keys of a text: `TNF-α` must be found by `tnfa` and, while it is being typed, by `TNF-al`. */
const keysOf = (text: string): string[] => [...new Set([normalise(text), spellOut(text)])];

function candidatesOf(entry: VocabEntry): Candidate[] {
  return namingsOf(entry).flatMap(({ tier, text }) => {
    const rank = NAME_TIERS.indexOf(tier);
    if (tier === 'id') {
      const isNews = normalise(text) !== normalise(entry.name);
      return isNews ? [{ entry, matched: text, key: normalise(text), rank }] : [];
    }
    const whole = keysOf(text).map((key) => ({ entry, matched: text, key, rank }));
    const inside = [...text.matchAll(WORD_START)].flatMap((word) =>
      keysOf(text.slice(word.index)).map((key) => ({ entry, matched: text, key, rank: INSIDE + rank })),
    );
    return [...whole, ...inside];
  });
}

const sorted = new Map<VocabKind, readonly Candidate[]>();

function candidates(kind: VocabKind): readonly Candidate[] {
  let list = sorted.get(kind);
  if (!list) {
    list = entriesOf(kind)
      .flatMap(candidatesOf)
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rank - b.rank));
    sorted.set(kind, list);
  }
  return list;
}

/** A name typed in full comes first, then the stronger names, then the shorter ones; ids decide between equals. */
function order(typed: readonly string[]): (a: Candidate, b: Candidate) => number {
  const whole = (candidate: Candidate) => (candidate.rank < INSIDE && typed.includes(candidate.key) ? 0 : 1);
  return (a, b) =>
    whole(a) - whole(b) ||
    a.rank - b.rank ||
    a.key.length - b.key.length ||
    (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0);
}

function startingWith(key: string, list: readonly Candidate[]): readonly Candidate[] {
  const first = lowerBound(list, (candidate) => candidate.key >= key);
  const last = lowerBound(list, (candidate) => candidate.key > key && !candidate.key.startsWith(key));
  return list.slice(first, last);
}

/** At most `limit` entries, the likeliest first, each once: those with a name that starts so, then those with such a word inside. */
export function complete(kind: VocabKind, typed: string, limit: number): readonly Completion[] {
  const keys = keysOf(typed).filter((key) => key !== '');
  if (keys.length === 0) {
    return entriesOf(kind)
      .slice(0, limit)
      .map((entry) => ({ entry, matched: entry.name }));
  }
  const list = candidates(kind);
  const fitting = keys.flatMap((key) => startingWith(key, list)).sort(order(keys));
  const best = new Map<VocabEntry, string>();
  for (const { entry, matched } of fitting) if (!best.has(entry)) best.set(entry, matched);
  return [...best].slice(0, limit).map(([entry, matched]) => ({ entry, matched }));
}
