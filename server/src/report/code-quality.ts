// The findings as GitLab’s Code Quality report reads them.

import type { Severity } from '../lint/finding';
import { fingerprints } from './fingerprint';
import { jsonText } from './json-text';
import { placed, type Result } from './result';
import { plainText } from './safe-text';

const SEVERITIES: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** A list of issues; GitLab has no place in it for what was checked. */
export function codeQuality(result: Result, hash: (text: string) => string): string {
  const findings = placed(result);
  const marks = fingerprints(findings, hash);
  return jsonText(
    findings.map(({ file, line, endLine, finding }, index) => ({
      description: plainText(finding.message),
      check_name: finding.rule,
      fingerprint: marks[index],
      severity: SEVERITIES[finding.severity],
      location: { path: file, lines: { begin: line, end: endLine } },
    })),
  );
}
