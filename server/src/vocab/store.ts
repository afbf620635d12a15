// Where do the entries come from? From data files that are parsed the first time their kind is asked for.

import { KIND_TABLE } from '../base/kind-table';
import { DATA_FILES } from './data-file.gen';
import type { VocabEntry, VocabKind } from './entry';

const SOURCES: ReadonlyMap<VocabKind, readonly string[]> = new Map(
  KIND_TABLE.map(({ name, vocabulary }) => [name, vocabulary.map((file) => DATA_FILES[file] as string)]),
);

type StoredEntry = Omit<VocabEntry, 'kind' | 'aliases' | 'codes'> & Partial<Pick<VocabEntry, 'aliases' | 'codes'>>;

const entries = new Map<VocabKind, readonly VocabEntry[]>();
const byId = new Map<VocabKind, ReadonlyMap<string, VocabEntry>>();

function parse(kind: VocabKind): readonly VocabEntry[] {
  return (SOURCES.get(kind) ?? [])
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const stored = JSON.parse(line) as StoredEntry;
      return { aliases: [], codes: {}, ...stored, kind };
    });
}

/** Every entry of a kind, in the order of the data files. */
export function entriesOf(kind: VocabKind): readonly VocabEntry[] {
  let list = entries.get(kind);
  if (!list) {
    list = parse(kind);
    entries.set(kind, list);
  }
  return list;
}

/** The entry with exactly this id. */
export function entryById(kind: VocabKind, id: string): VocabEntry | undefined {
  let map = byId.get(kind);
  if (!map) {
    map = new Map(entriesOf(kind).map((entry) => [entry.id, entry]));
    byId.set(kind, map);
  }
  return map.get(id);
}
