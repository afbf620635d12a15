// What is there to know of a kind of thing that has an id of its own, besides its schema?

/** A short fact of a record, kept with its definition. */
export interface Detail {
  /** Key of the record. */
  readonly key: string;
  /** What a hover calls it; of two with one label the first that a record has is shown. One without a label is shown nowhere. */
  readonly label?: string;
}

/** A row of the table of kinds. */
export interface Kind {
  /** As in `kind: condition`; `x-ref` and `x-define` of a schema name it so. */
  readonly name: string;
  /** Key under which an article lists such things, and the usual folder of their records. */
  readonly plural: string;
  /** What messages call one, behind “a” or “an”. */
  readonly noun: string;
  /** Whether a YAML document can be one; an article is text with front matter. */
  readonly isRecord: boolean;
  /** File in `schemas/` that governs it. */
  readonly schema: string;
  /** Files in `vocab/data/` with what is known of it beforehand, without their ending; none for most. */
  readonly vocabulary: readonly string[];
  /** How editors show it in an outline: a name of the protocol's `SymbolKind`. */
  readonly symbol: 'Class' | 'Event' | 'Constant' | 'Struct' | 'Method' | 'File' | 'Object';
  /** What a hover tells of a record, in this order. */
  readonly details: readonly Detail[];
  /** The detail that says better than the noun what something is: “cytokine”, not “mediator”. */
  readonly betterNoun?: string;
}

/** “a condition”, “an article”. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
