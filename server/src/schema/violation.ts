// How is it put to an author that a record violates its schema? One plain sentence each, with a replacement where one is clear.

import { own } from '../base/own';
import type { YamlEntry, YamlList, YamlNode } from '../syntax/yaml-node';
import { accepts } from './alternative';
import { nearestInOpen, nearestWord } from './near-word';
import type { Schema } from './schema';

/** The check that reports it. */
export type ShapeRule = 'invalid-shape' | 'unknown-key' | 'missing-key' | 'malformed-code';

/** What a part of a record violates, wherever it stands. */
export interface Violation {
  readonly rule: ShapeRule;
  /** One plain sentence that names the key and the remedy. */
  readonly message: string;
  /** Text that would replace it, when a near miss is clear. */
  readonly suggestion: string | undefined;
}

/** Where in a record something stands: keys from the root, what the record is called, and whether it is an item of a list. */
export interface Place {
  readonly path: readonly string[];
  readonly noun: string;
  readonly item: boolean;
}

/** “mechanisms”, an item of it, or the record. */
export function label({ path, noun, item }: Place): string {
  const key = path.at(-1);
  if (key === undefined) return `this ${noun}`;
  return item ? `an item of “${key}”` : `“${key}”`;
}

export function invalid(message: string, suggestion?: string): Violation {
  return { rule: 'invalid-shape', message: capitalised(message), suggestion };
}

export function emptyValue(place: Place): Violation {
  return invalid(`${label(place)} is empty: give it a value or remove the key.`);
}

export function emptyItem(place: Place): Violation {
  return invalid(`${label(place)} is empty: write something after the dash or remove it.`);
}

/** A list where a text belongs, a text where a list belongs, and so on. */
export function wrongType(node: YamlNode, alternatives: readonly Schema[], place: Place): Violation {
  const takesList = alternatives.find((option) => accepts(option, 'array'));
  const takesMap = alternatives.find((option) => accepts(option, 'object'));
  const takesText = alternatives.some((option) => accepts(option, 'string'));
  if (node.type === 'scalar') {
    if (takesList) {
      const list = /[,[\]{}#:"']/.test(node.source) || node.style === 'block' ? undefined : `[${node.source}]`;
      return invalid(`${label(place)} takes a list; write “- ${clipped(node.source)}” under it.`, list);
    }
    if (takesMap) return invalid(`${label(place)} takes keys with values${exampleKey(takesMap)}.`);
    if (alternatives.some((option) => option.format === 'date'))
      return invalid(`${label(place)} takes a day, such as 2026-03-05.`);
    const quoted = `"${node.source}"`;
    return invalid(`${label(place)} takes a text; put ${quoted} in quotation marks.`, quoted);
  }
  const written = node.type === 'list' ? 'a list' : 'keys with values';
  if (node.type === 'map' && takesList)
    return invalid(`${label(place)} takes a list; put a dash and a space before each item.`);
  if (takesText)
    return invalid(`${label(place)} takes ${takesMap ? 'a text or keys with values' : 'one text'}, not ${written}.`);
  if (takesMap) return invalid(`${label(place)} takes keys with values, not ${written}; remove the dashes.`);
  return invalid(`${label(place)} cannot be ${written}.`);
}

function exampleKey(schema: Schema): string {
  const [key, property] = Object.entries(schema.properties ?? {})[0] ?? [];
  const example = property?.examples?.[0];
  return key && typeof example === 'string' ? ` under it, such as “${key}: ${example}”` : '';
}

export function wrongCount(list: YamlList, schema: Schema, place: Place): Violation | undefined {
  const count = list.items.length;
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (count < minItems)
    return invalid(`${label(place)} needs at least ${minItems === 1 ? 'one item' : `${minItems} items`}.`);
  return count > maxItems
    ? invalid(`${label(place)} takes at most ${maxItems} items; this list has ${count}.`)
    : undefined;
}

/** What to say about a key that the schema does not know; undefined when it is a key of another program. */
export function keyViolation(
  entry: YamlEntry,
  keys: ReadonlySet<string>,
  schema: Schema,
  place: Place,
): Violation | undefined {
  const key = entry.key.source;
  const open = schema['x-open'] === true;
  if (open && schema['x-known-keys']?.includes(key)) return undefined;
  const known = Object.keys(schema.properties ?? {});
  const misnomer = own(schema['x-misnomers'], key.toLowerCase());
  const meant = open ? nearestInOpen(key, known) : (misnomer ?? nearestWord(key, known));
  const present = meant !== undefined && keys.has(meant);
  if (open && (!meant || present)) return undefined;
  const where = place.path.length === 0 ? article(place.noun) : label({ ...place, item: false });
  if (meant && !present)
    return {
      rule: 'unknown-key',
      message: `“${clipped(key)}” is not a key of ${where}. Did you mean “${meant}”?`,
      suggestion: meant,
    };
  if (meant && present) {
    const message = `“${clipped(key)}” is not a key of ${where}; “${meant}” is here already.`;
    return { rule: 'unknown-key', message, suggestion: undefined };
  }
  const glued = /^([\w-]+):(\S+)$/.exec(key);
  if (glued && !entry.value) {
    const spaced = `${glued[1]}: ${glued[2]}`;
    return { rule: 'unknown-key', message: `Put a space after the colon: “${clipped(spaced)}”.`, suggestion: spaced };
  }
  const others =
    known.length <= 8 ? `; the keys here are ${listed(known, 'and')}` : '; check its spelling or remove it';
  return {
    rule: 'unknown-key',
    message: `“${clipped(key)}” is not a key of ${where}${others}.`,
    suggestion: undefined,
  };
}

export function missingKey(key: string, schema: Schema, place: Place): Violation {
  const example = schema.properties?.[key]?.examples?.[0];
  const shown = typeof example === 'string' ? `, such as “${key}: ${example}”` : '';
  return {
    rule: 'missing-key',
    message: capitalised(`${label(place)} has no “${key}”; add it${shown}.`),
    suggestion: undefined,
  };
}

export function missingOneOf(keys: readonly string[], place: Place): Violation {
  const message = capitalised(`${label(place)} needs one of the keys ${listed(keys, 'and')}.`);
  return { rule: 'missing-key', message, suggestion: undefined };
}

/** `a`, `b` and `c`; a long list is cut. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const shown = words.slice(0, 12).map((word) => `“${word}”`);
  if (words.length > 12) return `${shown.join(', ')} …`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

export function clipped(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function article(noun: string): string {
  return noun === 'file' ? 'this file' : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function capitalised(text: string): string {
  return `${(text[0] as string).toUpperCase()}${text.slice(1)}`;
}
