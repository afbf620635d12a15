// What does a citation lead to, as an editor sees it: which references, or which keys that lead nowhere?

import { keyOfTag } from '../index/reference';
import { resolveCitation } from '../index/resolution';
import { numbersOf } from '../model/cited-name';
import type { Citation, FileFacts } from '../model/facts';
import { statedIdentifier } from '../model/record-citation';
import type { GivenProject } from './given';
import type { Cited, Support } from './overview';
import type { ReferenceBook } from './reference-book';
import { onOneLine } from './shown-text';

/** `nocite: '@*'` prints the whole list and rests no sentence on it. */
const EVERY_REFERENCE = '*';

/** A file that cites, and how its citations are counted. */
export interface Citing {
  readonly given: GivenProject;
  readonly facts: FileFacts;
  readonly book: ReferenceBook;
  /** Index of the article; undefined for a record. */
  readonly article: number | undefined;
}

/** What one citation rests on, counted for each reference. */
export function supportsOf(
  citing: Citing,
  citation: Citation,
): { readonly supports: readonly Support[]; readonly missing: readonly string[] } {
  const numbers = numbersOf(citation);
  if (citation.type === 'record' && citation.key === EVERY_REFERENCE) return { supports: [], missing: [] };
  const { given, facts, book, article } = citing;
  const { workspace } = given.project;
  const file = given.shown(facts.path);
  const resolution = resolveCitation(workspace, facts, citation);
  const supports: Support[] = [];
  const add = (reference: number) => {
    book.cite(reference, file, article);
    supports.push({ reference, where: citation.type === 'key' ? onOneLine(citation.suffix) : '' });
  };
  if (resolution.state === 'unknown')
    return { supports, missing: citation.type === 'number' ? numbers.map(String) : [citation.key] };
  if (citation.type !== 'number' && resolution.state === 'self') {
    const tagged = keyOfTag(workspace, citation.key);
    const identifier = citation.identifier ?? (tagged === undefined ? undefined : statedIdentifier(tagged));
    if (identifier) add(book.unlisted(given, identifier));
    return { supports, missing: identifier ? [] : [citation.key] };
  }
  // A key that two files define leads to the first of them; the check reports the second.
  const references = 'references' in resolution ? resolution.references : [];
  const found = citation.type === 'number' ? references : references.slice(0, 1);
  for (const { path, item } of found) add(book.listed(given, path, item));
  const listed = new Set(found.map(({ item }) => (item.type === 'numbered' ? item.number : undefined)));
  return { supports, missing: numbers.filter((number) => !listed.has(number)).map(String) };
}

/** Citations that share a bracket, as one piece of text. */
export function citedOf(citing: Citing, text: string, citations: readonly Citation[]): Cited & { supports: Support[] } {
  const supports: Support[] = [];
  const missing: string[] = [];
  for (const citation of citations) {
    const led = supportsOf(citing, citation);
    supports.push(...led.supports);
    missing.push(...led.missing);
  }
  const { start, end } = citations[0]?.group ?? { start: 0, end: 0 };
  return {
    written: onOneLine(text.slice(start, end)),
    references: [...new Set(supports.map((one) => one.reference))],
    missing,
    supports,
  };
}

/** Splits citations, sorted by place, into those that share a bracket. */
export function groupsOf(citations: readonly Citation[]): Citation[][] {
  const groups: Citation[][] = [];
  for (const citation of citations) {
    const last = groups.at(-1);
    if (last?.[0]?.group.start === citation.group.start) last.push(citation);
    else groups.push([citation]);
  }
  return groups;
}
