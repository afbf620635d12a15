// What is wrong with a record's shape, and what does it point at? One pass over a tree with its schema beside it.

import type { Range } from '../base/range';
import {
  entryOf,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../syntax/yaml-node';
import { alternativeFor, alternativesOf, propertySchema, requiredSets } from './alternative';
import { scalarViolation } from './scalar';
import type { Schema } from './schema';
import {
  emptyItem,
  emptyValue,
  keyViolation,
  missingKey,
  missingOneOf,
  type Place,
  type Violation,
  wrongCount,
  wrongType,
} from './violation';

/** A violation at its place. */
export interface ShapeProblem extends Violation, Range {}

/** A text that points at an entity, a reference or a rule. `start`/`end` enclose it without quotation marks. */
export interface FoundReference extends Range {
  /** `mechanism`, `reference`, `rule` …, as `x-ref` says. */
  readonly ref: string;
  readonly id: string;
  /** Keys from the root, as in the long form: `mechanisms.mechanism` for `mechanisms: [x]` too. */
  readonly path: string;
  readonly schema: Schema;
}

interface Visitor {
  problem?(problem: ShapeProblem): void;
  reference?(reference: FoundReference): void;
}

/** Deeper nodes are no content of ours; the walk stays within bounds for any tree. */
const DEPTH_LIMIT = 200;

/** Visits every node of `root` that `schema` knows, and reports problems and references in document order of their parents. */
export function walk(root: YamlNode | undefined, schema: Schema, visitor: Visitor): void {
  if (root) new Walk(visitor, nounOf(schema)).node(root, schema, 0);
}

/** A record is called by its kind, everything else by what it is: a file. */
function nounOf(schema: Schema): string {
  const kind = schema.properties?.kind?.const;
  return kind && kind !== 'references' ? kind : schema.title === 'ReferenceItem' ? 'reference' : 'file';
}

class Walk {
  readonly #visitor: Visitor;
  /** Where the walk stands: one place that moves, for of nearly all nodes there is nothing to say. */
  readonly #place: Place & { readonly path: string[]; item: boolean };

  constructor(visitor: Visitor, noun: string) {
    this.#visitor = visitor;
    this.#place = { path: [], noun, item: false };
  }

  node(node: YamlNode, schema: Schema, depth: number): void {
    if (depth > DEPTH_LIMIT || isAlias(node)) return;
    const chosen = alternativeFor(schema, node);
    if (!chosen) {
      this.#report(node, this.#mismatch(node, schema));
    } else if (node.type === 'map') {
      this.#map(node, chosen, depth);
    } else if (node.type === 'list') {
      this.#list(node, chosen, depth);
    } else {
      this.#scalar(node, chosen);
    }
  }

  #mismatch(node: YamlNode, schema: Schema): Violation {
    const place = this.#place;
    if (node.type === 'scalar' && node.value === null) return place.item ? emptyItem(place) : emptyValue(place);
    return wrongType(node, alternativesOf(schema), place);
  }

  #map(map: YamlMap, schema: Schema, depth: number): void {
    const place = this.#place;
    const isItem = place.item;
    const keyRef = schema['x-key-ref'];
    /** Made when a key is not known. */
    let present: ReadonlySet<string> | undefined;
    place.item = false;
    for (const entry of map.entries) {
      if (keyRef) this.#found(entry.key, keyRef, schema);
      const child = propertySchema(schema, entry.key.source);
      if (child) this.#entry(entry, child, depth);
      else if (schema.additionalProperties === false || schema['x-open']) {
        present ??= new Set(map.entries.map(({ key }) => key.source));
        const violation = keyViolation(entry, present, schema, place);
        if (violation) this.#report(content(entry.key), violation);
      }
    }
    place.item = isItem;
    this.#missing(map, schema);
  }

  #missing(map: YamlMap, schema: Schema): void {
    const at = map.entries[0]?.key ?? map;
    if (schema.required)
      for (const key of schema.required) if (!entryOf(map, key)) this.#report(at, missingKey(key, schema, this.#place));
    const sets = requiredSets(schema);
    if (sets.length > 0 && !sets.some((keys) => keys.every((key) => entryOf(map, key))))
      this.#report(at, missingOneOf(sets.flat(), this.#place));
  }

  #entry({ key, value }: YamlEntry, schema: Schema, depth: number): void {
    this.#place.path.push(key.source);
    if (value) this.node(value, schema, depth + 1);
    else if (schema.type || schema.const || schema.anyOf) this.#report(key, emptyValue(this.#place));
    this.#place.path.pop();
  }

  #list(list: YamlList, schema: Schema, depth: number): void {
    const place = this.#place;
    const count = wrongCount(list, schema, place);
    if (count) this.#report(list, count);
    if (!schema.items) return;
    const isItem = place.item;
    place.item = true;
    for (const item of list.items) this.node(item, schema.items, depth + 1);
    place.item = isItem;
  }

  #scalar(node: YamlScalar, schema: Schema): void {
    const violation = scalarViolation(node, schema, this.#place);
    if (violation) this.#report(content(node), violation);
    const ref = schema['x-ref'];
    if (ref && node.source !== '') this.#found(node, ref, schema, schema['x-short-for']);
  }

  #found(node: YamlScalar, ref: string, schema: Schema, short?: string): void {
    const { path } = this.#place;
    const keys = short ? [...path, short] : path;
    this.#visitor.reference?.({ ...content(node), ref, id: node.source, path: keys.join('.'), schema });
  }

  #report(at: Range, violation: Violation): void {
    const { rule, message, suggestion } = violation;
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
