// Which citation key was meant by one that nothing defines?

import { KnownWords, nearestAmong } from '../base/near-miss';
import type { FileFacts } from '../model/facts';
import { memo } from './memo';
import type { Workspace } from './workspace';

/** Answers to earlier questions: what is missing is often cited many times. */
const answers = memo(() => new Map<string, string | undefined>());

/**
 * The nearest of the keys of all files that list references, of those that begin with the same two letters: a slip there is rare, and
 * looking at all costs a keystroke.
 */
export function nearestKey(workspace: Workspace, key: string): string | undefined {
  const known = answers(workspace);
  if (known.has(key)) return known.get(key);
  const beginning = beginningOf(key);
  const files = [...workspace.filesWith('references').values()];
  const near = nearestAmong(
    key,
    files.flatMap((facts) => keysOf(facts).get(beginning) ?? []),
  );
  known.set(key, near);
  return near;
}

function beginningOf(key: string): string {
  return key.slice(0, 2).toLowerCase();
}

type Keys = ReadonlyMap<string, KnownWords>;
const keysByFile = new WeakMap<FileFacts, Keys>();

/** A file's citation keys by how they begin; made when first asked for, kept as long as the facts. */
function keysOf(facts: FileFacts): Keys {
  const found = keysByFile.get(facts);
  if (found) return found;
  const keys = new Map<string, KnownWords>();
  for (const reference of facts.references) {
    if (reference.type !== 'keyed') continue;
    const { key } = reference;
    const words = keys.get(beginningOf(key)) ?? new KnownWords();
    words.add(key);
    keys.set(beginningOf(key), words);
  }
  keysByFile.set(facts, keys);
  return keys;
}
