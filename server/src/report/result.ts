// What did a run find, and what did it look at? The input of every reporter.

import type { LineIndex } from '../base/line-index';
import type { Finding } from '../lint/finding';

export interface CheckedFile {
  /** Path relative to the working directory, POSIX. */
  readonly path: string;
  readonly findings: readonly Finding[];
  /** Made only when there are findings to place. */
  readonly lines: () => LineIndex;
}

export interface Counts {
  readonly files: number;
  readonly citations: number;
  readonly references: number;
  readonly records: number;
  /** How many checks were run, file by file. */
  readonly checks: number;
  readonly skipped: number;
}

export interface Result {
  readonly files: readonly CheckedFile[];
  readonly counts: Counts;
}

/** A finding with 1-based line and UTF-16 column of both ends. */
export interface Placed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly finding: Finding;
}

/** All findings with their places, file by file. */
export function placed(result: Result): Placed[] {
  return result.files.flatMap((file) => {
    if (file.findings.length === 0) return [];
    const lines = file.lines();
    return file.findings.map((finding) => {
      const start = lines.position(finding.start);
      const end = lines.position(finding.end);
      return {
        file: file.path,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        finding,
      };
    });
  });
}
