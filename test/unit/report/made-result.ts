// Results to print: those of a fixture, as a check would give them, and those made by hand.

import { createHash } from 'node:crypto';
import { createColors } from 'picocolors';
import type { Finding } from '../../../server/src/lint/finding';
import type { Setting } from '../../../server/src/report/format-table';
import { FORMAT_TABLE } from '../../../server/src/report/format-table';
import type { CheckedFile, Result } from '../../../server/src/report/result';
import { RULES } from '../../../server/src/rules/table';
import { parseFixture, projectOf } from '../fixture';

export const SETTING: Setting = {
  colors: createColors(false),
  width: 100,
  today: '2026-11-22',
  hash: (text, encoding) => createHash('sha256').update(text).digest(encoding),
};

const RULE_INFO = RULES.map(({ meta: { id, group, summary, severity, confidence } }) => ({
  id,
  group,
  summary,
  severity,
  confidence,
  page: `https://example.org/rules/${id}.md`,
  help: 'Why, and what to do.',
}));

/** A result of these files; counts of what they hold are made up. */
export function resultWith(files: readonly CheckedFile[], more: Partial<Result> = {}): Result {
  const checks = files.reduce((sum, file) => sum + file.checks, 0);
  const counts = { files: files.length, citations: 3, references: 2, records: 1, checks };
  return {
    files,
    counts,
    unread: [],
    rules: RULE_INFO,
    errorsOnly: false,
    leftOut: 0,
    changes: undefined,
    share: undefined,
    version: '1.2.3',
    ...more,
  };
}

/** A file with findings at given offsets of its text. */
export function fileWith(
  path: string,
  text: string | undefined,
  findings: readonly Partial<Finding>[] = [],
): CheckedFile {
  const whole = findings.map((one) => ({
    start: 0,
    end: 0,
    message: 'Something is wrong.',
    rule: 'glued-citation',
    severity: 'warning' as const,
    confidence: 'high' as const,
    ...one,
  }));
  return { path, findings: whole, checks: 36, text: () => text };
}

/** What a check finds in the files of a fixture. */
export function resultFrom(source: string, more: Partial<Result> = {}): Result {
  const fixture = parseFixture(source);
  const project = projectOf(fixture, true);
  const files = [...fixture.files].map(([path, text]) => ({
    path,
    findings: project.findings(path),
    checks: project.checksOf(path),
    text: () => text,
  }));
  return resultWith(files, more);
}

/** A result in a format, by its name. */
export function printed(name: string, result: Result, setting: Partial<Setting> = {}): string {
  const format = FORMAT_TABLE.find((one) => one.name === name);
  if (!format) throw new Error(`There is no format ${name}.`);
  return format.print(result, { ...SETTING, ...setting });
}
