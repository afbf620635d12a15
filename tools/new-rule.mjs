// How does a new rule begin? Writes its source, its page and its test, and adds it to the table.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GROUPS as TITLES } from './build-docs.mjs';
import { Failure, main, node, root } from './run.mjs';

const USAGE = 'npm run new-rule my-rule-id -- --group citations';
const TABLE = 'server/src/rules/table.ts';
const GROUPS = Object.keys(TITLES);
/** What a scaffold reports until somebody writes the rule. */
const WORD = 'REPLACE-ME';

const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function sourceOf(id, group, version) {
  return `// TODO: which question does this rule answer?

import type { FileRule } from '../lint/rule';
import { isInCode } from './code-place';

export const ${camel(id)}: FileRule = {
  scope: 'file',
  meta: {
    id: '${id}',
    group: '${group}',
    summary: 'TODO: one plain sentence that says what is reported.',
    severity: 'hint',
    confidence: 'low',
    fixable: false,
    since: '${version}',
  },
  check(file, report) {
    for (const { 0: word, index } of file.text.matchAll(/\\b${WORD}\\b/g)) {
      if (isInCode(file, index)) continue;
      report({
        start: index,
        end: index + word.length,
        message: \`TODO: say what is wrong with “\${word}”, and what to do.\`,
      });
    }
  },
};
`;
}

function pageOf(id) {
  const front = '---\nkind: article\ntitle: Pacing yourself\nreviewed: 2025-11-03\n---';
  return `## What it reports

TODO: what is reported, and what is left alone.

## Why it matters

TODO: for a clinician or an editor: what happens to a reader if nobody notices?

## Examples

Reported:

\`\`\`markdown reported articles/pacing.md
${front}

Rest before you are ${WORD}.
\`\`\`

Not reported:

\`\`\`markdown fine articles/pacing.md
${front}

Rest before you are tired, not \`${WORD}\`.
\`\`\`

## How to put it right

TODO: steps. Mention the quick fix if there is one.

## When to switch it off

\`\`\`markdown fine articles/pacing.md
${front}

<!-- clinical-content-disable-next-line ${id} -- TODO: a good reason -->
Rest before you are ${WORD}.
\`\`\`

## Known limits

TODO: what it misses, and what it reports wrongly. Leave this section out for a rule of high confidence.
`;
}

function testOf(id) {
  return `import { checkRule } from './check-rule';

const article = (text: string) => \`---\\nkind: article\\ntitle: T\\nreviewed: 2025-06-01\\n---\\n\\n\${text}\\n\`;

describe('${id}', () => {
  const rule = '${id}';
  it('reports TODO', () => checkRule(rule, article('Some ${WORD} here.\\n     ${'^'.repeat(WORD.length)} what to do')));
  it('leaves code alone', () => checkRule(rule, article('Some \`${WORD}\` here.')));
});
`;
}

/** The table with the rule imported in alphabetical order, and listed after the last rule of its group. */
function withRule(table, id, group) {
  const name = camel(id);
  const line = `import { ${name} } from './${id}';`;
  const lines = table.split('\n');
  const imports = lines.filter((one) => one.startsWith('import {') && one.includes("from './"));
  const next = imports.find((one) => one.split("'./")[1] > line.split("'./")[1]);
  lines.splice(next ? lines.indexOf(next) : lines.indexOf(imports.at(-1)) + 1, 0, line);
  const opening = lines.findIndex((one) => one.startsWith('export const RULES'));
  const closing = lines.indexOf('];', opening);
  const groupAt = (index) => {
    const listed = lines[index].trim().replace(/,$/, '');
    const file = imports
      .find((one) => one.includes(`{ ${listed} }`))
      ?.split("'./")[1]
      ?.replace(/'.*/, '');
    if (!file) return undefined;
    return /group: '(\w+)'/.exec(readFileSync(join(root, `server/src/rules/${file}.ts`), 'utf8'))?.[1];
  };
  // A group that has no rule yet begins where the next group does.
  let at = closing;
  for (let index = opening + 1; index < closing; index++) {
    const other = groupAt(index);
    if (other === group) at = index + 1;
    else if (at === closing && GROUPS.indexOf(other) > GROUPS.indexOf(group)) at = index;
  }
  lines.splice(at, 0, `  ${name},`);
  return lines.join('\n');
}

function read(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: { group: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new Failure(error.message, `Write: ${USAGE}`);
  }
  const [id, ...others] = parsed.positionals;
  const { group } = parsed.values;
  if (!id || others.length > 0) throw new Failure('Name one new rule.', `Write: ${USAGE}`);
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id))
    throw new Failure(`“${id}” is no rule id: small letters, a hyphen between words, such as missing-dose-unit.`);
  if (!GROUPS.includes(group))
    throw new Failure(`Say which group it belongs to: ${GROUPS.join(', ')}.`, `Write: ${USAGE}`);
  return { id, group };
}

await main(import.meta, (args) => {
  const { id, group } = read(args);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = {
    [`server/src/rules/${id}.ts`]: sourceOf(id, group, version),
    [`docs/rules/${id}.md`]: pageOf(id),
    [`test/unit/rules/${id}.test.ts`]: testOf(id),
  };
  const present = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (present) throw new Failure(`${present} exists already.`, 'A rule’s id is never used twice: choose another one.');
  const table = readFileSync(join(root, TABLE), 'utf8');
  files[TABLE] = withRule(table, id, group);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  node('tools/build-docs.mjs', [], { quiet: true });
  console.log(`Written: ${Object.keys(files).join(', ')}.

It reports the word ${WORD} for now, so that everything is in place and \`npm run test:unit\` passes. Next:
  1. server/src/rules/${id}.ts: write what it looks for; the message names the thing and says what to do.
  2. test/unit/rules/${id}.test.ts: what must be reported, and above all what must not.
  3. docs/rules/${id}.md: replace each TODO; the examples are run as tests.
  4. Run it over real articles and read what it reports. A heuristic stays a hint until the counts on the page
     under “## Measured” say that it deserves more.
  5. \`npm run gen\`, then \`npm test\`.`);
});
