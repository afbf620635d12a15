// How is the walk asked about a record? A line of carets stands under the text that it points at, with the rule and words of the message.

import assert from 'node:assert/strict';
import { type SchemaName, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import { type FoundReference, type ShapeProblem, walk } from '../../../server/src/schema/walk';
import { parseYaml } from '../../../server/src/syntax/yaml';

interface Expectation {
  readonly place: string;
  readonly rule: string;
  readonly words: string;
  readonly suggestion: string | undefined;
}

/** Splits a fixture into its text and the expectations `^^^ rule words → suggestion` about the line above each. */
function readFixture(fixture: string): { text: string; expectations: Expectation[] } {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of fixture.replace(/^\n/, '').split('\n')) {
    const match = /^( *)(\^+) (\S+)(.*?)(?: → (.*))?$/.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent = '', carets = '', rule = '', words = '', suggestion] = match;
    const place = `${lines.length}:${indent.length}-${indent.length + carets.length}`;
    expectations.push({ place, rule, words: words.trim(), suggestion });
  }
  return { text: lines.join('\n'), expectations };
}

/** What the walk reports and finds in one document. */
export function problemsOf(text: string, name: SchemaName): { problems: ShapeProblem[]; references: FoundReference[] } {
  const problems: ShapeProblem[] = [];
  const references: FoundReference[] = [];
  const file = parseYaml(text);
  assert.deepEqual(file.problems, []);
  walk(file.documents[0]?.root, SHIPPED_KINDS.schemaFor(name), {
    problem: (problem) => problems.push(problem),
    reference: (reference) => references.push(reference),
  });
  return { problems, references };
}

function placeOf(text: string, { start, end }: ShapeProblem): string {
  const before = text.slice(0, start).split('\n');
  const column = before.at(-1)?.length ?? 0;
  return `${before.length}:${column}-${column + end - start}`;
}

/** A test of the problems of a record: each expectation follows the line that it is about. */
export function checkWalk(name: string, schema: SchemaName, fixture: string): void {
  it(name, () => {
    const { text, expectations } = readFixture(fixture);
    const found = problemsOf(text, schema).problems.toSorted((a, b) => a.start - b.start);
    assert.deepEqual(
      found.map((problem) => ({ place: placeOf(text, problem), rule: problem.rule, suggestion: problem.suggestion })),
      expectations.map(({ place, rule, suggestion }) => ({ place, rule, suggestion })),
      JSON.stringify(found, undefined, 1),
    );
    found.forEach((problem, index) => {
      const words = expectations[index]?.words ?? '';
      assert.ok(problem.message.includes(words), `“${problem.message}” lacks “${words}”`);
      assert.match(problem.message, /^[“A-Z].*[.?]$/s);
    });
  });
}

/** What every condition begins with. */
export const HEAD = 'kind: condition\nid: a\nname: A';
