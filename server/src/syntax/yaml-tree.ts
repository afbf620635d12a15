// How does the parser's document become the small tree of ours? Exact ranges, aliases kept as they stand, broken lines mended.

import { isAlias, isMap, isScalar, isSeq, type ParsedNode, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
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
  if (isScalar(node)) return isAbsent(node) ? undefined : scalarFrom(node, source);
  if (isMap(node)) return mapFrom(node, source);
  if (isSeq(node)) return listFrom(node, source);
  if (isAlias(node)) {
    const [start, end] = rangeOf(node);
    return aliasScalar(source, start, end);
  }
  return undefined;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as ParsedNode).range as ParsedNode['range'] | undefined;
  return range ? [range[0], range[1]] : [0, 0];
}

function isAbsent(node: Scalar): boolean {
  const [start, end] = rangeOf(node);
  return start === end && (node.source ?? '') === '' && !node.anchor && !node.tag;
}

function scalarFrom(node: Scalar, source: Source): YamlScalar {
  const [start, end] = rangeOf(node);
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

function placed(source: Source, start: number, end: number): Range {
  return { start: source.base + start, end: source.base + withoutBreaks(source.text, start, end) };
}

function aliasScalar(source: Source, start: number, end: number): YamlScalar {
  const range = { start: source.base + start, end: source.base + end };
  return { type: 'scalar', ...range, value: null, source: source.text.slice(start, end), style: 'plain' };
}

function mapFrom(node: YAMLMap, source: Source): YamlMap {
  const entries: YamlEntry[] = [];
  for (const pair of node.items) {
    const entry = entryFrom(pair.key, pair.value, source, node.flow === true);
    if (entry) entries.push(entry);
  }
  const [start, end] = rangeOf(node);
  const first = entries[0];
  const last = entries.at(-1);
  if (node.flow || !first || !last)
    return { type: 'map', ...placed(source, start, end), entries, flow: node.flow === true };
  return { type: 'map', start: first.start, end: last.end, entries, flow: false };
}

function entryFrom(keyNode: unknown, valueNode: unknown, source: Source, flow: boolean): YamlEntry | undefined {
  const key = keyFrom(keyNode, source);
  if (!key) return undefined;
  const value = valueFrom(key, valueNode, source, flow);
  const colon = isScalar(valueNode) ? source.base + rangeOf(valueNode)[0] : key.end;
  return { start: key.start, end: value ? value.end : Math.max(key.end, colon), key, value };
}

/**
 * A key is always text: of a key over several lines (the line above lacks its colon) the last line, of `? [a, b]` what is written.
 * Undefined for what only the parser took for a key: nothing at all, or a list item that stands at the wrong indentation.
 */
function keyFrom(node: unknown, source: Source): YamlScalar | undefined {
  if (node === null || node === undefined) return undefined;
  const [start, end] = rangeOf(node);
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

/** `title: Pain: a review` is no map inside a map: it is a text that lacks its quotes (the problem says so). */
function valueFrom(key: YamlScalar, node: unknown, source: Source, flow: boolean): YamlNode | undefined {
  if (flow || !isMap(node) || node.flow) return nodeFrom(node, source);
  const start = rangeOf(node)[0];
  const between = source.text.slice(key.end - source.base, start);
  if (between.includes('\n') || between.includes('?')) return nodeFrom(node, source);
  const line = (/^[^\r\n]*/.exec(source.text.slice(start)) as RegExpExecArray)[0].trimEnd();
  const range = { start: source.base + start, end: source.base + start + line.length };
  return { type: 'scalar', ...range, value: line, source: line, style: 'plain' };
}

function listFrom(node: YAMLSeq, source: Source): YamlList {
  const [start, end] = rangeOf(node);
  const items = node.items.map((item) => itemFrom(item, source));
  const last = items.at(-1);
  const flow = node.flow === true;
  if (flow || !last) return { type: 'list', ...placed(source, start, end), items, flow };
  return { type: 'list', start: source.base + start, end: last.end, items, flow };
}

function itemFrom(item: unknown, source: Source): YamlNode {
  const node = nodeFrom(item, source);
  if (node) return node;
  const start = source.base + (item === null ? 0 : rangeOf(item)[0]);
  return { type: 'scalar', start, end: start, value: null, source: '', style: 'plain' };
}
