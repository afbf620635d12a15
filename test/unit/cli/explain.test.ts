// What does `explain` print?

import assert from 'node:assert/strict';
import { explain } from '../../../server/src/cli/explain';
import { EXPLANATIONS, RULE_PAGES } from '../../../server/src/cli/explanations.gen';
import type { Terminal } from '../../../server/src/cli/terminal';
import { UsageError } from '../../../server/src/cli/usage-error';
import { rulePage } from '../../../server/src/features/diagnostics';
import { RULES } from '../../../server/src/rules/table';

interface Screen {
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly env?: Terminal['env'];
}

function printed(
  argv: readonly string[],
  { columns = 80, isTTY = true, env = { NO_COLOR: '1' } }: Screen = {},
): string {
  let text = '';
  const out = {
    write: (more: string) => {
      text += more;
    },
    isTTY,
    columns,
  };
  assert.equal(explain(argv, { out, err: out, env, cwd: '/', today: '2026-01-15' }), 0);
  return text;
}

const ESCAPE = String.fromCharCode(27);

describe('explain', () => {
  it('lists every rule once, with its level, in columns', () => {
    const lines = printed([], { columns: 120 }).split('\n');
    const column = 4 + Math.max(...RULES.map((rule) => rule.meta.id.length));
    for (const { meta } of RULES) {
      const own = lines.filter((line) => line.startsWith(`  ${meta.id} `));
      assert.equal(own.length, 1, meta.id);
      assert.equal(own[0]?.indexOf(meta.severity, meta.id.length + 2), column, meta.id);
    }
    assert.ok(lines.includes('Citations'));
  });
  it('keeps within the terminal', () => {
    for (const columns of [50, 72, 100]) {
      const lines = [printed([], { columns }), printed(['missing-identifier'], { columns })].join('\n').split('\n');
      const text = lines.filter((line) => !/https?:/.test(line));
      assert.deepEqual(
        text.filter((line) => line.length > columns),
        [],
        String(columns),
      );
    }
  });
  it('says of a rule what, how serious, why, what to do, an example and where to read on', () => {
    const text = printed(['citation-out-of-range']);
    assert.match(
      text,
      /^citation-out-of-range\nA cited number that the article’s reference list does not have\.\nerror by default/,
    );
    assert.match(text, /\nWhy it matters\n {2}A number beyond the list/);
    assert.match(text, /\nHow to put it right\n {2}1\. Find out which paper was meant;[^\n]*\n {5}\S/);
    assert.match(text, /\nExample of what is reported\n {2}Regular walking improves sleep\[1\]/);
    assert.match(text, /\nMore: https:\/\/\S+\/docs\/rules\/citation-out-of-range\.md\n$/);
  });
  it('shows options with their defaults', () =>
    assert.match(printed(['review-overdue']), /\nOptions\n {2}- months \(36\): Months after which/));
  it('has a text without Markdown for every rule, and points where the editor points', () => {
    for (const { meta } of RULES) {
      const { why, remedy, example } = EXPLANATIONS[meta.id] ?? {};
      assert.ok(why && remedy?.length && example, meta.id);
      assert.doesNotMatch([why, ...remedy].join('\n'), /`|\]\(|\*\*/, meta.id);
      assert.equal(`${RULE_PAGES}${meta.id}.md`, rulePage(meta.id));
    }
    assert.deepEqual(Object.keys(EXPLANATIONS).sort(), RULES.map((rule) => rule.meta.id).sort());
  });
  it('colours a terminal, and nothing else', () => {
    assert.ok(printed([], { env: {} }).includes(ESCAPE));
    assert.ok(!printed([], { env: {}, isTTY: false }).includes(ESCAPE));
    assert.ok(!printed([], { env: { NO_COLOR: '1' } }).includes(ESCAPE));
    assert.ok(!printed(['--no-color'], { env: {} }).includes(ESCAPE));
    assert.ok(printed(['--color', 'wrong-kind'], { isTTY: false }).includes(ESCAPE));
  });
  it('asks back after a slip of the finger', () => {
    const says = (text: RegExp) => (error: unknown) => error instanceof UsageError && text.test(error.message);
    assert.throws(() => printed(['unresolved-citatoin']), says(/Did you mean “unresolved-citation”\?/));
    assert.throws(() => printed(['nonsense']), says(/^There is no check called “nonsense”\. Run/));
    assert.throws(() => printed(['a', 'b']), says(/Name one check/));
    assert.throws(() => printed(['--colour']), says(/--help/));
  });
});
