// The findings in the format of reviewdog, which writes them under a pull request as remarks and suggestions.

import type { Severity } from '../lint/finding';
import { HOME } from './home';
import { jsonText } from './json-text';
import { fixOf, type Placed, placed, type Result, type Source } from './result';
import { plainText } from './safe-text';

const SEVERITIES: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

const bytes = new TextEncoder();

/** Lines as anywhere, columns in bytes of UTF-8, both from 1. */
function position({ text, lines }: Source, offset: number): { line: number; column: number } {
  const { line, character } = lines.position(offset);
  const before = text.slice(offset - character, offset);
  return { line: line + 1, column: bytes.encode(before).length + 1 };
}

function range(source: Source, { start, end }: { readonly start: number; readonly end: number }) {
  return { start: position(source, start), end: position(source, end) };
}

/** A fix as one replacement: of several, reviewdog would make alternatives. */
function suggestion(one: Placed) {
  const edits = fixOf(one);
  const [first] = edits ?? [];
  const last = edits?.at(-1);
  if (!edits || !first || !last || !one.source) return undefined;
  let text = '';
  let at = first.start;
  for (const edit of edits) {
    text += one.source.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { range: range(one.source, { start: first.start, end: last.end }), text };
}

/** A `DiagnosticResult`. */
export function rdjson(result: Result): string {
  const pages = new Map(result.rules.map(({ id, page }) => [id, page]));
  const diagnostics = placed(result).map((one) => {
    const { file, finding, source } = one;
    const fix = suggestion(one);
    return {
      message: plainText(finding.message),
      location: { path: file, ...(source && { range: range(source, finding) }) },
      severity: SEVERITIES[finding.severity],
      code: { value: finding.rule, url: pages.get(finding.rule) },
      ...(fix && { suggestions: [fix] }),
    };
  });
  return jsonText({ source: { name: 'clinical-content', url: HOME }, diagnostics });
}
