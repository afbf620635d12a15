import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bracketAt } from '../../../server/src/syntax/citation';
import { parseMarkdown } from '../../../server/src/syntax/markdown';

/** Citations of a text, one word each: `key`, `key!` in text, `key-` author suppressed, `key|suffix`. */
function read(text: string): string {
  return parseMarkdown(text)
    .citations.map((one) => {
      if (one.type === 'number') return one.written;
      const { key, mode, suffix } = one;
      return `${key}${mode === 'in-text' ? '!' : mode === 'suppressed' ? '-' : ''}${suffix ? `|${suffix}` : ''}`;
    })
    .join(' ; ');
}

const CASES: readonly (readonly [what: string, text: string, expected: string])[] = [
  ['one key', '[@smith-2021]', 'smith-2021'],
  ['several keys', '[@a; @b;@c]', 'a ; b ; c'],
  ['a prefix and a locator', '[see @a, pp. 33-35 and *passim*]', 'a|pp. 33-35 and *passim*'],
  ['a suppressed author', '[-@a, p. 3]', 'a-|p. 3'],
  ['a key in the text', 'As @doe_1999 says', 'doe_1999!'],
  ['a key in the text with its page and more keys', '@doe [p. 33; @b]', 'doe!|p. 33 ; b'],
  ['a suppressed key in the text', 'In -@doe it', 'doe-'],
  ['a bare key before a footnote', '@doe [^1]', 'doe!'],
  ['inner punctuation, one sign at a time', '@Foo.baz. and @Foo--b and @a:b/c_d', 'Foo.baz! ; Foo! ; a:b/c_d!'],
  ['an address as a key', '[@https://example.org/a_b]', 'https://example.org/a_b'],
  ['braces for anything else', '[@{10.1016/S0006-2952(96)00509-6}]', '10.1016/S0006-2952(96)00509-6'],
  ['letters of any script', '[@müller2020; @Šimek1999; @李2019]', 'müller2020 ; Šimek1999 ; 李2019'],
  [
    'identifiers with prefixes',
    '[@doi:10.7717/peerj.705; @pmc:PMC4304851; @pubmed:25648772]',
    'doi:10.7717/peerj.705 ; pmc:PMC4304851 ; pubmed:25648772',
  ],
  ['two keys without the semicolon', '[@pmid:1 @pmid:2]', 'pmid:1 ; pmid:2!'],
  ['brackets inside a bracket', '[see [the] work of @a]', 'a'],
  ['a bracket over two lines', '[@a;\n@b]', 'a ; b'],
  ['a bracket over two lines of a quotation', '> [@a;\n> @b]', 'a ; b'],
  ['keys inside emphasis', '**as [@a]** *and @b*', 'a ; b!'],
  ['keys in a picture’s caption', '![A figure [@a; @b]](x.png)', 'a ; b'],
  ['nothing in a link’s text or target', '[@a](https://x.org/@b) [c @d][e]\n\n[e]: https://x.org', ''],
  ['keys in a bracket right behind another', '[x][@a] ![y][see @b, p. 3] [*z*][c @d]', 'a ; b|p. 3 ; d'],
  ['nothing in code', '`[@a]` and\n\n```\n[@b]\n```\n\n    [@c]', ''],
  ['nothing in comments', '<!-- [@a] -->\n\ntext <!-- @b --> text', ''],
  ['nothing in mathematics', '$[@a]$ and $$\n@b\n$$', ''],
  ['nothing after a backslash', '\\@a and [\\@b]', ''],
  ['nothing in addresses', 'a@b.org, https://host/@c, mastodon.online/@d, <e@f.org>', ''],
  ['nothing after a word', 'foo@bar', ''],
  ['no cross-reference', '@fig:one [@Fig:two; @tbl-x] @sec-y [@eq:z]', ''],
  ['a bracket part without a key, with its keys read in the text', '[see this; @a]', 'a!'],
  ['no bracket with attributes', '[@a]{.x}', 'a!'],
  ['no definition', '[@a]: doi:10.5555/x', ''],
  ['text between tags, not the tags', '<div title="[@a]">\n[@b]\n</div>', 'b'],
  ['no Jinja', '[{{x}}@{{y["z"]}}](u)', ''],
];

const NUMBERS: readonly (readonly [what: string, text: string, expected: string])[] = [
  ['one number', 'a[1]', '1'],
  ['numbers that touch', 'a[1][2]', '1 ; 2'],
  ['numbers in one bracket', 'a [1, 2;3]', '1 ; 2 ; 3'],
  ['spans with any dash', 'a[3–5] b[6-8]', '3–5 ; 6-8'],
  ['nothing with a target', '[1](https://x.org) [text][1]\n\n[1]: x', ''],
  ['a number before a citation by key', '[1][@a] [2][see @b]', '1 ; a ; 2 ; b'],
  ['no footnote and no task', '[^1] text\n\n- [x] done', ''],
  ['no nought and no span backwards', '[0] [5–3] [0, 1]', ''],
  ['no page range', '[1057-1305]', ''],
  ['no decimal interval', '[1.2, 3.4]', ''],
  ['nothing in mathematics', '$x \\in [1, 2]$', ''],
];

describe('citations in Markdown', () => {
  for (const [what, text, expected] of [...CASES, ...NUMBERS])
    it(`are read: ${what}`, () => assert.equal(read(text), expected));

  it('have ranges for the whole, the key and the bracket', () => {
    const text = 'Pain [see -@smith-2021, p. 3].';
    const [one] = parseMarkdown(text).citations;
    assert.ok(one?.type === 'key');
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual(
      [at(one), at(one.keyRange), at(one.group)],
      ['-@smith-2021, p. 3', 'smith-2021', '[see -@smith-2021, p. 3]'],
    );
  });
});

describe('a bracket of nothing but keys', () => {
  const keys = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'B', '7', '_', ':', '/', '.', '-', 'é', '@', ';', '{', ' ') }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  const after = fc.constantFrom('', ' ', '(', '{', ':', '[', '[x]', '.', 'é');

  it('is read in one go as it is read sign by sign, which a blank at its end makes it', () => {
    fc.assert(
      fc.property(keys, after, (names, rest) => {
        const inside = names.map((name) => `@${name}`).join('; ');
        const quick = bracketAt(`x [${inside}]${rest}`, 2);
        const slow = bracketAt(`x [${inside} ]${rest}`, 2);
        assert.deepEqual(quick?.keys, slow?.keys);
        assert.equal(quick?.end, slow && slow.end - 1);
      }),
      { numRuns: 2000 },
    );
  });
});
