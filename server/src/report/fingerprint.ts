// By what does a service know a finding again, after lines were added above it?

import type { Placed } from './result';

/** Characters on either side of what is reported that belong to its fingerprint. */
const AROUND = 40;

/** What is reported and a few words around it on its first line; spaces count once. */
function surroundings({ finding, source, line }: Placed): string {
  if (!source) return '';
  const { start, end } = source.lines.lineRange(line - 1);
  const from = Math.max(start, finding.start - AROUND);
  const to = Math.min(end, finding.end + AROUND);
  return source.text.slice(from, to).replace(/\s+/g, ' ').trim();
}

/**
 * A fingerprint for each finding, in their order: a hash of rule, path and surrounding text, then the number of this
 * occurrence, so that no two in a report are equal. `hash` gives hexadecimal digits; `pathOf` says under which path a file is known.
 */
export function fingerprints(
  findings: readonly Placed[],
  hash: (text: string) => string,
  pathOf: (file: string) => string = (file) => file,
): string[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    const digits = hash([one.finding.rule, pathOf(one.file), surroundings(one)].join('\n')).slice(0, 32);
    const occurrence = (seen.get(digits) ?? 0) + 1;
    seen.set(digits, occurrence);
    return `${digits}:${occurrence}`;
  });
}
