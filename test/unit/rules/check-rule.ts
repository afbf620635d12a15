// Holds what one rule reports against the carets of a fixture.

import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/lint/finding';
import { applyEdits, compatible } from '../../../server/src/lint/fix';
import { type Fixture, parseFixture, projectOf } from '../fixture';

interface Seen {
  readonly path: string;
  readonly finding: Finding;
}

/** Every finding of a fixture's files. */
export function findingsOf(fixture: Fixture, named = true): Seen[] {
  const project = projectOf(fixture, named);
  return [...fixture.files.keys()].flatMap((path) => project.findings(path).map((finding) => ({ path, finding })));
}

/** The text with carets and messages under each finding, so that a failing test reads like its fixture. */
function drawn(
  fixture: Fixture,
  marks: readonly { path: string; start: number; end: number; label: string }[],
): string {
  return [...fixture.files]
    .map(([path, text]) => {
      const out = [`-- ${path} --`];
      let at = 0;
      for (const line of text.split('\n')) {
        out.push(line);
        for (const mark of marks) {
          if (mark.path === path && mark.start >= at && mark.start <= at + line.length) {
            out.push(`${' '.repeat(mark.start - at)}${'^'.repeat(Math.max(1, mark.end - mark.start))} ${mark.label}`);
          }
        }
        at += line.length + 1;
      }
      return out.join('\n');
    })
    .join('\n');
}

/**
 * The rule's findings stand exactly over the carets, in every file; text behind the carets must occur in the message. A fixture
 * without carets expects none.
 */
export function checkRule(rule: string, source: string): void {
  const fixture = parseFixture(source);
  const seen = findingsOf(fixture).filter((one) => one.finding.rule === rule);
  const marks = seen.map(({ path, finding }) => ({
    path,
    start: finding.start,
    end: finding.end,
    label: finding.message,
  }));
  const ranges = (list: readonly { path: string; start: number; end: number }[]) =>
    list.map((one) => `${one.path} ${one.start}-${one.end}`).sort();
  assert.deepEqual(
    ranges(marks),
    ranges(fixture.expected),
    `\nfound:\n${drawn(fixture, marks)}\n\nexpected:\n${drawn(fixture, fixture.expected)}\n`,
  );
  for (const want of fixture.expected) {
    const message =
      marks.find((one) => one.path === want.path && one.start === want.start && one.end === want.end)?.label ?? '';
    assert.ok(message.includes(want.label), `the message “${message}” does not say “${want.label}”`);
  }
}

/** Applying the rule's fixes gives `after`, the rule is content with it, and nothing else found anything new. */
export function checkFix(rule: string, before: string, after: string): void {
  const fixture = parseFixture(before);
  const seen = findingsOf(fixture);
  const fixed = new Map<string, string>();
  for (const [path, text] of fixture.files) {
    const fixes = seen
      .filter((one) => one.path === path && one.finding.rule === rule)
      .flatMap((one) => one.finding.fix ?? []);
    fixed.set(path, applyEdits(text, compatible(fixes)));
  }
  assert.deepEqual(Object.fromEntries(fixed), Object.fromEntries(parseFixture(after).files));
  const count = (list: readonly Seen[]) => {
    const counts = new Map<string, number>();
    for (const { finding } of list) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    return counts;
  };
  const counts = count(seen);
  for (const [id, number] of count(findingsOf({ ...fixture, files: fixed }))) {
    assert.ok(number <= (id === rule ? 0 : (counts.get(id) ?? 0)), `after the fix ${id} is found ${number} times`);
  }
}
