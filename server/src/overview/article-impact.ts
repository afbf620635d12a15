// Which articles does a change of records and references concern? For whoever reviews the change.

import { citationsOf } from '../index/citing';
import { usesOf } from '../index/definition';
import type { Workspace } from '../index/workspace';
import type { Definition, Reference } from '../model/facts';
import type { SourceFile } from '../model/source-file';
import type { Pair } from '../project/impact';

/** What an article has to do with a change. */
export interface ArticleImpact {
  readonly relation: 'cites' | 'names';
  /** Key of the reference, or id of the record. */
  readonly name: string;
  readonly kind: 'reference' | Definition['kind'];
  readonly change: 'new' | 'changed' | 'removed';
  /** File in which it changed. */
  readonly path: string;
}

type Entry = { readonly name: string; readonly kind: ArticleImpact['kind'] } & (
  | { readonly reference: Reference; readonly text: string }
  | { readonly definition: Definition; readonly text: string }
);

/** Entries of a file with their texts, by name; spaces count once. Numbered entries belong to their own article. */
function entriesOf(file: SourceFile | undefined): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  if (!file) return entries;
  const plainText = ({ start, end }: { start: number; end: number }) =>
    file.text.slice(start, end).replace(/\s+/g, ' ').trim();
  for (const reference of file.facts.references)
    if (reference.type === 'keyed')
      entries.set(`reference ${reference.key}`, {
        name: reference.key,
        kind: 'reference',
        reference,
        text: plainText(reference),
      });
  // An article that changed is reported by itself.
  for (const definition of file.facts.definitions)
    if (definition.kind !== 'article')
      entries.set(`${definition.kind} ${definition.id}`, {
        name: definition.id,
        kind: definition.kind,
        definition,
        text: plainText(definition.whole),
      });
  return entries;
}

interface Change {
  readonly entry: Entry;
  readonly change: ArticleImpact['change'];
  readonly path: string;
}

function* changesIn({ before, after }: Pair): Generator<Change> {
  const path = after?.path ?? before?.path ?? '';
  const old = entriesOf(before);
  const now = entriesOf(after);
  for (const [name, entry] of now) {
    const known = old.get(name);
    if (!known) yield { entry, change: 'new', path };
    else if (known.text !== entry.text) yield { entry, change: 'changed', path };
  }
  for (const [name, entry] of old) if (!now.has(name)) yield { entry, change: 'removed', path };
}

/** All changes; what was removed from one file and is in another now was moved, which concerns nobody unless its text differs. */
function* changesOf(pairs: readonly Pair[]): Generator<Change> {
  const all = pairs.flatMap((pair) => [...changesIn(pair)]);
  const nameOf = ({ entry }: Change) => `${entry.kind} ${entry.name}`;
  const removed = new Map(all.flatMap((one) => (one.change === 'removed' ? [[nameOf(one), one]] : [])));
  const added = new Set(all.flatMap((one) => (one.change === 'new' ? [nameOf(one)] : [])));
  for (const one of all) {
    const name = nameOf(one);
    if (one.change === 'removed' && added.has(name)) continue;
    const old = one.change === 'new' ? removed.get(name) : undefined;
    if (!old) yield one;
    else if (old.entry.text !== one.entry.text) yield { ...one, change: 'changed' };
  }
}

/** Articles by path, with all that changed of what they cite or name. Articles in `own`, which changed themselves, are left out. */
export function impactOnArticles(
  workspace: Workspace,
  pairs: readonly Pair[],
  own: ReadonlySet<string>,
): ReadonlyMap<string, readonly ArticleImpact[]> {
  const touched = new Map<string, ArticleImpact[]>();
  for (const { entry, change, path } of changesOf(pairs)) {
    const { name, kind } = entry;
    const places =
      'reference' in entry
        ? citationsOf(workspace, path, entry.reference)
        : usesOf(workspace, entry.definition.kind, entry.definition.id);
    for (const article of new Set(places.map((one) => one.path))) {
      if (own.has(article) || workspace.file(article)?.role !== 'article') continue;
      const touch: ArticleImpact = { relation: 'reference' in entry ? 'cites' : 'names', name, kind, change, path };
      touched.set(article, [...(touched.get(article) ?? []), touch]);
    }
  }
  return new Map([...touched].sort(([a], [b]) => (a < b ? -1 : 1)));
}
