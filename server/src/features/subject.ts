// What does a thing under the cursor stand for: an entity or references? And where does the repository speak of it?

import type { Range } from '../base/range';
import { citationsOf } from '../index/citing';
import { definitionOf, definitionsOf, usesOf } from '../index/definition';
import type { Located } from '../index/located';
import { resolveCitation } from '../index/resolution';
import { citationNameRange, referenceNameRange } from '../model/cited-name';
import type { Citation, Definition, EntityKind, Reference, Use } from '../model/facts';
import type { VocabEntry } from '../vocab/entry';
import { lookUp } from '../vocab/look-up';
import { entryById } from '../vocab/store';
import type { FeatureContext } from './context';
import type { Target } from './target';

export interface EntitySubject {
  readonly type: 'entity';
  readonly kind: EntityKind;
  /** The id under which the repository or the vocabulary knows it, else as written. */
  readonly id: string;
  readonly definition: Located<Definition> | undefined;
  readonly entry: VocabEntry | undefined;
}

export interface ReferenceSubject {
  readonly type: 'references';
  readonly references: readonly Located<Reference>[];
}

type Subject = EntitySubject | ReferenceSubject;

/** What a target stands for; undefined for keys, values, rules and links, and for citations that lead nowhere. */
export function subjectOf(context: FeatureContext, target: Target): Subject | undefined {
  switch (target.type) {
    case 'citation':
      return citedBy(context, target.citation);
    case 'reference':
      return { type: 'references', references: [{ path: context.path, item: target.reference }] };
    case 'use':
      return entitySubject(context, target.use.kind, target.use.id, target.use.canonical);
    case 'definition':
      return {
        type: 'entity',
        kind: target.definition.kind,
        id: target.definition.id,
        definition: { path: context.path, item: target.definition },
        entry: vocabEntry(target.definition.kind, target.definition.id),
      };
    case 'mention':
      return entitySubject(context, 'mediator', target.mention.entry.id, target.mention.entry.id);
    default:
      return undefined;
  }
}

/** An entity by kind and id: the repository's record first, then the shipped vocabulary. */
export function entitySubject(
  { project }: FeatureContext,
  kind: EntityKind,
  id: string,
  canonical: string | undefined,
): EntitySubject {
  const definition = definitionOf(project.workspace, { kind, id, canonical });
  const entry = vocabEntry(kind, definition?.item.id ?? id);
  return { type: 'entity', kind, id: definition?.item.id ?? canonical ?? id, definition, entry };
}

function vocabEntry(kind: EntityKind, id: string): VocabEntry | undefined {
  const exact = entryById(kind, id);
  if (exact) return exact;
  const entries = lookUp(kind, id)?.entries;
  return entries?.length === 1 ? entries[0] : undefined;
}

function citedBy({ project, file }: FeatureContext, citation: Citation): ReferenceSubject | undefined {
  const resolution = resolveCitation(project.workspace, file.facts, citation);
  return resolution.state === 'found' || resolution.state === 'elsewhere'
    ? { type: 'references', references: resolution.references }
    : undefined;
}

/** Every use of an entity, in order of path and place. */
export function subjectUses({ project }: FeatureContext, { kind, id }: EntitySubject): Located<Use>[] {
  return usesOf(project.workspace, kind, id);
}

/** Every citation of some references, each once. */
export function subjectCitations({ project }: FeatureContext, { references }: ReferenceSubject): Located<Citation>[] {
  const seen = new Set<Citation>();
  return references
    .flatMap((one) => citationsOf(project.workspace, one.path, one.item))
    .filter((one) => !seen.has(one.item) && seen.add(one.item))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.item.start - b.item.start));
}

interface Occurrence {
  readonly path: string;
  readonly range: Range;
  readonly isDefinition: boolean;
}

/** Where a subject is defined and where it is used. */
export function occurrencesOf(context: FeatureContext, subject: Subject): Occurrence[] {
  if (subject.type === 'references') {
    const entries = subject.references.map(({ path, item }) => ({
      path,
      range: referenceNameRange(item),
      isDefinition: true,
    }));
    const citations = subjectCitations(context, subject).map(({ path, item }) => ({
      path,
      range: citationNameRange(item),
      isDefinition: false,
    }));
    return [...entries, ...citations];
  }
  const records = definitionsOf(context.project.workspace, subject.kind, subject.id).map(({ path, item }) => ({
    path,
    range: { start: item.start, end: item.end },
    isDefinition: true,
  }));
  const uses = subjectUses(context, subject).map(({ path, item }) => ({
    path,
    range: { start: item.start, end: item.end },
    isDefinition: false,
  }));
  return [...records, ...uses];
}
