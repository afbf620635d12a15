// The findings as one JSON document, for other programs.

import { jsonText } from './json-text';
import { placed, type Result } from './result';

/** Version 1 of the machine-readable report: 1-based UTF-16 columns, paths relative to the working directory. */
export function json(result: Result): string {
  const { files, citations, references, records, checks } = result.counts;
  const findings = placed(result).map(({ file, line, column, endLine, endColumn, finding }) => ({
    file,
    line,
    column,
    endLine,
    endColumn,
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    fixable: finding.fix !== undefined,
  }));
  return jsonText({
    version: 1,
    files,
    citations,
    references,
    records,
    checks,
    unread: result.unread,
    leftOut: result.leftOut,
    changedSince: result.changes?.since,
    touched: result.changes?.touched,
    findings,
  });
}
