import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseOptions } from '../../../server/src/cli/command';
import { COMMAND_TABLE } from '../../../server/src/cli/command-table';

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Words of a command line up to a comment, a pipe or whatever else a shell takes for itself. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) {
    if (/^(?:#|\||>|&&|;)/.test(word)) break;
    words.push(word.replace(/["']/g, ''));
  }
  return words;
}

/** Command lines that a page shows, in code spans and in code. */
function commandsIn(text: string): string[][] {
  const lines = [...text.matchAll(/(?<![\w/.-]|#[^\n]*)clinical-content(?:@[\d.]+)? ([a-z][^`“”\n]*)/g)].map(
    (match) => match[1],
  );
  return lines.map((line = '') => wordsOf(line.replace(/'$/, '')));
}

describe('the command lines in the documentation', () => {
  for (const page of PAGES)
    it(`of ${page} are such as the program takes`, () => {
      for (const [name = '', ...args] of commandsIn(readFileSync(page, 'utf8'))) {
        const command = COMMAND_TABLE.find((one) => one.name === name);
        assert.ok(command, `${page} tells of “${name}”, which is no command`);
        assert.doesNotThrow(() => parseOptions(command, args), `${page}: ${name} ${args.join(' ')}`);
      }
    });

  it('are found at all', () => assert.ok(commandsIn(readFileSync('docs/ci.md', 'utf8')).length > 7));

  it('stand in YAML that can be read, with the version that there is', () => {
    const text = readFileSync('docs/ci.md', 'utf8');
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((match) => parse(match[1] ?? ''));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [workflow, hooks, gitlab] = blocks;
    assert.equal(blocks.length, 3);
    assert.equal(workflow.jobs.check.steps[1].uses, `clinical-content/clinical-content@v${version}`);
    assert.equal(hooks.repos[0].rev, `v${version}`);
    const { script, artifacts } = gitlab.content;
    for (const file of Object.values(artifacts.reports)) assert.ok(script[0].includes(`:${file}`), String(file));
    assert.ok(text.includes(`clinical-content@${version} check`));
  });
});
