// Which items of a file's list did an edit change, and what do they say now? The others are what they were, only further on.

import { changeBetween } from '../base/change';
import { copyOf } from '../base/intern';
import { lowerBound } from '../base/range';
import { COMMENT_MARK, parseYaml, parseYamlPiece } from './yaml';
import type { YamlDocument, YamlFile, YamlList, YamlMap, YamlNode } from './yaml-node';

/** Where the items of a list stand: the column of their dashes, and the beginnings of the lines that begin them. */
interface Places {
  readonly column: number;
  readonly starts: readonly number[];
}

/** Deeper items are no references. */
const DEEPEST = 50;

export interface EditedItems {
  /** What stands before this offset is as it was. */
  readonly from: number;
  /** So is what stood from here on in the text before the edit … */
  readonly to: number;
  /** … but so much further on. */
  readonly shift: number;
  /** The items between, in the text as it is now. */
  readonly items: readonly YamlNode[];
  /** The whole file, whose tree is made when it is asked for. */
  readonly yaml: YamlFile;
}

/** A file that is known to have neither problems nor comments; its tree is seldom wanted between two keystrokes. */
class EditedFile implements YamlFile {
  readonly problems = [];
  readonly comments = [];
  readonly places: Places;
  readonly #text: string;
  #documents: readonly YamlDocument[] | undefined;

  constructor(text: string, places: Places) {
    this.#text = text;
    this.places = places;
  }

  get documents(): readonly YamlDocument[] {
    this.#documents ??= parseYaml(this.#text).documents;
    return this.#documents;
  }
}

/**
 * What an edit changed in the list that `listOf` finds in a file's one mapping, under its last key. Undefined wherever something
 * could reach from one item into another, or an item could end the list: then the file is to be read whole.
 */
export function editedItems(
  before: YamlFile,
  textBefore: string,
  text: string,
  listOf: (root: YamlMap) => YamlNode | undefined,
): EditedItems | undefined {
  const places = before instanceof EditedFile ? before.places : placesIn(before, textBefore, listOf);
  if (!places) return undefined;
  const { column, starts } = places;
  const change = changeBetween(textBefore, text);
  const shift = text.length - textBefore.length;
  // The dash and the blank behind it stand before the change: the item begins where it began.
  const first = lowerBound(starts, (start) => start + column + 2 > change.from) - 1;
  // The line break in front stands behind the change: so does this one, and it ends the one before it.
  const next = lowerBound(starts, (start) => start > change.toA);
  const from = starts[first];
  if (from === undefined) return undefined;
  const to = starts[next] ?? textBefore.length;
  // The items are read with one that follows, so that they end as they do in the file.
  const end = next < starts.length ? (starts[next + 1] ?? textBefore.length) : to;
  // What is kept of the items must not keep the whole text in memory.
  const piece = copyOf(text.slice(from, end + shift));
  const list = listIn(piece, from, column);
  const found = list && startsOf(list, text, column);
  if (!list || !found || found[0] !== from) return undefined;
  const kept = next < starts.length ? found.length - 1 : found.length;
  if (kept < 0 || (next < starts.length && found[kept] !== to + shift)) return undefined;
  const moved = [...starts.slice(0, first), ...found.slice(0, kept)];
  for (let at = next; at < starts.length; at++) moved.push((starts[at] as number) + shift);
  const yaml = new EditedFile(text, { column, starts: moved });
  return { from, to, shift, items: list.items.slice(0, kept), yaml };
}

/** Places of the items in a file without problems; undefined when its list is none that can be taken apart. */
function placesIn(
  { documents, problems, comments }: YamlFile,
  text: string,
  listOf: (root: YamlMap) => YamlNode | undefined,
): Places | undefined {
  const root = documents[0]?.root;
  if (text.includes(COMMENT_MARK)) return undefined;
  if (documents.length !== 1 || problems.length > 0 || comments.length > 0 || root?.type !== 'map') return undefined;
  const list = listOf(root);
  if (list?.type !== 'list' || list.flow || root.entries.at(-1)?.value !== list || reachesOut(root)) return undefined;
  const first = list.items[0]?.start ?? 0;
  const column = text.slice(lineStart(text, first), first).indexOf('-');
  const starts = column < 0 ? undefined : startsOf(list, text, column);
  return starts && { column, starts };
}

/** The list that a piece of the text is; undefined when there is anything else in it. */
function listIn(piece: string, offset: number, column: number): YamlList | undefined {
  const count = itemsIn(piece, column);
  if (count === undefined) return undefined;
  const { documents, problems, comments } = parseYamlPiece(piece, offset);
  const list = documents[0]?.root;
  if (documents.length !== 1 || problems.length > 0 || comments.length > 0) return undefined;
  const isWhole = list?.type === 'list' && !list.flow && list.items.length === count;
  return isWhole && !reachesOut(list) ? list : undefined;
}

/** How many lines of a piece begin an item; undefined when a line stands where it could end the list. */
function itemsIn(piece: string, column: number): number | undefined {
  // A text with line ends of several kinds is for the parser to take apart.
  if (/\r(?!\n)/.test(piece) || piece.includes(COMMENT_MARK)) return undefined;
  let count = 0;
  for (let at = 0; at < piece.length; at = piece.indexOf('\n', at) + 1 || piece.length) {
    let sign = at;
    while (piece[sign] === ' ') sign++;
    const isEmpty = sign === piece.length || piece[sign] === '\n' || piece[sign] === '\r' || piece[sign] === '#';
    if (isEmpty || sign - at > column) continue;
    if (sign - at < column || piece[sign] !== '-' || piece[sign + 1] !== ' ') return undefined;
    count++;
  }
  return count;
}

/** Where the lines of a list's items begin; undefined when anything but a dash stands before one of them. */
function startsOf({ items }: YamlList, text: string, column: number): number[] | undefined {
  const starts: number[] = [];
  for (const item of items) {
    const start = lineStart(text, item.start);
    for (let at = start; at < item.start; at++) if (text[at] !== (at === start + column ? '-' : ' ')) return undefined;
    if (item.start < start + column + 2) return undefined;
    starts.push(start);
  }
  return starts;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether something in a node says what another place in the file says, or stands so deep that the whole file may not be read. */
function reachesOut(node: YamlNode | undefined, depth = 0): boolean {
  if (depth > DEEPEST) return true;
  if (node?.type === 'list') return node.items.some((item) => reachesOut(item, depth + 1));
  if (node?.type === 'map')
    return node.entries.some(({ key, value }) => /^[[{*]/.test(key.source) || reachesOut(value, depth + 1));
  return node?.type === 'scalar' && node.value === null && node.source.startsWith('*');
}
