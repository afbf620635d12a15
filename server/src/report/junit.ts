// The findings as results of tests, which Jenkins, GitLab and most other build servers can show.

import { type CheckedFile, failsRun, type Placed, placedIn, type Result, type UnreadFile } from './result';
import { plainText } from './safe-text';
import { nothingText } from './tally';
import { element } from './xml';

/** What Jenkins groups by: it would take the ending of a file for the name of a class. */
function className(path: string): string {
  return plainText(path).replace(/\.[^./]*$/, '');
}

/** A test that failed, or one that was left out: what does not fail the check does not fail a build here. */
function findingCase({ file, line, column, finding }: Placed): string {
  const { rule, severity } = finding;
  const message = plainText(finding.message);
  const outcome = failsRun(finding)
    ? element('failure', { message, type: `${severity}/${rule}` })
    : element('skipped', { message: `${severity}: ${message}` });
  const name = `${rule} (line ${line}, column ${column})`;
  return element('testcase', { name, classname: className(file), file: plainText(file), line }, [outcome]);
}

interface Suite {
  readonly name: string;
  readonly failures?: number;
  readonly errors?: number;
  readonly skipped?: number;
  readonly cases: readonly string[];
}

function suite({ name, failures = 0, errors = 0, skipped = 0, cases }: Suite): string {
  return element('testsuite', { name: plainText(name), tests: cases.length, failures, errors, skipped }, cases);
}

function fileSuite(file: CheckedFile, errorsOnly: boolean): Suite {
  const { path, checks } = file;
  const findings = placedIn(file);
  const failures = findings.filter(({ finding }) => failsRun(finding)).length;
  const clean = element('testcase', {
    name: `${errorsOnly ? 'No errors' : 'No findings'} (${checks} checks)`,
    classname: className(path),
    file: plainText(path),
  });
  const cases = findings.length > 0 ? findings.map(findingCase) : [clean];
  return { name: path, failures, skipped: findings.length - failures, cases };
}

function unreadSuite({ path, problem }: UnreadFile): Suite {
  const message = plainText(`${path} ${problem}.`);
  const outcome = element('error', { message, type: 'not-checked' });
  const attributes = { name: 'Not checked', classname: className(path), file: plainText(path) };
  return { name: path, errors: 1, cases: [element('testcase', attributes, [outcome])] };
}

function nothingSuite(result: Result): Suite {
  const name = result.changes ? 'Nothing has changed' : 'Nothing was checked';
  const outcome = element('skipped', { message: nothingText(result) });
  const one = element('testcase', { name, classname: 'clinical-content' }, [outcome]);
  return { name, skipped: 1, cases: [one] };
}

/** One suite a file, one test a finding; a file without findings is one test that passed. */
export function junit(result: Result): string {
  const suites = [
    ...result.unread.map(unreadSuite),
    ...result.files.map((file) => fileSuite(file, result.errorsOnly)),
    ...(result.files.length === 0 ? [nothingSuite(result)] : []),
  ];
  const sum = (count: (one: Suite) => number | undefined) => suites.reduce((all, one) => all + (count(one) ?? 0), 0);
  const attributes = {
    name: 'clinical-content',
    tests: sum((one) => one.cases.length),
    failures: sum((one) => one.failures),
    errors: sum((one) => one.errors),
    skipped: sum((one) => one.skipped),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites.map(suite))}`;
}
