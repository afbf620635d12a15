// What does an editor want to know of some articles before they are published? Plain data: no file, no offset, no markup.

import type { Severity } from '../lint/finding';
import type { Reference } from '../model/facts';

/** A finding, placed at its line (counted from 1). */
export interface Remark {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly line: number;
}

/** A citation as it stands in its sentence. */
export interface Cited {
  readonly written: string;
  /** Indexes into `Overview.references`. */
  readonly references: readonly number[];
  /** Keys and numbers that lead to nothing. */
  readonly missing: readonly string[];
}

/** A reference that a sentence rests on, and where in it, as written (`p. 217`); empty for the whole of it. */
export interface Support {
  readonly reference: number;
  readonly where: string;
}

/** A sentence that cites. */
export interface Claim {
  readonly type: 'claim';
  /** Counted from 1 within the article. */
  readonly number: number;
  readonly line: number;
  /** The first cell of its row, for a cell of a table; undefined elsewhere. */
  readonly row: string | undefined;
  readonly pieces: readonly (string | Cited)[];
  readonly supports: readonly Support[];
  readonly missing: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Sentences in a row that cite nothing. */
export interface Silence {
  readonly type: 'silence';
  readonly sentences: readonly string[];
  readonly remarks: readonly Remark[];
}

export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly title: string | undefined;
  readonly level: number;
  readonly passages: readonly (Claim | Silence)[];
}

export interface ArticleOverview {
  /** Its path, as people know it. */
  readonly file: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** Cited in the front matter, outside any sentence. */
  readonly outside: readonly Cited[];
  /** Findings about the article as a whole. */
  readonly remarks: readonly Remark[];
  readonly citations: number;
  /** Distinct references in the order in which they are first cited. */
  readonly references: readonly number[];
  /** All findings of its file. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many of these are told at the references of its own list. */
  readonly findingsAtReferences: number;
}

export interface CitingFile {
  readonly file: string;
  /** Index into `Overview.articles`; undefined for a record. */
  readonly article: number | undefined;
  readonly times: number;
  /** Numbers of the article's sentences that rest on the reference, in order. */
  readonly sentences: readonly number[];
}

export interface ReferenceOverview {
  readonly reference: Reference;
  /** The file that lists it; undefined when an identifier is cited that no file lists. */
  readonly file: string | undefined;
  /** Whether the project's references.lock.json knows one of its identifiers. */
  readonly inLock: boolean;
  readonly line: number;
  readonly remarks: readonly Remark[];
  readonly citedIn: readonly CitingFile[];
}

export interface FileRemarks {
  readonly file: string;
  readonly remarks: readonly Remark[];
}

export interface Overview {
  readonly articles: readonly ArticleOverview[];
  /** Those that the given files list or cite. */
  readonly references: readonly ReferenceOverview[];
  /** Findings in records and reference files that concern no single reference. */
  readonly elsewhere: readonly FileRemarks[];
  /** Files that were given: articles, records and reference files. */
  readonly files: number;
  readonly checks: number;
  /** Findings that the overview tells, each counted once. */
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Nothing found yet. */
export function noFindings(): Record<Severity, number> {
  return { error: 0, warning: 0, info: 0, hint: 0 };
}
