// What does a Markdown file say? Front matter, leaf blocks, citations, links and comments, each with exact offsets.

import type { Tree, TreeCursor } from '@lezer/common';
import { TreeFragment } from '@lezer/common';
import type { Range } from '../base/range';
import { frontMatterOf } from './front-matter';
import { markdownParser } from './markdown-grammar';
import type { Comment } from './problem';
import type { Block, BlockKind, FrontMatter, Link, ProseCitation, ProseFile } from './prose';
import { citationsIn, numbersIn } from './prose-citation';
import { parseYaml } from './yaml';

/** What the next parse of an edited text can build on. */
export interface MarkdownState {
  readonly text: string;
  readonly bodyStart: number;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

export interface MarkdownFile extends ProseFile {
  readonly state: MarkdownState;
}

/** The changed stretch of two texts: everything before `from` and after `toA`/`toB` is equal. */
function changeBetween(a: string, b: string): { fromA: number; toA: number; fromB: number; toB: number } {
  let from = 0;
  const shortest = Math.min(a.length, b.length);
  while (from < shortest && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let tail = 0;
  while (tail < shortest - from && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return { fromA: from, toA: a.length - tail, fromB: from, toB: b.length - tail };
}

function parseBody(text: string, bodyStart: number, previous: MarkdownState | undefined): MarkdownState {
  let fragments: readonly TreeFragment[] = [];
  if (previous && previous.bodyStart === bodyStart) {
    const change = changeBetween(previous.text, text);
    fragments = TreeFragment.applyChanges(previous.fragments, [change]);
  }
  // Front matter is blanked out, not cut off, so that the tree's offsets are the file's.
  const body = bodyStart > 0 ? `${' '.repeat(bodyStart - 1)}\n${text.slice(bodyStart)}` : text;
  const tree = markdownParser.parse(body, fragments);
  return { text, bodyStart, tree, fragments: TreeFragment.addTree(tree, fragments) };
}

/**
 * Reads Markdown. Never throws for any text. With the state of an earlier parse of nearly the same text, only what changed
 * is parsed anew; the result is the same.
 */
export function parseMarkdown(text: string, previous?: MarkdownState): MarkdownFile {
  const fences = frontMatterOf(text);
  const state = parseBody(text, fences?.end ?? 0, previous);
  const frontMatter: FrontMatter | undefined = fences && {
    ...fences,
    yaml: parseYaml(text, fences.inner.start, fences.inner.end),
  };
  const walk = new Lowering(text);
  walk.children(state.tree.cursor());
  return {
    text,
    frontMatter,
    blocks: walk.blocks,
    citations: walk.citations,
    links: walk.links,
    comments: walk.comments,
    problems: frontMatter?.yaml.problems ?? [],
    state,
  };
}

const LEAF: Readonly<Record<string, BlockKind>> = {
  Paragraph: 'paragraph',
  Task: 'paragraph',
  FootnoteDefinition: 'paragraph',
  TableCell: 'cell',
  FencedCode: 'code',
  CodeBlock: 'code',
  HTMLBlock: 'html',
};
const OPAQUE = new Set([
  'InlineCode',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Mathematics',
  'FootnoteMark',
  'Autolink',
  'QuoteMark',
  'LinkLabel',
  'LinkTitle',
  'TaskMarker',
]);

/** One walk over the tree, in document order. */
class Lowering {
  readonly blocks: Block[] = [];
  readonly citations: ProseCitation[] = [];
  readonly links: Link[] = [];
  readonly comments: Comment[] = [];
  readonly #text: string;
  #depth = 0;
  #ordinal: number | undefined;
  #opaque: Range[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  children(cursor: TreeCursor): void {
    if (!cursor.firstChild()) return;
    do this.#block(cursor);
    while (cursor.nextSibling());
    cursor.parent();
  }

  #block(cursor: TreeCursor): void {
    const name = cursor.name;
    const kind = LEAF[name];
    if (kind) this.#leaf(cursor, kind, 0);
    else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading'))
      this.#leaf(cursor, 'heading', Number(name.at(-1)));
    else if (name === 'CommentBlock') this.#comment(cursor.from, cursor.to);
    else if (name === 'LinkReference') this.#definition(cursor);
    else if (name === 'OrderedList') this.#orderedList(cursor);
    else if (name === 'BulletList') this.#list(cursor, undefined);
    else this.children(cursor);
  }

  #orderedList(cursor: TreeCursor): void {
    const written = cursor.node
      .getChildren('ListItem')
      .map((item) => Number.parseInt(this.#text.slice(item.from, item.from + 9), 10));
    const first = written[0] ?? 1;
    const lazy = written.length > 1 && written.every((number) => number === first);
    this.#list(cursor, (index) => (lazy ? first + index : written[index]));
  }

  #list(cursor: TreeCursor, ordinalOf: ((index: number) => number | undefined) | undefined): void {
    this.#depth++;
    const outer = this.#ordinal;
    let index = 0;
    if (cursor.firstChild()) {
      do {
        if (cursor.name !== 'ListItem') continue;
        this.#ordinal = ordinalOf?.(index++);
        this.children(cursor);
      } while (cursor.nextSibling());
      cursor.parent();
    }
    this.#ordinal = outer;
    this.#depth--;
  }

  #leaf(cursor: TreeCursor, kind: BlockKind, level: number): void {
    const inItem = kind === 'paragraph' && this.#depth > 0;
    this.#opaque = [];
    const index = this.blocks.length;
    const firstCitation = this.citations.length;
    const range = { start: cursor.from, end: cursor.to };
    if (kind === 'html') this.#html(range, index);
    else if (kind !== 'code') this.#inline(cursor, index);
    const block = {
      ...this.#trimmed(range, cursor, kind),
      kind: inItem ? ('item' as const) : kind,
      level: inItem ? this.#depth : level,
      ordinal: inItem ? this.#ordinal : undefined,
      opaque: kind === 'code' ? [range] : this.#opaque,
    };
    if (inItem) this.#ordinal = undefined;
    this.blocks.push(block);
    for (let i = firstCitation; i < this.citations.length; i++)
      block.opaque.push((this.citations[i] as ProseCitation).group);
    block.opaque.sort((a, b) => a.start - b.start);
  }

  /** A heading's text without its marks. */
  #trimmed(range: Range, cursor: TreeCursor, kind: BlockKind): Range {
    if (kind !== 'heading') return range;
    let { start, end } = range;
    for (const mark of cursor.node.getChildren('HeaderMark')) {
      if (mark.from === start) start = mark.to;
      else end = mark.from;
    }
    while (start < end && /\s/.test(this.#text[start] as string)) start++;
    while (end > start && /\s/.test(this.#text[end - 1] as string)) end--;
    return { start, end };
  }

  /** Children of an inline node that begin before `stop`; `cites` is false inside the text of a link. */
  #inline(cursor: TreeCursor, block: number, stop = Number.POSITIVE_INFINITY, cites = true): void {
    if (!cursor.firstChild()) return;
    do {
      if (cursor.from >= stop) break;
      const name = cursor.name;
      const range = { start: cursor.from, end: cursor.to };
      if (name === 'Citation' && cites) this.citations.push(...citationsIn(this.#text, range, block));
      else if (name === 'Numbers' && cites) this.citations.push(...numbersIn(this.#text, range, block));
      else if (name === 'Link' || name === 'Image') this.#link(cursor, block);
      else if (name === 'URL') this.#bare(range);
      else if (OPAQUE.has(name)) this.#mask(cursor, range);
      else this.#inline(cursor, block, stop, cites);
    } while (cursor.nextSibling());
    cursor.parent();
  }

  #mask(cursor: TreeCursor, range: Range): void {
    this.#opaque.push(range);
    if (cursor.name === 'Comment') this.#comment(range.start, range.end);
    if (cursor.name === 'Autolink') {
      const target = cursor.node.getChild('URL');
      if (target) this.#addLink('bare', range, undefined, { start: target.from, end: target.to });
    }
  }

  #bare(range: Range): void {
    this.#opaque.push(range);
    this.#addLink('bare', range, undefined, range);
  }

  #link(cursor: TreeCursor, block: number): void {
    const { node } = cursor;
    const marks = node.getChildren('LinkMark');
    const url = node.getChild('URL');
    const [open, close] = marks;
    const whole = { start: node.from, end: node.to };
    const label = open && close ? { start: open.to, end: close.from } : undefined;
    if (url && label)
      this.#addLink(cursor.name === 'Image' ? 'image' : 'inline', whole, label, { start: url.from, end: url.to });
    const firstMark = close ? close.from : whole.end;
    const leadsAway = url !== null || node.getChild('LinkLabel') !== null;
    if (leadsAway) this.#opaque.push({ start: firstMark, end: whole.end });
    // The text of a link leads to its target and cites nothing; a picture's caption and `[text]` without a target are prose.
    this.#inline(cursor, block, firstMark, cursor.name === 'Image' || !leadsAway);
  }

  #definition(cursor: TreeCursor): void {
    const label = cursor.node.getChild('LinkLabel');
    const url = cursor.node.getChild('URL');
    if (!label || !url) return;
    this.#addLink(
      'definition',
      { start: cursor.from, end: cursor.to },
      { start: label.from + 1, end: label.to - 1 },
      { start: url.from, end: url.to },
    );
  }

  #addLink(kind: Link['kind'], whole: Range, label: Range | undefined, target: Range): void {
    const text = this.#text.slice(target.start, target.end);
    const angled = text.startsWith('<') && text.endsWith('>');
    const inner = angled ? { start: target.start + 1, end: target.end - 1 } : target;
    this.links.push({ ...whole, kind, label, target: inner, url: this.#text.slice(inner.start, inner.end) });
  }

  #comment(start: number, end: number): void {
    const text = this.#text.slice(start, end);
    for (const match of text.matchAll(/<!--([\s\S]*?)-->/g)) {
      const at = start + match.index;
      this.comments.push({ start: at, end: at + match[0].length, text: (match[1] as string).trim() });
    }
  }

  /** Text between the tags of an HTML block is prose too; tags, comments, scripts and preformatted text are not. */
  #html(range: Range, block: number): void {
    const text = this.#text.slice(range.start, range.end);
    const skip = /<!--[\s\S]*?(?:-->|$)|<(script|style|pre|code)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*(?:>|$)/gi;
    let from = 0;
    for (const match of text.matchAll(skip)) {
      this.#htmlText(range.start + from, range.start + match.index, block);
      from = match.index + match[0].length;
      this.#opaque.push({ start: range.start + match.index, end: range.start + from });
      if (match[0].startsWith('<!--')) this.#comment(range.start + match.index, range.start + from);
    }
    this.#htmlText(range.start + from, range.end, block);
  }

  #htmlText(start: number, end: number, block: number): void {
    const text = this.#text.slice(start, end);
    for (const match of text.matchAll(/\[[^[\]]{1,2000}\]/g)) {
      const range = { start: start + match.index, end: start + match.index + match[0].length };
      this.citations.push(...citationsIn(this.#text, range, block), ...numbersIn(this.#text, range, block));
    }
  }
}
