// What an overview tells of a fixture: all its files, or those named.

import { referenceName } from '../../../server/src/model/cited-name';
import type { GivenProject } from '../../../server/src/overview/given';
import type { ArticleOverview, Claim, Overview } from '../../../server/src/overview/overview';
import { overviewOf } from '../../../server/src/overview/overview-of';
import { parseFixture, projectOf } from '../fixture';

/** The overview of a fixture's files, in the order in which they stand there. */
export function overviewFrom(source: string, only?: readonly string[]): Overview {
  const fixture = parseFixture(source);
  const project = projectOf(fixture, true);
  const given: GivenProject = {
    project,
    shown: (path) => path,
    read: (path) => fixture.files.get(path) ?? '',
  };
  const paths = only ?? [...fixture.files.keys()].filter((path) => project.factsOf(path).role !== 'none');
  return overviewOf(paths.map((path) => ({ given, path })));
}

/** The sentences of an article that cite. */
export function claimsOf(article: ArticleOverview | undefined): Claim[] {
  return (article?.sections ?? []).flatMap(({ passages }) => passages.filter((passage) => passage.type === 'claim'));
}

/** A claim as a line: its text, its citations in the middle, and the keys that it rests on. */
export function claimLine(overview: Overview, { pieces, supports, missing }: Claim): string {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.written)).join('');
  const keys = supports.map(({ reference, where }) => {
    const found = overview.references[reference];
    const key = found ? referenceName(found.reference) : '?';
    return where === '' ? key : `${key} ${where}`;
  });
  return `${text} => ${[...keys, ...missing.map((key) => `no ${key}`)].join(' + ')}`;
}
