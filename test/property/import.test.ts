import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importArticle } from '../../server/src/conversion/article';
import { markdownOfHtml } from '../../server/src/conversion/html';
import { markdownOfText } from '../../server/src/conversion/plain-text';
import { citationName } from '../../server/src/model/cited-name';
import { readFile } from '../../server/src/model/read-file';
import { markdownParser } from '../../server/src/syntax/markdown-grammar';
import { anyCharacter } from './any-character';

const LIST = 5;
const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

/** A stretch of prose and what it cites; what it looks like in the source, and what must be left of it. */
interface Piece {
  readonly words: string;
  readonly cites: readonly string[];
}

interface Paragraph {
  readonly kind: 'heading' | 'bullet' | 'paragraph';
  readonly pieces: readonly Piece[];
}

const word = fc.constantFrom(
  ...[
    'pain',
    'IL-6',
    'TNF-α',
    'nerve',
    'is',
    '12',
    '2019',
    'β2',
    'a_b',
    'https://example.org/a_b',
    'me@example.org',
    'x.',
  ],
);
const sign = fc.constantFrom(
  ...['*', '_', '#', '##', '<b>', '<', '>', '[', ']', '(', ')', '{', '}', '@', '&amp;', '&', '$', '~', '~~', '^', '|'],
  ...[
    '\\',
    '`',
    '```',
    '-',
    '--',
    '---',
    '+',
    '=',
    '===',
    '1.',
    '2)',
    ':',
    '!',
    '"',
    '[x]',
    '[a](b)',
    '[a]: b',
    '[^1]',
  ],
  ...['*a*', '_a_', '**a**', '`a`', '<!-- a -->', '|-|', '- [ ]', '$a$', '@smith', '[-', '%', '::: a', '# a'],
);
const words = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: word }, sign), fc.constantFrom(' ', ' ', '')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) =>
    parts
      .map(([text, space]) => text + space)
      .join('')
      .trim(),
  )
  .filter((text) => text !== '' && !text.includes('[@') && !/\[\s*\d[\d\s,;–-]*\]/.test(text));
const cites = fc.array(fc.constantFrom('[1]', '[2]', '[3,4]', '[1–3]', '[5]', '[9]'), { maxLength: 3 });
const piece = fc.record({ words, cites }).map(({ words, cites }) => ({
  // An article is cited after words.
  words: `${words} end`,
  cites,
}));
const paragraph: fc.Arbitrary<Paragraph> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), pieces: fc.constant([{ words: 'WHY PAIN LASTS', cites: [] }]) }),
  fc.record({
    kind: fc.constantFrom('bullet' as const, 'paragraph' as const),
    // `[see @smith]` is a citation in plain text too.
    pieces: fc
      .array(piece, { minLength: 1, maxLength: 3 })
      .filter((pieces) => !/\[.*@/.test(pieces.map((one) => one.words).join(' '))),
  }),
);

function sourceOf(paragraphs: readonly Paragraph[]): string {
  const body = paragraphs.map(({ kind, pieces }) => {
    const text = pieces.map(({ words, cites }) => words + cites.join('')).join(' ');
    return kind === 'bullet' ? `  • ${text}` : kind === 'paragraph' ? `Then ${text}` : text;
  });
  const list = Array.from({ length: LIST }, (_, i) => `  ${i + 1}. https://pubmed.ncbi.nlm.nih.gov/${i + 11}/`);
  return ['About pain', ...body, 'REFERENCES', ...list].join('\n\n');
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

/** Nodes whose own signs no reader sees. */
const UNSEEN = new Set(['HeaderMark', 'ListMark', 'Citation', 'EmphasisMark', 'HTMLTag']);
const PROSE = new Set(['Document', 'BulletList', 'ListItem', 'Numbers', 'URL', 'Autolink', 'Escape', 'LinkMark']);
const LEAVES = new Set(['Paragraph', 'ATXHeading1', 'ATXHeading2']);

/** What a reader of the Markdown sees, block by block and without citations; fails where anything else is read as markup. */
function readText(markdown: string, allowed: readonly string[] = []): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const blocks: { from: number; to: number }[] = [];
  const unseen = new Set<number>();
  const hide = (from: number, to: number) => {
    for (let at = from; at < to; at++) unseen.add(at);
  };
  markdownParser.parse(body).iterate({
    enter({ name, from, to, node }) {
      const text = body.slice(from, to);
      if (LEAVES.has(name)) blocks.push({ from, to });
      else if (name === 'Escape') hide(from, from + 1);
      else if (name === 'LinkMark' && node.parent?.name === 'Autolink') hide(from, to);
      else if (name === 'Numbers' && text === '[9]') hide(from, to);
      else if (name === 'HTMLTag') {
        assert.match(text, /^<\/?(?:em|strong)>$/);
        hide(from, to);
      } else if (UNSEEN.has(name)) hide(from, to);
      else if (name === 'Link') {
        // Brackets without a target are only brackets.
        assert.match(text, /\]$/);
        assert.ok(!node.getChild('LinkLabel'), `“${text}” became a link`);
      } else if (!PROSE.has(name) && !allowed.includes(name)) assert.fail(`“${text}” is read as ${name}`);
    },
  });
  return blocks.map(({ from, to }) => {
    let seen = '';
    for (let at = from; at < to; at++) if (!unseen.has(at)) seen += body[at];
    return squeezed(seen.replace(/\\\n/g, ''));
  });
}

const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const WRAPS = [
  (text: string) => text,
  (text: string) => `<em>${text}</em>`,
  (text: string) => `<b>${text}</b>`,
  (text: string) => `<a href="#top"><span>${text}</span></a>`,
  (text: string) => `<i>${text} <b>so</b></i>`,
];

function pageOf(paragraphs: readonly Paragraph[], wraps: readonly number[]): string {
  let next = 0;
  const wrap = (text: string) =>
    (WRAPS[(wraps[next++ % wraps.length] as number) % WRAPS.length] as (one: string) => string)(text);
  const body = paragraphs.map(({ kind, pieces }) => {
    const inner = pieces.map(({ words, cites }) => wrap(asHtml(words)) + asHtml(cites.join(''))).join(' ');
    return kind === 'bullet'
      ? `<ul><li>${inner}</li></ul>`
      : kind === 'paragraph'
        ? `<p>Then ${inner}</p>`
        : `<h2>${inner}</h2>`;
  });
  const list = Array.from({ length: LIST }, (_, i) => `<li>https://pubmed.ncbi.nlm.nih.gov/${i + 11}/</li>`);
  return `<h1>About pain</h1>${body.join('\n')}<h2>References</h2><ol>${list.join('')}</ol>`;
}

describe('importing an article', function () {
  this.timeout(60_000);

  it('keeps every sign of a plain text, and nothing of it becomes markup', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
        const { article } = importArticle({
          name: 'pain',
          markdown: markdownOfText(sourceOf(paragraphs)),
          bibliography: 'pain.references.yaml',
        });
        const expected = [
          'Aboutpain',
          ...paragraphs.map(({ kind, pieces }) =>
            squeezed(`${kind === 'paragraph' ? 'Then ' : ''}${pieces.map((one) => one.words).join(' ')}`),
          ),
        ];
        assert.deepEqual(readText(article), expected, article);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps every sign of a web page, and nothing of it becomes other markup than it was', () => {
    const wraps = fc.array(fc.nat(WRAPS.length - 1), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), wraps, (paragraphs, wraps) => {
        const { markdown } = markdownOfHtml(pageOf(paragraphs, wraps));
        const { article } = importArticle({ name: 'pain', markdown, bibliography: 'pain.references.yaml' });
        let next = 0;
        const said = (words: string) =>
          (wraps[next++ % wraps.length] as number) % WRAPS.length === 4 ? `${words}so` : words;
        const expected = [
          'Aboutpain',
          ...paragraphs.map(({ kind, pieces }) =>
            squeezed(`${kind === 'paragraph' ? 'Then ' : ''}${pieces.map((one) => said(one.words)).join(' ')}`),
          ),
        ];
        assert.deepEqual(readText(article, ['Emphasis', 'StrongEmphasis']), expected, article);
      }),
      { numRuns: RUNS },
    );
  });

  it('cites after the import what was cited before, in the same order', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
        const { article, counts } = importArticle({
          name: 'pain',
          markdown: markdownOfText(sourceOf(paragraphs)),
          bibliography: 'pain.references.yaml',
        });
        const all = paragraphs.flatMap(({ pieces }) => pieces.map(({ cites }) => numbersOf(cites)));
        const expected = all.flatMap((numbers) => [...new Set(numbers)].map((number) => `pmid-${number + 10}`));
        const found = readFile('pain.md', article).facts.citations.map(citationName);
        assert.deepEqual(found, expected, article);
        assert.equal(counts.citations, all.flat().length);
      }),
      { numRuns: RUNS },
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        for (const markdown of [text, markdownOfText(text), `${text}\n\n## References\n\n1. a\n2. ${text}`])
          importArticle({ name: 'x', markdown, bibliography: 'x.yaml' });
      }),
      { numRuns: RUNS },
    );
  });
});

/** The numbers that the list has, in the order of the text. */
function numbersOf(cites: readonly string[]): number[] {
  const known: Readonly<Record<string, number[]>> = { '[3,4]': [3, 4], '[1–3]': [1, 2, 3], '[9]': [] };
  return cites.flatMap((one) => known[one] ?? [Number(one.slice(1, -1))]);
}
