// Does every snippet give text that we ourselves find no fault with?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type SchemaName, SHIPPED_KINDS } from '../../../server/src/schema/registry';
import { walk } from '../../../server/src/schema/walk';
import { parseYaml } from '../../../server/src/syntax/yaml';
import { scalarText, valueAt } from '../../../server/src/syntax/yaml-node';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const VARIABLES: Readonly<Record<string, string>> = { CURRENT_YEAR: '2025', CURRENT_MONTH: '03', CURRENT_DATE: '14' };

function read(language: string): [string, Snippet][] {
  return Object.entries(JSON.parse(readFileSync(`snippets/clinical-content-${language}.code-snippets.json`, 'utf8')));
}

/** What the editor inserts when the author only presses Tab; `choice` picks among the choices. */
function expand(snippet: Snippet, choice = 0): string {
  const known = new Map<string, string>();
  return snippet.body
    .join('\n')
    .replace(/\$([A-Z_]+)/g, (_, name: string) => VARIABLES[name] ?? assert.fail(`unknown variable ${name}`))
    .replace(/\$\{(\d+)\|([^|]*)\|\}|\$\{(\d+):([^}]*)\}|\$(\d+)/g, (_, chosen, choices, placed, text, bare) => {
      if (bare) return known.get(bare) ?? '';
      const words = choices?.split(',');
      const value: string = words ? words[choice % words.length] : text;
      known.set(chosen ?? placed, value);
      return value;
    });
}

function choicesOf(snippet: Snippet): number {
  return Math.max(
    1,
    ...[...snippet.body.join('\n').matchAll(/\|([^|]*)\|/g)].map((match) => (match[1] as string).split(',').length),
  );
}

function checkYaml(text: string, name: SchemaName): void {
  const file = parseYaml(text);
  assert.deepEqual(file.problems, []);
  assert.equal(file.documents.length, 1);
  walk(file.documents[0]?.root, SHIPPED_KINDS.schemaFor(name), {
    problem: (problem) => assert.fail(`${problem.message}\n${text}`),
  });
}

/** The file that an author would type the snippet into. */
function inItsPlace(prefix: string, text: string): [string, SchemaName] {
  if (prefix === 'clinical-config') return [text, 'configuration'];
  if (prefix === 'clinical-references') return [text, 'references'];
  if (prefix.startsWith('clinical-reference-')) return [`references:\n${text}`, 'references'];
  if (prefix === 'clinical-evidence') return [`kind: cell\nid: microglia\nname: Microglia\nevidence:\n${text}`, 'cell'];
  return [text, scalarText(valueAt(parseYaml(text).documents[0]?.root, 'kind')) as SchemaName];
}

describe('the snippets', () => {
  for (const [name, snippet] of read('yaml')) {
    it(`give YAML without a fault: ${name}, with every choice`, () => {
      for (let choice = 0; choice < choicesOf(snippet); choice++)
        checkYaml(...inItsPlace(snippet.prefix, expand(snippet, choice)));
    });
  }

  it('give front matter without a fault', () => {
    const [, snippet] = read('markdown').find(([name]) => name === 'Article front matter') ?? assert.fail();
    const text = expand(snippet);
    const yaml = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? assert.fail('no front matter');
    checkYaml(yaml, 'article');
    assert.match(text, /\n# Chronic pain and the immune system\n/);
  });

  it('have prefixes that begin alike, are unique, and end with the last stop', () => {
    const all = [...read('yaml'), ...read('markdown')].map(([, snippet]) => snippet);
    assert.equal(new Set(all.map((snippet) => snippet.prefix)).size, all.length);
    for (const { prefix, body, description } of all) {
      assert.match(prefix, /^clinical-[a-z-]+$/);
      assert.match(body.join('\n'), /\$0/, prefix);
      assert.ok(description.length > 10, prefix);
    }
  });
});
