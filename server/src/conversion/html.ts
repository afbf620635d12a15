// How does an article in HTML look in Markdown? Headings, lists, quotations and tables; every word of the page stays.

import { parse } from 'parse5';
import type { Author } from './author';
import { escapedHeading } from './escape';
import {
  attributeOf,
  type Element,
  isElement,
  isNumberLink,
  type Node,
  noteLabel,
  type Page,
  paragraphOf,
  wordsOf,
} from './html-inline';

export interface HtmlArticle {
  readonly markdown: string;
  /** What the page says of itself outside its text. */
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly authors: readonly Author[];
  readonly remarks: readonly string[];
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hgroup hr html legend li main nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** A paragraph cannot hold a block; a link or a `span` around one can. */
function isBlock(node: Node): node is Element {
  return isElement(node) && (BLOCKS.has(node.tagName) || node.childNodes.some(isBlock));
}

function blocksIn(nodes: readonly Node[], page: Page): string[] {
  const blocks: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    const text = paragraphOf(run, page);
    if (text !== '') blocks.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) run.push(node);
    else {
      flush();
      blocks.push(...blockOf(node, page));
    }
  }
  flush();
  return blocks;
}

function indented(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** Points of one block each stand close together; others have lines between them. */
function listOf(list: Element, page: Page): string[] {
  const items = list.childNodes.filter(isElement);
  let number = Number(attributeOf(list, 'start') ?? 1) || 1;
  const notes: string[] = [];
  const points = items.flatMap((item) => {
    const blocks = item.tagName === 'li' ? blocksIn(item.childNodes, page) : blockOf(item, page);
    const note = noteLabel(`#${attributeOf(item, 'id') ?? ''}`);
    if (note) notes.push(`[${note}]: ${blocks.map((block) => indented(block, '    ')).join('\n\n    ')}`);
    if (note || blocks.length === 0) return [];
    number = Number(attributeOf(item, 'value') ?? number) || number;
    const mark = list.tagName === 'ol' ? `${number++}. ` : '- ';
    const indent = ' '.repeat(mark.length);
    const isTight = blocks.length === 1 || (blocks.length === 2 && /^(?:- |\d+\. )/.test(blocks[1] as string));
    const text = blocks.map((block) => indented(block, indent)).join(isTight ? `\n${indent}` : `\n\n${indent}`);
    return [{ text: mark + text, isTight }];
  });
  const isTight = points.every((point) => point.isTight);
  const written = points.map((point) => point.text).join(isTight ? '\n' : '\n\n');
  return [...(written === '' ? [] : [written]), ...notes];
}

function rowsIn(element: Element): Element[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : child.tagName === 'table' ? [] : rowsIn(child)));
}

/** A row a line; what stands in several paragraphs of a cell is parted by `<br>`. */
function tableOf(table: Element, page: Page): string[] {
  const rows = rowsIn(table).map((row) =>
    row.childNodes.filter(isElement).map((cell) =>
      blocksIn(cell.childNodes, page)
        .join('<br>')
        .replace(/\\?\n/g, '<br>')
        .replace(/(?<!\\)\|/g, '\\|'),
    ),
  );
  const caption = table.childNodes.filter(isElement).find((child) => child.tagName === 'caption');
  const above = caption ? blocksIn(caption.childNodes, page) : [];
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return above;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [...above, [line(head), line(Array(width).fill('---')), ...rest.map(line)].join('\n')];
}

function blockOf(element: Element, page: Page): string[] {
  const { tagName, childNodes } = element;
  switch (tagName) {
    case 'script':
    case 'style':
    case 'template':
    case 'head':
      return [];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const text = headingOf(childNodes, page);
      return text === '' ? [] : [`${'#'.repeat(Number(tagName[1]))} ${text}`];
    }
    case 'ul':
    case 'ol':
    case 'menu':
      return listOf(element, page);
    case 'blockquote':
      return [
        blocksIn(childNodes, page)
          .join('\n\n')
          .replace(/^(?=.)/gm, '> ')
          .replace(/^$/gm, '>'),
      ].filter((text) => text !== '>');
    case 'pre': {
      const words = wordsOf(element).replace(/\n$/, '');
      const fence = '`'.repeat(Math.max(2, ...(words.match(/`+/g) ?? []).map((run) => run.length)) + 1);
      return words.trim() === '' ? [] : [`${fence}\n${words}\n${fence}`];
    }
    case 'table':
      return tableOf(element, page);
    case 'hr':
      return ['---'];
    default:
      return blocksIn(childNodes, page);
  }
}

/** One line, whatever the heading holds. */
function headingOf(nodes: readonly Node[], page: Page): string {
  const blocks = blocksIn(nodes, page).join(' ').replace(/\\?\n/g, ' ');
  return nodes.every((node) => 'value' in node) ? escapedHeading(nodes.map(wordsOf).join('')) : blocks;
}

function* elementsIn(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsIn(node.childNodes);
  }
}

/** Reads a page. @throws RangeError when elements stand inside each other many thousands deep */
export function markdownOfHtml(source: string): HtmlArticle {
  const elements = [...elementsIn(parse(source).childNodes)];
  const first = (name: string) => elements.find((one) => one.tagName === name);
  const links = elements.filter((one) => one.tagName === 'a' && !isNumberLink(one));
  const page: Page = { listed: new Set(links.flatMap((one) => attributeOf(one, 'href') ?? [])), pictures: 0 };
  const body = first('body');
  const blocks = body ? blocksIn(body.childNodes, page) : [];
  const title = first('title');
  const author = elements.find((one) => one.tagName === 'meta' && attributeOf(one, 'name')?.toLowerCase() === 'author');
  const name = author && attributeOf(author, 'content')?.trim();
  const html = first('html');
  return {
    markdown: `${blocks.join('\n\n')}\n`,
    title: (title && wordsOf(title).replace(/\s+/g, ' ').trim()) || undefined,
    language: html && attributeOf(html, 'lang'),
    authors: name ? [{ name }] : [],
    remarks:
      page.pictures === 0
        ? []
        : [
            `${page.pictures === 1 ? 'A picture' : `${page.pictures} pictures`} inside the article could not be taken over. Save it as a file, and put it in again.`,
          ],
  };
}
