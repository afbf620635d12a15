// What can a schema of ours say? The part of JSON Schema 2020-12 that the files in schemas/ use, with references resolved.

export type TypeName = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: TypeName | readonly TypeName[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: 'date';
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  /** Either alternatives of different node types (a text, a list, a mapping), or, beside `properties`, sets of which one is required. */
  readonly anyOf?: readonly Schema[];
  /** Kind of entity that the text points at: `mechanism`, `reference` … */
  readonly 'x-ref'?: string;
  /** Kind of entity whose id this is. */
  readonly 'x-define'?: string;
  /** What the keys of this mapping point at: `rule`. */
  readonly 'x-key-ref'?: string;
  /** Classification that the code belongs to: `mondo`, `icd-11` … */
  readonly 'x-code'?: string;
  /** How text that fits `pattern` looks, in words. */
  readonly 'x-pattern-hint'?: string;
  readonly 'x-enum-descriptions'?: Readonly<Record<string, string>>;
  /** This text stands for a mapping with this one key. */
  readonly 'x-short-for'?: string;
  /** Keys of other programs are welcome: only a close misspelling of one of ours is reported. */
  readonly 'x-open'?: boolean;
  /** Keys of other programs that look like misspellings of ours and are none. */
  readonly 'x-known-keys'?: readonly string[];
  /** Names that authors try → the key that is meant. */
  readonly 'x-misnomers'?: Readonly<Record<string, string>>;
}
