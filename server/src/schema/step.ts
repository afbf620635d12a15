// What is known of the place at which somebody types?

import type { Range } from '../base/range';

/** A key, or 0 for an item of a list. */
export type Step = string | 0;

export interface Spot {
  /** The way from the root to the node that the typed text is part of. */
  readonly steps: readonly Step[];
  /** `key`: a key of that map. `value`: that node itself. `open`: a line or item that has just begun and may become either. */
  readonly slot: 'key' | 'value' | 'open';
  /** Keys that the map has already, before and behind the cursor. */
  readonly present: readonly string[];
  /** What has been typed of the key or value, up to the cursor. */
  readonly prefix: Range;
  /** Whether the typed text stands in quotation marks (outside `prefix`). */
  readonly quoted: boolean;
  /** Whether a space is needed before what is inserted (`key:|`, `-|`). */
  readonly spaceBefore: boolean;
  /** Under an item that is a map, at the column of its dash, where editors put the cursor: the place of the item's next key. */
  readonly itemAbove?: ItemAbove | undefined;
}

/** The place of a further key of a list's item, seen from the column of the item's dash. */
export interface ItemAbove {
  /** The way from the root to the item. */
  readonly steps: readonly Step[];
  /** Keys that the item has already. */
  readonly present: readonly string[];
  /** How many spaces further right the keys stand. */
  readonly indent: number;
}
