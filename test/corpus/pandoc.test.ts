import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isCrossReference } from '../../server/src/syntax/citation';
import { parseMarkdown } from '../../server/src/syntax/markdown';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const CORPORA = join(process.cwd(), '..', 'shared', 'corpora');

interface Cite {
  readonly citationId: string;
  readonly citationMode: { readonly t: string };
  readonly citationPrefix: unknown[];
  readonly citationSuffix: unknown[];
}

/** Keys and modes of pandoc's Cite nodes, in order; cross-references left out, as we leave them out. */
function citesIn(node: unknown, out: string[] = []): string[] {
  if (Array.isArray(node)) for (const one of node) citesIn(one, out);
  else if (node && typeof node === 'object') {
    const { t, c } = node as { t?: string; c?: [Cite[]] };
    if (t !== 'Cite') for (const one of Object.values(node)) citesIn(one, out);
    else {
      for (const cite of c?.[0] ?? []) {
        if (!isCrossReference(cite.citationId)) out.push(`${cite.citationId} ${cite.citationMode.t}`);
        citesIn([cite.citationPrefix, cite.citationSuffix], out);
      }
    }
  }
  return out;
}

function pandocBlocks(text: string): { t: string }[] {
  // Smart punctuation changes no citation; example lists would make `@a` a reference to `(@a)`.
  const json = execFileSync('pandoc', ['-f', 'markdown-smart-example_lists', '-t', 'json'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return JSON.parse(json).blocks;
}

const MODES = { normal: 'NormalCitation', 'in-text': 'AuthorInText', suppressed: 'SuppressAuthor' };
const ours = (text: string) =>
  parseMarkdown(text)
    .citations.filter((one) => one.type === 'key')
    .map((one) => `${one.key} ${MODES[one.mode]}`);

/** Where we differ on purpose: the text, and why. */
const DIFFERENCES: readonly (readonly [text: string, why: string])[] = [
  ['[text @a](https://example.org)', 'what a link’s text names is the link’s target, not a citation'],
  ['[text @a][label]', 'the same with a reference-style link'],
  ['host/@name', 'an account or a package, such as mastodon.online/@x and @types/node'],
  ['@@a', 'no author writes this to cite'],
  ['@*', 'only nocite cites everything'],
  ['@{{author["server"]}}', 'a template’s expression, not a key'],
];

describe('citations beside pandoc', function () {
  this.timeout(60_000);
  const compare = (name: string, ready: boolean, body: () => void) =>
    it(`${name}${ready ? '' : hasPandoc ? ' (not beside this checkout)' : ' (pandoc is not installed)'}`, function () {
      if (!ready) this.skip();
      body();
    });

  for (const folder of ['gc-cytokines', 'rephetio', 'numbered-reports']) {
    compare(`are the same in ${folder}`, hasPandoc && existsSync(join(CORPORA, folder)), () => {
      for (const file of readdirSync(join(CORPORA, folder)).filter((one) => one.endsWith('.md'))) {
        const text = readFileSync(join(CORPORA, folder, file), 'utf8');
        const theirs = citesIn(pandocBlocks(text)).filter((one) => !one.startsWith('{'));
        // A table's caption comes before its cells for pandoc, wherever it was written: so the keys are compared, not their order.
        assert.deepEqual(ours(text).sort(), theirs.sort(), file);
      }
    });
  }

  compare('are the same in generated text, in order', hasPandoc, () => {
    const key = fc.constantFrom(
      '@smith-2021',
      '@doe_1999',
      '@Foo.baz',
      '@Foo--b',
      '@a:b/c',
      '@doi:10.1136/bmj.n71',
      '@pmid:123',
      '@{x y}',
      '@{10.1/a(b)c}',
      '@müller20',
      '@a.',
      '@https://x.org/a',
      '@1a',
      '@_x',
      '@a?',
      '@a,',
      '@-a',
      '@a&b',
      '@a~b',
      '@a<b',
      '@a#b',
      'x@y.org',
    );
    const other = fc.constantFrom(
      'see',
      'p. 3',
      '*em*',
      '**st**',
      '`code @c`',
      '(x)',
      '[@a]',
      '[-@b; @c]',
      '[see @a, p. 3; also @b]',
      '[x]',
      '[x; @b]',
      '[x][@a]',
      '[x][see @b]',
      '[^1]',
      ';',
      ':',
      '\\@a',
      '\\[@a]',
      '$m @a$',
      '<b>',
      '"q @a"',
      '{.c}',
      '[@a]{.c}',
      '!',
      '[p. 3]',
      '[@a; ]',
      '[]',
      '[@]',
      '—@a',
      '(@a)',
      '*@a*',
      "@a's",
    );
    const paragraph = fc.array(fc.oneof(key, other), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const cases = fc.sample(paragraph, { numRuns: 2000, seed: 11 });
    const groups: unknown[][] = [];
    for (const block of pandocBlocks(cases.map((one, index) => `# ${index}\n\n${one}\n`).join('\n'))) {
      if (block.t === 'Header') groups.push([]);
      else groups.at(-1)?.push(block);
    }
    assert.equal(groups.length, cases.length);
    cases.forEach((text, index) => {
      assert.deepEqual(ours(text), citesIn(groups[index]), text);
    });
  });

  for (const [text, why] of DIFFERENCES) {
    compare(`differ for “${text}”: ${why}`, hasPandoc, () => {
      assert.deepEqual(ours(text), []);
      assert.notDeepEqual(citesIn(pandocBlocks(text)), []);
    });
  }
});
