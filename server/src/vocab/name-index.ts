// Which entries answer to a spelling, and by which of their names?

import { DATA_FILES } from './data-file.gen';
import type { VocabEntry, VocabKind } from './entry';
import { abbreviateGreek, spellOut } from './normalise';
import { entriesOf } from './store';

/** Kinds of names, the strongest first: nobody's alias takes a spelling from the entry that is called so. */
export const NAME_TIERS = ['id', 'name', 'symbol', 'legacy', 'approved', 'alias'] as const;
export type NameTier = (typeof NAME_TIERS)[number];

/** One name of one entry. */
export interface Naming {
  readonly entry: VocabEntry;
  readonly tier: NameTier;
  readonly text: string;
}

/** Every name of an entry with its tier, the strongest first. */
export function namingsOf(entry: VocabEntry): Naming[] {
  const names: [NameTier, string | undefined][] = [
    ['id', entry.id],
    ['name', entry.name],
    ['symbol', entry.symbol],
    ['legacy', entry.legacy],
    ['approved', entry.approvedName],
    ['alias', entry.abbreviation],
  ];
  for (const alias of entry.aliases) names.push(['alias', alias]);
  for (const spelling of entry.prose ?? []) names.push(['alias', spelling]);
  return names.flatMap(([tier, text]) => (text === undefined ? [] : [{ entry, tier, text }]));
}

interface AmbiguousRow {
  readonly alias: string;
  readonly symbols: readonly string[];
}

/** Names by key; the strict key keeps Greek letters apart from Latin ones, the loose key does not. */
export interface NameIndex {
  readonly strict: ReadonlyMap<string, readonly Naming[]>;
  readonly loose: ReadonlyMap<string, readonly Naming[]>;
}

function add(map: Map<string, Naming[]>, key: string, naming: Naming): void {
  const list = map.get(key);
  if (!list) map.set(key, [naming]);
  else if (!list.some((other) => other.entry === naming.entry)) list.push(naming);
}

function addSharedAliases(kind: VocabKind, maps: readonly Map<string, Naming[]>[]): void {
  if (kind !== 'mediator') return;
  const bySymbol = new Map(entriesOf(kind).map((entry) => [entry.symbol, entry]));
  for (const line of (DATA_FILES.ambiguous as string).split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as AmbiguousRow;
    for (const symbol of row.symbols) {
      const entry = bySymbol.get(symbol);
      if (entry) for (const map of maps) add(map, row.alias, { entry, tier: 'alias', text: row.alias });
    }
  }
}

function build(kind: VocabKind): NameIndex {
  const strict = new Map<string, Naming[]>();
  const loose = new Map<string, Naming[]>();
  const namings = entriesOf(kind).flatMap(namingsOf);
  namings.sort((a, b) => NAME_TIERS.indexOf(a.tier) - NAME_TIERS.indexOf(b.tier));
  for (const naming of namings) {
    const key = spellOut(naming.text);
    add(strict, key, naming);
    add(loose, abbreviateGreek(key), naming);
  }
  addSharedAliases(kind, [strict, loose]);
  return { strict, loose };
}

const indexes = new Map<VocabKind, NameIndex>();

/** The index of a kind, built on first use. */
export function nameIndex(kind: VocabKind): NameIndex {
  let index = indexes.get(kind);
  if (!index) {
    index = build(kind);
    indexes.set(kind, index);
  }
  return index;
}
