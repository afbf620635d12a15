// What did a run find, and what did it look at? The input of every reporter.

import { LineIndex } from '../base/line-index';
import type { Edit, Finding } from '../lint/finding';
import type { RuleMeta } from '../lint/rule';
import type { ArticleImpact } from '../overview/article-impact';

export interface CheckedFile {
  /** Path relative to the working directory, POSIX; starts with `../` for a file outside. */
  readonly path: string;
  readonly findings: readonly Finding[];
  /** How many checks looked at the file. */
  readonly checks: number;
  /** The text that the findings are about; undefined when the file is gone. Asked for only where there are findings. */
  readonly text: () => string | undefined;
}

interface Counts {
  readonly files: number;
  readonly citations: number;
  readonly references: number;
  readonly records: number;
  /** How many checks were run, file by file. */
  readonly checks: number;
}

/** A rule as reports name it. */
export interface ReportedRule extends Pick<RuleMeta, 'id' | 'group' | 'summary' | 'severity' | 'confidence'> {
  /** Address of its page. */
  readonly page: string;
  /** Why it matters and how to put it right, in paragraphs. */
  readonly help: string;
}

/** A file that was asked for and could not be read; `problem` follows the name in a sentence. */
export interface UnreadFile {
  readonly path: string;
  readonly problem: string;
}

/** An article that did not change and cites or names what did. */
export interface TouchedArticle {
  readonly path: string;
  readonly touches: readonly ArticleImpact[];
}

export interface Result {
  readonly files: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  readonly counts: Counts;
  /** Every rule there is; findings name them. */
  readonly rules: readonly ReportedRule[];
  /** Whether findings below errors were left out. */
  readonly errorsOnly: boolean;
  /** How many findings are not told because a baseline lists them. */
  readonly leftOut: number;
  /** Which share of the files this is, from 1; undefined for all of them. */
  readonly share: { readonly index: number; readonly count: number } | undefined;
  /** When only changes are reported: since which commit, and which other articles they concern. */
  readonly changes: { readonly since: string; readonly touched: readonly TouchedArticle[] } | undefined;
  /** Version of this program. */
  readonly version: string;
}

/** A text with its lines. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** A stretch with 1-based line and UTF-16 column of both ends, the second one exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its place; at line 1, column 1, when its file is gone. */
export interface Placed extends Region {
  readonly file: string;
  readonly finding: Finding;
  readonly source: Source | undefined;
}

/** Where a stretch of a text stands. */
export function regionOf({ lines }: Source, range: { readonly start: number; readonly end: number }): Region {
  const start = lines.position(range.start);
  const end = lines.position(range.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

const NOWHERE: Region = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The findings of one file with their places, in the order of its text. */
export function placedIn(file: CheckedFile): Placed[] {
  if (file.findings.length === 0) return [];
  const text = file.text();
  const source = text === undefined ? undefined : { text, lines: new LineIndex(text) };
  return file.findings.map((finding) => ({
    ...(source ? regionOf(source, finding) : NOWHERE),
    file: file.path,
    finding,
    source,
  }));
}

/** All findings with their places, file by file. */
export function placed(result: Result): Placed[] {
  return result.files.flatMap(placedIn);
}

/** The edits that put a finding right, in the order of the text; undefined without a fix, or when its text is gone. */
export function fixOf({ finding, source }: Placed): readonly Edit[] | undefined {
  const edits = finding.fix?.edits;
  if (!edits || !source || edits.some(({ end }) => end > source.text.length)) return undefined;
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether a finding makes a run fail: heuristics never do, whatever their level. */
export function failsRun({ severity, confidence }: Finding): boolean {
  return severity === 'error' && confidence !== 'low';
}
