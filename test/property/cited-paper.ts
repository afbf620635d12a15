// Which papers does an article cite, place by place, and what do the checks find in it?

import { resolveCitation } from '../../server/src/index/resolution';
import { citationName, identifierOf } from '../../server/src/model/cited-name';
import type { Reference } from '../../server/src/model/facts';
import { readFile } from '../../server/src/model/read-file';
import { projectOf } from '../unit/fixture';

type Files = ReadonlyMap<string, string>;

/** All that leads to the paper; an address only where nothing better does. */
function nameOf({ identifiers }: Reference): string {
  const known = identifiers.filter((one) => one.scheme !== 'url');
  const shown = known.length > 0 ? known : identifiers;
  return shown
    .map((one) => `${one.scheme} ${one.value}`)
    .sort()
    .join(' ');
}

function project(files: Files) {
  return projectOf({ files, expected: [], cursor: undefined }, true);
}

/** For each place that cites, the papers by their identifiers or words, each once; marks with only spaces between them are one place. */
export function citedPapers(files: Files, path: string): string[][] {
  const { workspace } = project(files);
  const text = files.get(path) ?? '';
  const { facts } = readFile(path, text, { named: true });
  const places: { end: number; papers: Set<string> }[] = [];
  for (const citation of facts.citations) {
    const resolution = resolveCitation(workspace, facts, citation);
    const stated = identifierOf(citation);
    const named =
      resolution.state === 'found'
        ? resolution.references.map(({ item }) => nameOf(item))
        : [stated ? `${stated.scheme} ${stated.value}` : `? ${citationName(citation)}`];
    const last = places.at(-1);
    const together = last && /^ *$/.test(text.slice(last.end, citation.group.start));
    const place = together ? last : { end: 0, papers: new Set<string>() };
    if (!together) places.push(place);
    place.end = citation.group.end;
    for (const one of named) place.papers.add(one);
  }
  return places.map(({ papers }) => [...papers].sort());
}

/** The checks that find something in some files of a project. */
function rulesIn(files: Files, paths: readonly string[]): Set<string> {
  const one = project(files);
  return new Set(paths.flatMap((path) => one.findings(path).map(({ rule }) => rule)));
}

/** Checks that find something in `paths` after a change and found nothing in `known` paths before it. */
export function newFindings(before: Files, known: readonly string[], after: Files, paths: readonly string[]): string[] {
  const earlier = rulesIn(before, known);
  // Whoever appends a list makes an article of a text, and of an article a review date is asked.
  return [...rulesIn(after, paths)].filter((rule) => !earlier.has(rule) && rule !== 'missing-review-date');
}
