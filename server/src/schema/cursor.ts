// What stands at an offset of a YAML tree, and what does the schema say of it?

import { touches } from '../base/range';
import type { YamlEntry, YamlMap, YamlNode } from '../syntax/yaml-node';
import { alternativeFor, propertySchema } from './alternative';
import type { Schema } from './schema';

export interface SchemaPlace {
  /** Keys from the root; items of lists add nothing. */
  readonly path: readonly string[];
  /** What governs the key's value or the value; undefined where the schema knows nothing. */
  readonly schema: Schema | undefined;
  /** The node under the cursor: on a key the key itself, else the innermost value. */
  readonly node: YamlNode | undefined;
  /** The innermost `key: value` around the cursor. */
  readonly entry: YamlEntry | undefined;
  readonly onKey: boolean;
  /** The map of `entry`, and what governs it. */
  readonly parentMap: YamlMap | undefined;
  readonly parentSchema: Schema | undefined;
}

/** The innermost node at `offset` (both ends of a range count) with its schema; on the root's own blanks the root. */
export function schemaAt(root: YamlNode | undefined, schema: Schema, offset: number): SchemaPlace {
  let place: SchemaPlace = {
    path: [],
    schema,
    node: root,
    entry: undefined,
    onKey: false,
    parentMap: undefined,
    parentSchema: undefined,
  };
  let next = root && touches(root, offset) ? root : undefined;
  while (next) {
    const chosen: Schema | undefined = place.schema && alternativeFor(place.schema, next);
    if (next.type === 'scalar') return { ...place, node: next, schema: chosen ?? place.schema };
    if (next.type === 'list') {
      const item: YamlNode | undefined = next.items.find((one) => touches(one, offset));
      place = { ...place, node: item ?? next, schema: item ? chosen?.items : (chosen ?? place.schema) };
      next = item;
      continue;
    }
    const map: YamlMap = next;
    const entry = entryAt(map, offset);
    if (!entry) return { ...place, node: map, schema: chosen ?? place.schema };
    const onKey = touches(entry.key, offset);
    place = {
      path: [...place.path, entry.key.source],
      schema: chosen && propertySchema(chosen, entry.key.source),
      node: onKey ? entry.key : entry.value,
      entry,
      onKey,
      parentMap: map,
      parentSchema: chosen,
    };
    next = !onKey && entry.value && touches(entry.value, offset) ? entry.value : undefined;
  }
  return place;
}

/** An entry whose key is touched wins over one that ends there. */
function entryAt(map: YamlMap, offset: number): YamlEntry | undefined {
  return map.entries.find((entry) => touches(entry.key, offset)) ?? map.entries.find((entry) => touches(entry, offset));
}
