// Which share of the files does one of several machines report on?

import { UsageError } from '../usage-error';

/** Share `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/5`. @throws UsageError */
export function shardOf(written: string | undefined): Shard | undefined {
  if (written === undefined) return undefined;
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new UsageError(`--shard takes a share such as 2/5, the second of five, not “${written}”.`);
  return { index, count };
}

/** Whether a file is in a share. Every path is in one of them, whatever other files there are. */
export function isInShard({ index, count }: Shard, path: string): boolean {
  // FNV-1a: spreads paths that differ in their last letters.
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % count === index - 1;
}
