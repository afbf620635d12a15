// Which ids of a kind may be meant by what was typed? The repository's own records first, then the shipped vocabulary.

import type { Definition, EntityKind } from '../model/facts';
import { complete } from '../vocab/completion';
import type { VocabEntry } from '../vocab/entry';
import { normalise } from '../vocab/normalise';
import { entryById } from '../vocab/store';
import type { FeatureContext } from './context';

export interface EntityCandidate {
  readonly id: string;
  readonly name: string;
  /** The name that fits what was typed, when it is another one. */
  readonly matched: string | undefined;
  /** What the name stands for, when the vocabulary says more than the name. */
  readonly gloss: string | undefined;
  /** Whether the repository has a record of it. */
  readonly own: boolean;
}

/** At most `limit` candidates, the likeliest first. */
export function searchEntities(
  context: FeatureContext,
  kind: EntityKind,
  typed: string,
  limit: number,
): EntityCandidate[] {
  const shipped = complete(kind, typed, limit);
  const own = ownCandidates(
    context,
    kind,
    typed,
    shipped.map((one) => one.entry),
  );
  const taken = new Set(own.map((one) => one.id));
  const others = shipped
    .filter((one) => !taken.has(one.entry.id))
    .map(({ entry, matched }) => ({
      id: entry.id,
      name: entry.name,
      matched: normalise(matched) === normalise(entry.name) ? undefined : matched,
      gloss: glossOf(entry),
      own: false,
    }));
  return [...own, ...others].slice(0, limit);
}

function glossOf({ name, approvedName, class: group }: VocabEntry): string | undefined {
  return approvedName && normalise(approvedName) !== normalise(name) ? approvedName : group;
}

function ownGloss(kind: EntityKind, id: string): string | undefined {
  const entry = entryById(kind, id);
  return entry && glossOf(entry);
}

function ownCandidates(
  { project }: FeatureContext,
  kind: EntityKind,
  typed: string,
  shipped: readonly VocabEntry[],
): EntityCandidate[] {
  const key = normalise(typed);
  const found: { rank: number; candidate: EntityCandidate }[] = [];
  const seen = new Set<string>();
  for (const facts of project.workspace.files) {
    for (const one of facts.definitions) {
      if (one.kind !== kind || seen.has(one.id)) continue;
      const match = matchOf(one, key, shipped);
      if (!match) continue;
      seen.add(one.id);
      const name = one.name ?? one.id;
      const matched = match.text === undefined || normalise(match.text) === normalise(name) ? undefined : match.text;
      found.push({
        rank: match.rank,
        candidate: { id: one.id, name, matched, gloss: ownGloss(kind, one.id), own: true },
      });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map((one) => one.candidate);
}

/** A name that starts with what was typed, else a word of a name, else a record of what the vocabulary proposes. */
function matchOf(
  definition: Definition,
  key: string,
  shipped: readonly VocabEntry[],
): { rank: number; text: string | undefined } | undefined {
  if (key === '') return { rank: 0, text: undefined };
  const names = [definition.id, definition.name, definition.abbreviation, ...definition.synonyms].filter(
    (name) => name !== undefined,
  );
  const start = names.find((name) => normalise(name).startsWith(key));
  if (start !== undefined) return { rank: 0, text: start };
  const word = names.find((name) => name.split(/[\s-]+/).some((part) => normalise(part).startsWith(key)));
  if (word !== undefined) return { rank: 1, text: word };
  const place = shipped.findIndex((entry) => entry.id === definition.id);
  return place < 0 ? undefined : { rank: 2 + place, text: undefined };
}
