// What is there to tell of the files that a person asked about?

import { LineIndex } from '../base/line-index';
import type { Severity } from '../lint/finding';
import { articleOverview } from './article-overview';
import { supportsOf } from './citing';
import type { GivenFile } from './given';
import { type ArticleOverview, type FileRemarks, noFindings, type Overview } from './overview';
import { ReferenceBook } from './reference-book';
import { countIn, remarkOf, sortedOut } from './remark';

/** Reads the given files once each and gathers what they cite, wherever it is listed. Takes time in proportion to them. */
export function overviewOf(files: readonly GivenFile[], progress: (done: number) => void = () => {}): Overview {
  const book = new ReferenceBook();
  const articles: ArticleOverview[] = [];
  const elsewhere: FileRemarks[] = [];
  let checks = 0;
  for (const [index, file] of files.entries()) {
    checks += file.given.project.checksOf(file.path);
    if (file.given.project.factsOf(file.path).role === 'article')
      articles.push(articleOverview(file, articles.length, book));
    else elsewhere.push(...otherFile(file, book));
    progress(index + 1);
  }
  const references = book.finish(articles);
  const findings: Record<Severity, number> = noFindings();
  for (const { remarks } of [...references, ...elsewhere]) countIn(findings, remarks);
  for (const { remarks, sections } of articles) {
    countIn(findings, remarks);
    for (const { passages } of sections) for (const passage of passages) countIn(findings, passage.remarks);
  }
  return { articles, references, elsewhere, files: files.length, checks, findings };
}

/** A record or reference file: what it lists and cites, and what was found that concerns no reference of its own. */
function otherFile({ given, path }: GivenFile, book: ReferenceBook): FileRemarks[] {
  const facts = given.project.factsOf(path);
  for (const reference of facts.references) book.listed(given, path, reference);
  for (const citation of facts.citations) supportsOf({ given, facts, book, article: undefined }, citation);
  const { rest } = sortedOut(given.project.findings(path), facts.references);
  if (rest.length === 0) return [];
  const lines = new LineIndex(given.read(path));
  return [{ file: given.shown(path), remarks: rest.map((finding) => remarkOf(finding, lines)) }];
}
