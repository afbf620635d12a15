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
}
