// How does the text inside a paragraph of HTML look in Markdown? Emphasis, links and raised text keep their meaning.

import type { DefaultTreeAdapterTypes } from 'parse5';
import { escapedInline, escapedStart } from './escape';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Text is escaped where it is written; raw pieces are Markdown already. */
type Piece =
  | { readonly text: string }
  | { readonly raw: string }
  | { readonly mark: '*' | '**'; readonly pieces: readonly Piece[] };

/** What the words of a page do not show by themselves. */
export interface Page {
  /** Addresses that links with words lead to: a link whose text is a number repeats one of them. */
  readonly listed: ReadonlySet<string>;
  pictures: number;
}

const BREAK = '\\\n';
const NUMBER = /^\s*(?:[[(]\s*)?\d{1,3}(?:\s*[,;–—-]\s*\d{1,3})*(?:\s*[\])])?\s*$/;
const NOTE = /^#(?:.*-)?(footnote|endnote)-(\w+)$/;
/** A way back to the text, which means nothing elsewhere. */
const ARROW = /^(?:[↑↩⤴^]\ufe0e?\ufe0f?)+$/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** All words in an element, as written. */
export function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(wordsOf).join('') : '';
}

/** Whether a link shows nothing but numbers, as a citation does. */
export function isNumberLink(element: Element): boolean {
  return NUMBER.test(wordsOf(element));
}

/** The label by which Markdown knows a note of a word processor: `#footnote-1` is `^1`, `#endnote-1` is `^e1`. */
export function noteLabel(address: string): string | undefined {
  const [, kind, id] = NOTE.exec(address) ?? [];
  return id === undefined ? undefined : `^${kind === 'endnote' ? 'e' : ''}${id}`;
}

/** An address in brackets cannot end them; anything but a page or a mailbox is no address. */
function addressOf(href: string): string | undefined {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.startsWith('#') || !/^(?:https?:|mailto:|(?![a-z][a-z\d+.-]*:))/i.test(trimmed))
    return undefined;
  return trimmed.replace(/[\s<>()"\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function linkPieces(element: Element, page: Page): Piece[] {
  const href = attributeOf(element, 'href') ?? '';
  const inner = piecesIn(element, page);
  const address = addressOf(href);
  const words = wordsOf(element).trim();
  if (/^#(?:.*-)?(?:footnote|endnote)-ref-/.test(href) || (href.startsWith('#') && ARROW.test(words))) return [];
  if (address === undefined || words === '' || (isNumberLink(element) && page.listed.has(href))) return inner;
  if (words === href.trim() || `https://${words}` === href.trim()) return [{ text: words }];
  return [{ raw: '[' }, ...inner, { raw: `](${address})` }];
}

function picturePieces(element: Element, page: Page): Piece[] {
  const address = addressOf(attributeOf(element, 'src') ?? '');
  const alt = (attributeOf(element, 'alt') ?? '').trim();
  if (address) return [{ raw: '![' }, { text: alt }, { raw: `](${address})` }];
  page.pictures++;
  return alt ? [{ text: `(Picture: ${alt})` }] : [];
}

/** Backticks that are longer than any inside. */
function codePieces(words: string): Piece[] {
  if (words.trim() === '') return [];
  const fence = '`'.repeat(Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const space = /^`|`$/.test(words.trim()) ? ' ' : '';
  return [{ raw: `${fence}${space}${words.replace(/\s+/g, ' ').trim()}${space}${fence}` }];
}

function elementPieces(element: Element, page: Page): Piece[] {
  switch (element.tagName) {
    case 'script':
    case 'style':
    case 'template':
    case 'head':
      return [];
    case 'br':
      return [{ raw: BREAK }];
    case 'em':
    case 'i':
    case 'cite':
      return [{ mark: '*', pieces: piecesIn(element, page) }];
    case 'strong':
    case 'b':
      return [{ mark: '**', pieces: piecesIn(element, page) }];
    case 'code':
    case 'kbd':
    case 'samp':
      return codePieces(wordsOf(element));
    case 'a':
      return linkPieces(element, page);
    case 'img':
      return picturePieces(element, page);
    case 'sup':
    case 'sub': {
      const [link] = element.childNodes.filter(isElement);
      const note = link && noteLabel(attributeOf(link, 'href') ?? '');
      if (note) return [{ raw: `[${note}]` }];
      const inner = piecesIn(element, page);
      return inner.length === 0 ? [] : [{ raw: `<${element.tagName}>` }, ...inner, { raw: `</${element.tagName}>` }];
    }
    default:
      return piecesIn(element, page);
  }
}

function piecesIn(element: Element, page: Page): Piece[] {
  return piecesOf(element.childNodes, page);
}

function piecesOf(nodes: readonly Node[], page: Page): Piece[] {
  return nodes.flatMap((node) => {
    if ('value' in node) return [{ text: node.value.replace(/[ \t\r\n\f]+/g, ' ') }];
    return isElement(node) ? elementPieces(node, page) : [];
  });
}

/** Neighbouring stretches of text are one, so that a number in a link is seen with the brackets around it. */
function merged(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if ('text' in piece && before && 'text' in before) out[out.length - 1] = { text: before.text + piece.text };
    else out.push(piece);
  }
  return out;
}

/** Asterisks work between certain neighbours only; elsewhere tags say the same. */
function emphasised(mark: '*' | '**', core: string, before: string, after: string): string {
  const opens = !PUNCTUATION.test(core[0] as string) || before === '' || /\s/.test(before) || PUNCTUATION.test(before);
  const last = core.at(-1) as string;
  const closes = !PUNCTUATION.test(last) || after === '' || /\s/.test(after) || PUNCTUATION.test(after);
  const tag = mark === '*' ? 'em' : 'strong';
  const isClear = opens && closes && before !== '*' && after !== '*' && !/^\*|\*$/.test(core);
  return isClear ? `${mark}${core}${mark}` : `<${tag}>${core}</${tag}>`;
}

function piecesText(pieces: readonly Piece[]): string {
  return pieces.map((one) => ('text' in one ? one.text : 'pieces' in one ? piecesText(one.pieces) : '')).join('');
}

function written(pieces: readonly Piece[], whole = piecesText(pieces)): string {
  const parts = merged(pieces).map((piece) =>
    'text' in piece
      ? escapedInline(piece.text, whole)
      : 'raw' in piece
        ? piece.raw
        : { ...piece, inner: written(piece.pieces, whole) },
  );
  let out = '';
  parts.forEach((part, index) => {
    if (typeof part === 'string') {
      out += part;
      return;
    }
    const core = part.inner.trim();
    const lead = part.inner.slice(0, part.inner.length - part.inner.trimStart().length);
    const trail = core === '' ? '' : part.inner.slice(lead.length + core.length);
    const next = parts[index + 1];
    const after = trail || (typeof next === 'string' ? next : (next?.inner ?? ''));
    out += lead;
    if (core !== '') out += emphasised(part.mark, core, out.at(-1) ?? '', after[0] ?? '');
    out += trail;
  });
  return out;
}

/** One paragraph's Markdown, or nothing when it has no words. Lines that the page breaks are broken in Markdown too. */
export function paragraphOf(nodes: readonly Node[], page: Page): string {
  return written(piecesOf(nodes, page))
    .split(BREAK)
    .map((line) => line.trim())
    .join('\n')
    .trim()
    .split(/\n+/)
    .map(escapedStart)
    .join(BREAK);
}
