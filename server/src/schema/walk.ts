// What is wrong with a record's shape, and what does it point at? One pass over a tree with its schema beside it.

import type { Range } from '../base/range';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from '../syntax/yaml-node';
import { alternativeFor, alternativesOf, propertySchema, requiredSets } from './alternative';
import {
  emptyItem,
  emptyValue,
  keyProblem,
  missingKey,
  missingOneOf,
  type Place,
  type Remark,
  wrongCount,
  wrongType,
} from './remark';
import { scalarRemark } from './scalar';
import type { Schema } from './schema';

export type ShapeRule = 'invalid-shape' | 'unknown-key' | 'missing-key' | 'malformed-code';

export interface ShapeProblem extends Range {
  readonly rule: ShapeRule;
  /** One plain sentence that names the key and the remedy. */
  readonly message: string;
  /** Text that would replace the range, when a near miss is clear. */
  readonly suggestion: string | undefined;
}

/** A text that points at an entity, a reference or a rule. `start`/`end` enclose it without quotation marks. */
export interface FoundReference extends Range {
  /** `mechanism`, `reference`, `rule` …, as `x-ref` says. */
  readonly ref: string;
  readonly id: string;
  /** Keys from the root, as in the long form: `mechanisms.mechanism` for `mechanisms: [x]` too. */
  readonly path: string;
  readonly schema: Schema;
}

export interface Visitor {
  problem?(problem: ShapeProblem): void;
  reference?(reference: FoundReference): void;
}

/** Deeper nodes are no content of ours; the walk stays within bounds for any tree. */
const DEPTH_LIMIT = 200;

/** Visits every node of `root` that `schema` knows, and reports problems and references in document order of their parents. */
export function walk(root: YamlNode | undefined, schema: Schema, visitor: Visitor): void {
  if (root) new Walk(visitor).node(root, schema, { path: [], noun: nounOf(schema), item: false }, 0);
}

/** A record is called by its kind, everything else by what it is: a file. */
function nounOf(schema: Schema): string {
  const kind = schema.properties?.kind?.const;
  return kind && kind !== 'references' ? kind : schema.title === 'ReferenceItem' ? 'reference' : 'file';
}

class Walk {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  node(node: YamlNode, schema: Schema, place: Place, depth: number): void {
    if (depth > DEPTH_LIMIT || isAlias(node)) return;
    const chosen = alternativeFor(schema, node);
    if (!chosen) {
      this.#report(node, this.#mismatch(node, schema, place));
    } else if (node.type === 'map') {
      this.#map(node, chosen, place, depth);
    } else if (node.type === 'list') {
      this.#list(node, chosen, place, depth);
    } else {
      this.#scalar(node, chosen, place);
    }
  }

  #mismatch(node: YamlNode, schema: Schema, place: Place): Remark {
    if (node.type === 'scalar' && node.value === null) return place.item ? emptyItem(place) : emptyValue(place);
    return wrongType(node, alternativesOf(schema), place);
  }

  #map(map: YamlMap, schema: Schema, place: Place, depth: number): void {
    const present = new Set(map.entries.map((entry) => entry.key.source));
    for (const entry of map.entries) this.#entry(entry, present, schema, place, depth);
    const at = map.entries[0]?.key ?? map;
    for (const key of schema.required ?? []) {
      if (!present.has(key)) this.#report(at, missingKey(key, schema, place));
    }
    const sets = requiredSets(schema);
    if (sets.length > 0 && !sets.some((keys) => keys.every((key) => present.has(key))))
      this.#report(at, missingOneOf(sets.flat(), place));
  }

  #entry(entry: YamlEntry, present: ReadonlySet<string>, schema: Schema, place: Place, depth: number): void {
    const key = entry.key.source;
    if (schema['x-key-ref']) this.#found(entry.key, schema['x-key-ref'], place.path, schema);
    const child = propertySchema(schema, key);
    if (!child) {
      const closed = schema.additionalProperties === false || schema['x-open'];
      const remark = closed ? keyProblem(entry, present, schema, place) : undefined;
      if (remark) this.#report(content(entry.key), remark);
      return;
    }
    const inner: Place = { path: [...place.path, key], noun: place.noun, item: false };
    if (entry.value) this.node(entry.value, child, inner, depth + 1);
    else if (child.type || child.const || child.anyOf) this.#report(entry.key, emptyValue(inner));
  }

  #list(list: YamlList, schema: Schema, place: Place, depth: number): void {
    const count = wrongCount(list, schema, place);
    if (count) this.#report(list, count);
    if (!schema.items) return;
    const inner: Place = { ...place, item: true };
    for (const item of list.items) this.node(item, schema.items, inner, depth + 1);
  }

  #scalar(node: YamlScalar, schema: Schema, place: Place): void {
    const remark = scalarRemark(node, schema, place);
    if (remark) this.#report(content(node), remark);
    const ref = schema['x-ref'];
    if (!ref || node.source === '') return;
    const short = schema['x-short-for'];
    this.#found(node, ref, short ? [...place.path, short] : place.path, schema);
  }

  #found(node: YamlScalar, ref: string, path: readonly string[], schema: Schema): void {
    this.#visitor.reference?.({ ...content(node), ref, id: node.source, path: path.join('.'), schema });
  }

  #report(at: Range, remark: Remark): void {
    const { rule, message, suggestion } = remark;
    // An empty item has no text of its own: its dash stands for it.
    const start = at.start === at.end ? Math.max(0, at.start - 1) : at.start;
    this.#visitor.problem?.({ start, end: at.end, rule, message, suggestion });
  }
}

/** An alias (`*name`) repeats what stands elsewhere and was looked at there. */
function isAlias(node: YamlNode): boolean {
  return node.type === 'scalar' && node.value === null && node.source.startsWith('*');
}

/** The scalar without its quotation marks. */
export function content(node: YamlScalar): Range {
  const quoted = (node.style === 'single' || node.style === 'double') && node.end - node.start >= 2;
  return quoted ? { start: node.start + 1, end: node.end - 1 } : { start: node.start, end: node.end };
}
