import assert from 'node:assert/strict';
import { citationName } from '../../../server/src/model/cited-name';
import { parseMarkdown } from '../../../server/src/syntax/markdown';
import { parsePlainText } from '../../../server/src/syntax/plain-text';
import type { ProseFile } from '../../../server/src/syntax/prose';
import { proseRanges } from '../../../server/src/syntax/prose';
import { sentencesOf } from '../../../server/src/syntax/sentence';

const drawn = ({ text, blocks }: ProseFile) =>
  blocks.map(
    (block) =>
      `${block.kind}${block.level || ''}${block.ordinal === undefined ? '' : `#${block.ordinal}`} ${text.slice(block.start, block.end).replaceAll('\n', '⏎')}`,
  );

describe('the blocks of Markdown', () => {
  it('are headings, paragraphs, items, cells, code and HTML, each without its marks', () => {
    const text =
      '---\ntitle: T\n---\n# One #\n\nTwo\n===\n\nText\nmore\n\n- a\n  - b\n\n3. c\n4. d\n\n> quoted\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n<p>html</p>\n';
    assert.deepEqual(drawn(parseMarkdown(text)), [
      'heading1 One',
      'heading1 Two',
      'paragraph Text⏎more',
      'item1 a',
      'item2 b',
      'item1#3 c',
      'item1#4 d',
      'paragraph quoted',
      'cell x',
      'cell y',
      'cell 1',
      'cell 2',
      'code ```⏎code⏎```',
      'html <p>html</p>',
    ]);
  });

  it('leave out of prose what is none', () => {
    const text = 'A `b` [c](d "e") <i>f</i> [@g] $h$ https://i.org j.';
    const file = parseMarkdown(text);
    assert.equal(
      proseRanges(file.blocks[0]!)
        .map(({ start, end }) => text.slice(start, end))
        .join('·'),
      'A · [c· ·f· · · · j.',
    );
  });

  it('keep links with label and target', () => {
    const text = '[a](<b c> "t") ![d](e.png) <https://f.org> https://g.org\n\n[h]: i.md\n';
    assert.deepEqual(
      parseMarkdown(text).links.map(
        ({ kind, url, label }) => `${kind} ${label ? text.slice(label.start, label.end) : ''}→${url}`,
      ),
      ['inline a→b c', 'image d→e.png', 'bare →https://f.org', 'bare →https://g.org', 'definition h→i.md'],
    );
  });

  it('begin after front matter, which is read with offsets of the whole file', () => {
    const text = '---\ntitle: T\n---\n\nText.\n';
    const { frontMatter } = parseMarkdown(text);
    const root = frontMatter?.yaml.documents[0]?.root;
    assert.equal(root?.type === 'map' && text.slice(root.entries[0]!.value!.start, root.entries[0]!.value!.end), 'T');
  });

  it('take an unclosed fence for a line, not for front matter', () =>
    assert.equal(parseMarkdown('---\ntitle: T\n').frontMatter, undefined));
});

describe('the blocks of plain text', () => {
  it('are a title, capital headings, paragraphs, bullets and numbered items', () => {
    const text =
      'My title\n\nIntro text here\nover two lines.\n\nA HEADING\n\n  • one\n\n  • two [1]\n\nREFERENCES\n\n  1. https://a.org\n\n  2. https://b.org/x).\n';
    assert.deepEqual(drawn(parsePlainText(text)), [
      'heading1 My title',
      'paragraph Intro text here⏎over two lines.',
      'heading2 A HEADING',
      'item1 one',
      'item1 two [1]',
      'heading2 REFERENCES',
      'item1#1 https://a.org',
      'item1#2 https://b.org/x).',
    ]);
    assert.deepEqual(
      parsePlainText(text).links.map((link) => link.url),
      ['https://a.org', 'https://b.org/x'],
    );
  });
});

describe('sentences', () => {
  const split = (text: string) => {
    const file = parseMarkdown(text);
    return sentencesOf(text, file.blocks[0]!).map(({ start, end }) => text.slice(start, end));
  };
  it('end at a stop before a capital', () =>
    assert.deepEqual(split('Pain rises. Sleep falls! Why?'), ['Pain rises.', 'Sleep falls!', 'Why?']));
  it('do not end at abbreviations, initials and numbers', () =>
    assert.deepEqual(split('Cytokines (e.g. IL-6) rise, cf. Smith et al. 2020 and Dr. A. Jones, by 1.5 times. Done.'), [
      'Cytokines (e.g. IL-6) rise, cf. Smith et al. 2020 and Dr. A. Jones, by 1.5 times.',
      'Done.',
    ]));
  it('keep the citations that follow their stop', () =>
    assert.deepEqual(split('Pain rises.[2][1] Sleep falls.[3]'), ['Pain rises.[2][1]', 'Sleep falls.[3]']));
  it('keep citations that a space parts from their stop, and end before one that begins a sentence', () =>
    assert.deepEqual(split('Pain rises. [@a; @b] Sleep falls. @smith-2021 disagrees. [1] Mood too.'), [
      'Pain rises. [@a; @b]',
      'Sleep falls.',
      '@smith-2021 disagrees. [1]',
      'Mood too.',
    ]));
  it('begin at a capital that is glued to a citation, and at emphasised words', () =>
    assert.deepEqual(split('Stress falls.[4]Trials go on.[3] **Sleep** helps.'), [
      'Stress falls.[4]',
      'Trials go on.[3]',
      '**Sleep** helps.',
    ]));
  it('do not end inside links and code', () =>
    assert.deepEqual(split('See `a. B` and https://x.org/a.B now. End.'), [
      'See `a. B` and https://x.org/a.B now.',
      'End.',
    ]));
});

describe('an address in plain text', () => {
  it('is no link of its own where it is the key of a citation', () => {
    const file = parsePlainText('See @https://x.org/?a=b and [@https://y.org/c], not https://z.org/d.');
    assert.deepEqual(file.citations.map(citationName), ['https://x.org', 'https://y.org/c']);
    assert.deepEqual(
      file.links.map((one) => one.url),
      ['https://z.org/d'],
    );
  });
});
