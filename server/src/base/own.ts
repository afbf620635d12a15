// What does a table say under a key that came from a file? Only what was put there: `constructor` is no entry.

/** The table's own value under `key`, never one that every object inherits. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
