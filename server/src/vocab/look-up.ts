// Which entry of the shipped vocabulary does a spelling mean?

import type { VocabEntry, VocabKind } from './entry';
import { type NameIndex, type NameTier, type Naming, nameIndex } from './name-index';
import { abbreviateGreek, spellOut } from './normalise';
import { entryById } from './store';

/** What a spelling means; more than one entry: ambiguous, and a person has to choose. */
interface Match {
  readonly entries: readonly VocabEntry[];
  /** A match by alias is a guess at what the author means: it must not be rewritten without asking. */
  readonly via: 'id' | 'name' | 'symbol' | 'alias';
}

/** An id in another spelling is no id but a name. */
const VIA: Readonly<Record<NameTier, Match['via']>> = {
  id: 'name',
  name: 'name',
  symbol: 'symbol',
  legacy: 'alias',
  approved: 'name',
  alias: 'alias',
};

/** Only the strongest tier counts: IL-20 is IL20, although IL17B has it as an alias. */
function strongest(namings: readonly Naming[]): readonly Naming[] {
  return namings.filter((naming) => naming.tier === namings[0]?.tier);
}

/** `IL-1Rα` is what is called so letter for letter; `tnfa`, somebody's alias letter for letter, is its own TNF-α all the same. */
function inIndex(index: NameIndex, text: string): Match | undefined {
  const key = spellOut(text);
  if (key === '') return undefined;
  const strict = strongest(index.strict.get(key) ?? []);
  const loose = strongest(index.loose.get(abbreviateGreek(key)) ?? []);
  const isSame = loose.length > 0 && loose.every((naming) => strict.some((other) => other.entry === naming.entry));
  const best = strict.length === 0 || (isSame && strict[0]?.tier === 'alias') ? loose : strict;
  if (!best[0]) return undefined;
  return { entries: best.map((naming) => naming.entry), via: VIA[best[0].tier] };
}

/** `macrophages` and `NSAID` name what the vocabulary calls `macrophage` and `NSAIDs`; too short a word says nothing. */
function otherNumber(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 4 || !/\p{L}\p{L}$/u.test(trimmed)) return undefined;
  return trimmed.endsWith('s') ? trimmed.slice(0, -1) : `${trimmed}s`;
}

/**
 * The entries that a spelling names, whatever its case, hyphens, spaces, Greek letters and (for words) number.
 * An id or a name beats a symbol, a symbol beats an older name, and that beats an alias.
 */
export function lookUp(kind: VocabKind, text: string): Match | undefined {
  const exact = entryById(kind, text.trim());
  if (exact) return { entries: [exact], via: 'id' };
  const index = nameIndex(kind);
  const match = inIndex(index, text);
  if (match) return match;
  const other = otherNumber(text);
  return other === undefined ? undefined : inIndex(index, other);
}
