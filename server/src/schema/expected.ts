// What may be typed here? For completion: keys or values that the schema permits at a half-typed spot.

import type { Range } from '../base/range';
import { accepts, alternativesOf, propertySchema, requiredSets } from './alternative';
import type { Schema } from './schema';
import { spotAt } from './spot';
import type { Spot, Step } from './step';

export interface ExpectedProperty {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

interface ExpectedBase {
  /** Keys from the root to the map (for keys) or to the value; items of lists add nothing. */
  readonly path: readonly string[];
  /** What has been typed so far, up to the cursor and without quotation marks. */
  readonly prefix: Range;
  readonly quoted: boolean;
  /** Whether a space must be put before what is inserted. */
  readonly spaceBefore: boolean;
  /** Keys that the item of a list further up has not got yet, when the line stands at the column of its dash. */
  readonly continued: ContinuedItem | undefined;
}

interface ContinuedItem {
  readonly properties: readonly ExpectedProperty[];
  /** How many spaces further right they stand. */
  readonly indent: number;
  /** Whether any of them may begin another item as well: no key says what an item is about. */
  readonly mayBegin: boolean;
}

interface ExpectedKey extends ExpectedBase {
  readonly kind: 'key';
  /** The map's schema: `x-key-ref` says what other keys may be. */
  readonly schema: Schema;
  /** Keys that are not there yet. */
  readonly properties: readonly ExpectedProperty[];
}

export interface ExpectedValue extends ExpectedBase {
  readonly kind: 'value';
  /** The alternative that takes a text (`enum`, `const`, `x-ref` and `examples` say which), or the mapping where only one may stand. */
  readonly schema: Schema;
  /** What must stand around the inserted text: nothing, `[…]`, or a dash before it. */
  readonly form: 'plain' | 'flow-list' | 'block-item';
  /** Keys that may be typed here instead, to begin a mapping. */
  readonly properties: readonly ExpectedProperty[];
}

export type Expected = ExpectedKey | ExpectedValue;

/** What `schema` permits at `offset` of the YAML in `region`; undefined where nothing can be proposed. */
export function expectedAt(text: string, region: Range, schema: Schema, offset: number): Expected | undefined {
  const spot = spotAt(text, region, offset);
  const target = spot && follow(schema, spot.steps);
  if (!spot || !target) return undefined;
  const { prefix, quoted, spaceBefore } = spot;
  const path = spot.steps.filter((step) => step !== 0);
  const base: ExpectedBase = { path, prefix, quoted, spaceBefore, continued: continuedItem(schema, spot) };
  const mapping = optionOf(target, 'object');
  if (spot.slot === 'key') return mapping && keysOf(mapping, spot, base);
  const value = valueAt(target, spot, base);
  return value ?? (spot.slot === 'open' && mapping ? keysOf(mapping, spot, base) : undefined);
}

function continuedItem(schema: Schema, { itemAbove }: Spot): ContinuedItem | undefined {
  const target = itemAbove && follow(schema, itemAbove.steps);
  const mapping = target && optionOf(target, 'object');
  if (!mapping || !itemAbove) return undefined;
  const { present, indent } = itemAbove;
  const sets = requiredSets(mapping);
  const isFree = sets.length === 0 && !mapping.required?.length;
  // An item that says what it is about has all it needs of these: the next one of them begins another item.
  const begins = new Set(sets.some((set) => set.every((name) => present.includes(name))) ? sets.flat() : []);
  return {
    properties: propertiesOf(mapping, present).filter(({ name }) => !begins.has(name)),
    indent,
    mayBegin: isFree,
  };
}

function follow(schema: Schema, steps: readonly Step[]): Schema | undefined {
  let at: Schema | undefined = schema;
  for (const step of steps) {
    if (!at) return undefined;
    if (step === 0) at = optionOf(at, 'array')?.items;
    else {
      const mapping = optionOf(at, 'object');
      at = mapping && propertySchema(mapping, step);
    }
  }
  return at;
}

function optionOf(schema: Schema, type: 'object' | 'array'): Schema | undefined {
  return alternativesOf(schema).find((option) => option.type !== undefined && accepts(option, type));
}

/** The alternative for a written value: the first that takes text, numbers or yes and no. */
function scalarOf(schema: Schema): Schema | undefined {
  return alternativesOf(schema).find((option) => accepts(option, 'string') || accepts(option, 'boolean'));
}

function keysOf(mapping: Schema, spot: Spot, base: ExpectedBase): ExpectedKey {
  return { ...base, kind: 'key', schema: mapping, properties: propertiesOf(mapping, spot.present) };
}

function propertiesOf(mapping: Schema, present: readonly string[]): ExpectedProperty[] {
  return Object.entries(mapping.properties ?? {})
    .filter(([name]) => !present.includes(name))
    .map(([name, schema]) => ({ name, schema, required: mapping.required?.includes(name) ?? false }));
}

function valueAt(target: Schema, spot: Spot, base: ExpectedBase): ExpectedValue | undefined {
  const scalar = scalarOf(target);
  if (scalar) return { ...base, kind: 'value', schema: scalar, form: 'plain', properties: keysBeside(target, spot) };
  const items = optionOf(target, 'array')?.items;
  const item = items && scalarOf(items);
  const form = spot.slot === 'open' ? 'block-item' : 'flow-list';
  if (items && item) return { ...base, kind: 'value', schema: item, form, properties: keysBeside(items, spot) };
  const mapping = items && spot.slot === 'open' ? optionOf(items, 'object') : undefined;
  return mapping && { ...base, kind: 'value', schema: mapping, form, properties: propertiesOf(mapping, []) };
}

/** Only a line or item that has just begun may become a mapping. */
function keysBeside(schema: Schema, spot: Spot): ExpectedProperty[] {
  const mapping = spot.slot === 'open' && !spot.quoted ? optionOf(schema, 'object') : undefined;
  return mapping ? propertiesOf(mapping, spot.present) : [];
}
