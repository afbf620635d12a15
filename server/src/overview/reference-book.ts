// Which references do some files list and cite, where are they cited, and what is wrong with them?

import { LineIndex } from '../base/line-index';
import { papersOf } from '../index/same-paper';
import { referenceNameRange } from '../model/cited-name';
import type { Identifier, Reference } from '../model/facts';
import { NO_DATA } from '../model/reference-data';
import type { GivenProject } from './given';
import type { ArticleOverview, ReferenceOverview, Remark } from './overview';
import { remarkOf, sortedOut } from './remark';

interface Draft {
  readonly reference: Reference;
  readonly file: string | undefined;
  readonly inLock: boolean;
  line: number;
  remarks: readonly Remark[];
  readonly citedIn: Map<string, { article: number | undefined; times: number }>;
}

interface ListingFile {
  readonly given: GivenProject;
  readonly path: string;
  readonly references: number[];
}

/** Sentences by the reference they rest on and the article they stand in. */
function restingOn(articles: readonly ArticleOverview[]): ReadonlyMap<number, ReadonlyMap<number, number[]>> {
  const resting = new Map<number, Map<number, number[]>>();
  for (const [article, { sections }] of articles.entries())
    for (const passage of sections.flatMap(({ passages }) => passages)) {
      if (passage.type !== 'claim') continue;
      for (const { reference } of passage.supports) {
        const places = resting.get(reference) ?? new Map<number, number[]>();
        resting.set(reference, places);
        const sentences = places.get(article) ?? [];
        places.set(article, sentences);
        sentences.push(passage.number);
      }
    }
  return resting;
}

function isInLock({ project }: GivenProject, { identifiers }: Reference): boolean {
  return identifiers.some(({ scheme, value }) => papersOf(project.workspace, scheme, value).length > 0);
}

/** Gathers references as articles and records are read. An index, once given, stays. */
export class ReferenceBook {
  readonly #drafts: Draft[] = [];
  readonly #known = new Map<Reference | string, number>();
  readonly #files = new Map<GivenProject, Map<string, ListingFile>>();

  /** Index of a reference that a file lists. */
  listed(given: GivenProject, path: string, reference: Reference): number {
    const known = this.#known.get(reference);
    if (known !== undefined) return known;
    const index = this.#add(reference, reference, given.shown(path), isInLock(given, reference));
    const files = this.#files.get(given) ?? new Map<string, ListingFile>();
    this.#files.set(given, files);
    const file = files.get(path) ?? { given, path, references: [] };
    files.set(path, file);
    file.references.push(index);
    return index;
  }

  /** Index of a paper that is cited by an identifier alone, which no file lists. */
  unlisted(given: GivenProject, { scheme, value }: Pick<Identifier, 'scheme' | 'value'>): number {
    const name = `${scheme} ${value}`;
    const nowhere = { start: 0, end: 0 };
    const reference: Reference = {
      type: 'keyed',
      origin: 'csl',
      key: `${scheme}:${value}`,
      keyRange: nowhere,
      identifiers: [{ scheme, value, ...nowhere }],
      malformed: [],
      data: NO_DATA,
      ...nowhere,
    };
    return this.#known.get(name) ?? this.#add(name, reference, undefined, isInLock(given, reference));
  }

  #add(name: Reference | string, reference: Reference, file: string | undefined, inLock: boolean): number {
    const index = this.#drafts.length;
    this.#drafts.push({ reference, file, inLock, line: 1, remarks: [], citedIn: new Map() });
    this.#known.set(name, index);
    return index;
  }

  cite(index: number, file: string, article: number | undefined): void {
    const citedIn = this.#drafts[index]?.citedIn;
    const before = citedIn?.get(file)?.times ?? 0;
    citedIn?.set(file, { article, times: before + 1 });
  }

  #placeIn({ given, path, references }: ListingFile): void {
    const lines = new LineIndex(given.read(path));
    const drafts = references.map((index) => this.#drafts[index] as Draft);
    const { at } = sortedOut(
      given.project.findings(path),
      drafts.map((draft) => draft.reference),
    );
    for (const draft of drafts) {
      draft.line = lines.position(referenceNameRange(draft.reference).start).line + 1;
      draft.remarks = (at.get(draft.reference) ?? []).map((finding) => remarkOf(finding, lines));
    }
  }

  /** All of them, each placed in its file, with what was found there and the sentences that rest on it. */
  finish(articles: readonly ArticleOverview[]): ReferenceOverview[] {
    const resting = restingOn(articles);
    for (const files of this.#files.values()) for (const file of files.values()) this.#placeIn(file);
    return this.#drafts.map(({ citedIn, ...draft }, index) => ({
      ...draft,
      citedIn: [...citedIn].map(([file, { article, times }]) => ({
        file,
        article,
        times,
        sentences: (article === undefined ? undefined : resting.get(index)?.get(article)) ?? [],
      })),
    }));
  }
}
