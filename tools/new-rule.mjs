// How does a new rule begin? Writes its source, its page and its test, and adds it to the table.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GROUPS as TITLES } from './build-docs.mjs';
import { Failure, main, node, packageCommand, root } from './run.mjs';

const USAGE = 'npm run new-rule my-rule-id -- --group citations [--scope workspace]';
const TABLE = 'server/src/rules/table.ts';
const GROUPS = Object.keys(TITLES);
/** What a scaffold reports until somebody writes the rule. */
const WORD = 'REPLACE-ME';

const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const metaOf = (id, group, version) => `  meta: {
    id: '${id}',
    group: '${group}',
    summary: 'TODO: one plain sentence that says what is reported.',
    severity: 'hint',
    confidence: 'low',
    fixable: false,
    since: '${version}',
  },`;

/** By what a rule looks at: its source, what it reports for now, and what looks like that and is left alone. */
const SCAFFOLDS = {
  file: {
    about: 'one file’s text and tree',
    reported: WORD,
    fine: `\`${WORD}\``,
    source: (id, group, version) => `// TODO: which question does this rule answer?

import type { FileRule } from '../lint/rule';
import { isInCode } from './code-place';

export const ${camel(id)}: FileRule = {
  scope: 'file',
${metaOf(id, group, version)}
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
`,
  },
  workspace: {
    about: 'one file’s facts and, by its context, the whole repository and the date',
    reported: `[more](${WORD}.md)`,
    fine: `[more](https://example.org/${WORD}.md)`,
    source: (id, group, version) => `// TODO: which question does this rule answer?

import { folderOf, resolvePath } from '../base/path';
import type { WorkspaceRule } from '../lint/rule';

export const ${camel(id)}: WorkspaceRule = {
  scope: 'workspace',
${metaOf(id, group, version)}
  check(facts, report, { workspace }) {
    for (const { target, start, end } of facts.links) {
      const path = resolvePath(folderOf(facts.path), target);
      if (target !== '${WORD}.md' || path === undefined) continue;
      const is = workspace.hasPath(path) ? 'is' : 'is not';
      report({ start, end, message: \`TODO: say what is wrong with “\${path}”, which \${is} there, and what to do.\` });
    }
  },
};
`,
  },
};

function pageOf(id, { reported, fine }) {
  const front = '---\nkind: article\ntitle: Pacing yourself\nreviewed: 2025-11-03\n---';
  return `## What it reports

TODO: what is reported, and what is left alone.

## Why it matters

TODO: for a clinician or an editor: what happens to a reader if nobody notices?

## Examples

Reported:

\`\`\`markdown reported articles/pacing.md
${front}

Rest before you are tired: ${reported}.
\`\`\`

Not reported:

\`\`\`markdown fine articles/pacing.md
${front}

Rest before you are tired: ${fine}.
\`\`\`

## How to put it right

TODO: steps. Mention the quick fix if there is one.

## When to switch it off

\`\`\`markdown fine articles/pacing.md
${front}

<!-- clinical-content-disable-next-line ${id} -- TODO: a good reason -->
Rest before you are tired: ${reported}.
\`\`\`

## Known limits

TODO: what it misses, and what it reports wrongly. Leave this section out for a rule of high confidence.
`;
}

function testOf(id, { reported, fine }) {
  const at = reported.indexOf(WORD);
  const length = reported.includes('.md') ? `${WORD}.md`.length : WORD.length;
  const carets = `${' '.repeat('Some '.length + at)}${'^'.repeat(length)}`;
  return `import { checkRule } from './check-rule';

const article = (text: string) => \`---\\nkind: article\\ntitle: T\\nreviewed: 2025-06-01\\n---\\n\\n\${text}\\n\`;

describe('${id}', () => {
  const rule = '${id}';
  it('reports TODO', () => checkRule(rule, article('Some ${reported} here.\\n${carets} what to do')));
  it('leaves TODO alone', () => checkRule(rule, article('Some ${fine} here.')));
});
`;
}

/** The files of a new rule, by path. */
export function scaffoldOf(id, group, scope, version) {
  const scaffold = SCAFFOLDS[scope];
  return {
    [`server/src/rules/${id}.ts`]: scaffold.source(id, group, version),
    [`docs/rules/${id}.md`]: pageOf(id, scaffold),
    [`test/unit/rules/${id}.test.ts`]: testOf(id, scaffold),
  };
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
    parsed = parseArgs({
      args,
      options: { group: { type: 'string' }, scope: { type: 'string', default: 'file' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Failure(error.message, `Write: ${USAGE}`);
  }
  const [id, ...others] = parsed.positionals;
  const { group, scope } = parsed.values;
  if (!id || others.length > 0) throw new Failure('Name one new rule.', `Write: ${USAGE}`);
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id))
    throw new Failure(`“${id}” is no rule id: small letters, a hyphen between words, such as missing-dose-unit.`);
  if (!GROUPS.includes(group))
    throw new Failure(`Say which group it belongs to: ${GROUPS.join(', ')}.`, `Write: ${USAGE}`);
  if (!Object.hasOwn(SCAFFOLDS, scope)) {
    const choice = Object.entries(SCAFFOLDS).map(([name, { about }]) => `${name} (${about})`);
    throw new Failure(`Say what it looks at: ${choice.join(' or ')}.`, `Write: ${USAGE}`);
  }
  return { id, group, scope };
}

await main(import.meta, (args) => {
  const { id, group, scope } = read(args);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = scaffoldOf(id, group, scope, version);
  const present = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (present) throw new Failure(`${present} exists already.`, 'A rule’s id is never used twice: choose another one.');
  const table = readFileSync(join(root, TABLE), 'utf8');
  files[TABLE] = withRule(table, id, group);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  packageCommand('@biomejs/biome', ['format', '--write', ...Object.keys(files)], { quiet: true });
  node('tools/build-docs.mjs', [], { quiet: true });
  console.log(`Written: ${Object.keys(files).join(', ')}.

It reports ${SCAFFOLDS[scope].reported} for now, so that everything is in place; a test fails until no TODO is left. Next:
  1. server/src/rules/${id}.ts: write what it looks for; the message names the thing and says what to do.
  2. test/unit/rules/${id}.test.ts: what must be reported, and above all what must not.
  3. docs/rules/${id}.md: replace each TODO; the examples are run as tests.
  4. Run it over real articles and read what it reports. A heuristic stays a hint until the counts on the page
     under “## Measured” say that it deserves more.
  5. \`npm run gen\`, then \`npm test\`.`);
});
