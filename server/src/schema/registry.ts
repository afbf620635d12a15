// Which kinds of things does a project know, and which schema governs each of them and its other files?

import { type Kind, withArticle } from '../base/kind';
import { KIND_TABLE } from '../base/kind-table';
import { type SchemaFiles, schemaReader } from './resolve';
import type { Schema } from './schema';
import { SCHEMA_FILES } from './schema-file.gen';

/** A kind's name, or one of a file that is none: `references`, `configuration`, and `reference`, one item of a list of them. */
export type SchemaName = string;

const ENDING = '.schema.json';
const ID = 'common.schema.json#/$defs/slug';

/** The kinds of a project. Whatever depends on kinds asks it, and makes no list of its own. */
export class KindRegistry {
  /** In the order of the table. */
  readonly kinds: readonly Kind[];
  /** Those that a YAML document can be. */
  readonly records: readonly Kind[];
  readonly #byName: ReadonlyMap<string, Kind>;
  readonly #read: (file: string) => Schema;
  #article: Schema | undefined;

  constructor(kinds: readonly Kind[], files: SchemaFiles) {
    this.kinds = kinds;
    this.records = kinds.filter((kind) => kind.isRecord);
    this.#byName = new Map(kinds.map((kind) => [kind.name, kind]));
    this.#read = schemaReader(files);
  }

  /** A kind by its name, also where it comes from a text. */
  named(name: string | undefined): Kind | undefined {
    return name === undefined ? undefined : this.#byName.get(name);
  }

  /** The same, of those that a YAML document can be. */
  recordNamed(name: string | undefined): Kind | undefined {
    const kind = this.named(name);
    return kind?.isRecord ? kind : undefined;
  }

  /** What messages call one of a kind. */
  nounOf(name: string): string {
    return this.named(name)?.noun ?? name;
  }

  /** The schema of a kind of record or file, without `$ref`; the same object at every call. */
  schemaFor(name: SchemaName): Schema {
    const kind = this.named(name);
    const schema = this.#read(kind?.schema ?? `${name}${ENDING}`);
    if (!kind || kind.isRecord) return schema;
    this.#article ??= this.#listing(schema);
    return this.#article;
  }

  /** The schema of an article, which may list things of every kind, also of one that it does not speak of. */
  #listing(article: Schema): Schema {
    const known = article.properties ?? {};
    const lists = this.records
      .filter(({ plural }) => !Object.hasOwn(known, plural))
      .map(({ name, noun, plural }): [string, Schema] => {
        const { examples = [], ...id } = this.#read(ID);
        const example = this.schemaFor(name).properties?.id?.examples?.[0] ?? examples[0];
        const items = { ...id, description: `Id of ${withArticle(noun)}.`, 'x-ref': name, examples: [example] };
        const description = `Each ${noun} that the article speaks of.`;
        return [plural, { description, type: 'array', items, examples: [[example]] }];
      });
    return lists.length === 0 ? article : { ...article, properties: { ...known, ...Object.fromEntries(lists) } };
  }
}

/** The kinds that are shipped. */
export const SHIPPED_KINDS = new KindRegistry(KIND_TABLE, SCHEMA_FILES);

/** Every name that `schemaFor` knows without a project's own. */
export const SCHEMA_NAMES: readonly SchemaName[] = Object.keys(SCHEMA_FILES)
  .map((file) => file.slice(0, -ENDING.length))
  .filter((name) => name !== 'common');
