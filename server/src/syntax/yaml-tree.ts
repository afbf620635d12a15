// How does the parser's document become the small tree of ours? Exact ranges, aliases kept as they stand, broken lines mended.

import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Range } from '../base/range';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-node';

interface Source {
  readonly text: string;
  readonly base: number;
}

/** The tree under a parsed node; `base` is added to every offset. A document without content is undefined. */
export function buildTree(contents: unknown, text: string, base: number): YamlNode | undefined {
  return nodeFrom(contents, { text, base });
}

/** Undefined for a value that is not there at all (`key:`), as opposed to a written `null` or `~`. */
function nodeFrom(node: unknown, source: Source): YamlNode | undefined {
  if (isScalar(node)) return isAbsent(node, source) ? undefined : scalarFrom(node, source);
  if (isMap(node)) return mapFrom(node, source);
  if (isSeq(node)) return listFrom(node, source);
  if (isAlias(node)) {
    const [start, end] = rangeOf(node, source);
    return aliasScalar(source, start, end);
  }
  return undefined;
}

/** Within the text, whatever the parser makes of a broken one. */
function rangeOf(node: unknown, { text }: Source): readonly [number, number] {
  const range = (node as ParsedNode).range as ParsedNode['range'] | undefined;
  const start = Math.min(range?.[0] ?? 0, text.length);
  return [start, Math.max(start, Math.min(range?.[1] ?? 0, text.length))];
}

function isAbsent(node: Scalar, source: Source): boolean {
  const [start, end] = rangeOf(node, source);
  return start === end && (node.source ?? '') === '' && !node.anchor && !node.tag;
}

function scalarFrom(node: Scalar, source: Source): YamlScalar {
  const [start, end] = rangeOf(node, source);
  const style = styleOf(node);
  const text = node.source ?? '';
  const value = node.value;
  const known = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return {
    type: 'scalar',
    start: source.base + start,
    end: source.base + withoutBreaks(source.text, start, end),
    value: known ? value : text,
    source: text,
    style,
  };
}

function styleOf(node: Scalar): YamlScalar['style'] {
  if (node.type === Scalar.QUOTE_SINGLE) return 'single';
  if (node.type === Scalar.QUOTE_DOUBLE) return 'double';
  return node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED ? 'block' : 'plain';
}

/** Block scalars, and whatever lacks its closing mark, reach to the start of a later line; a finding about them must not. */
function withoutBreaks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] as string)) at--;
  return at;
}

/** The range of a collection, around its last part whatever the parser says of an end that is missing. */
function placed(source: Source, start: number, end: number, last: Range | undefined): Range {
  const own = source.base + withoutBreaks(source.text, start, end);
  return { start: source.base + start, end: Math.max(own, last?.end ?? 0) };
}

function aliasScalar(source: Source, start: number, end: number): YamlScalar {
  const range = { start: source.base + start, end: source.base + end };
  return { type: 'scalar', ...range, value: null, source: source.text.slice(start, end), style: 'plain' };
}

function mapFrom(node: YAMLMap, source: Source): YamlMap {
  const flow = node.flow === true;
  const entries = node.items.flatMap((pair) => entriesFrom(pair, source, flow));
  const [start, end] = rangeOf(node, source);
  const first = entries[0];
  const last = entries.at(-1);
  if (flow || !first || !last) return { type: 'map', ...placed(source, start, end, last), entries, flow };
  return { type: 'map', start: first.start, end: last.end, entries, flow: false };
}

/** One entry, and those that the parser put under it by mistake: see `unquotedText`. */
function entriesFrom(pair: Pair, source: Source, flow: boolean): YamlEntry[] {
  const key = keyFrom(pair.key, source);
  if (!key) return [];
  const text = flow ? undefined : unquotedText(key, pair.value, source);
  const value = text ?? nodeFrom(pair.value, source);
  const missing = isScalar(pair.value) ? rangeOf(pair.value, source)[0] : 0;
  const colon = source.base + withoutBreaks(source.text, key.end - source.base, missing);
  const entry = { start: key.start, end: value ? value.end : Math.max(key.end, colon), key, value };
  return text ? [entry, ...swallowed(pair.value, source)] : [entry];
}

/** What follows `title: Pain: a review` in its map, the parser puts into the map that it takes the text for. */
function swallowed(node: unknown, source: Source): YamlEntry[] {
  if (!isMap(node) || node.flow) return [];
  const [first, ...rest] = node.items;
  return [...swallowed(first?.value, source), ...rest.flatMap((pair) => entriesFrom(pair, source, false))];
}

/**
 * A key is always text: of a key over several lines (the line above lacks its colon) the last line, of `? [a, b]` what is written.
 * Undefined for what only the parser took for a key: nothing at all, or a list item that stands at the wrong indentation.
 */
function keyFrom(node: unknown, source: Source): YamlScalar | undefined {
  if (node === null || node === undefined) return undefined;
  const [start, end] = rangeOf(node, source);
  const written = source.text.slice(start, withoutBreaks(source.text, start, end));
  if (!isScalar(node)) {
    if (!/^[[{*]/.test(written)) return undefined;
    return { ...aliasScalar(source, start, start + written.length), value: written };
  }
  const scalar = scalarFrom(node, source);
  if (scalar.style !== 'plain') return scalar;
  if (written === '') return undefined;
  const lineBreak = written.lastIndexOf('\n');
  if (lineBreak < 0) return scalar;
  const lastLine = written.slice(lineBreak + 1).trimStart();
  return { ...scalar, start: scalar.end - lastLine.length, value: lastLine, source: lastLine };
}

/**
 * `title: Pain: a review` is no map inside a map: it is a text that lacks its quotation marks (the problem says so).
 * Undefined for every other value.
 */
function unquotedText(key: YamlScalar, node: unknown, source: Source): YamlScalar | undefined {
  if (!isMap(node) || node.flow) return undefined;
  const start = rangeOf(node, source)[0];
  const between = source.text.slice(key.end - source.base, start);
  if (between.includes('\n') || between.includes('?')) return undefined;
  const line = (/^[^\r\n]*/.exec(source.text.slice(start)) as RegExpExecArray)[0].trimEnd();
  const range = { start: source.base + start, end: source.base + start + line.length };
  return { type: 'scalar', ...range, value: line, source: line, style: 'plain' };
}

function listFrom(node: YAMLSeq, source: Source): YamlList {
  const [start, end] = rangeOf(node, source);
  const items = node.items.map((item) => itemFrom(item, source));
  const last = items.at(-1);
  const flow = node.flow === true;
  if (flow || !last) return { type: 'list', ...placed(source, start, end, last), items, flow };
  return { type: 'list', start: source.base + start, end: last.end, items, flow };
}

function itemFrom(item: unknown, source: Source): YamlNode {
  const node = nodeFrom(item, source);
  if (node) return node;
  const start = source.base + (item === null ? 0 : rangeOf(item, source)[0]);
  return { type: 'scalar', start, end: start, value: null, source: '', style: 'plain' };
}
