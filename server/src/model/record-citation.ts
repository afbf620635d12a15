// How does a citation that stands outside running text look: in a record's evidence, in nocite, in another tool's role?

import type { Range } from '../base/range';
import type { Identifier, RecordCitation } from './facts';
import { identifierOfKey } from './identifier-key';

/** The identifier that a key states, when it states one rightly. */
export function statedIdentifier(key: string): Omit<Identifier, keyof Range> | undefined {
  const stated = identifierOfKey(key);
  return stated && 'value' in stated.parsed ? { scheme: stated.scheme, value: stated.parsed.value } : undefined;
}

/** A citation by key alone; `group` is what stands for the whole of it. */
export function recordCitation(key: string, keyRange: Range, group: Range): RecordCitation {
  const { start, end } = group;
  return { type: 'record', start, end, key, keyRange, group: { start, end }, identifier: statedIdentifier(key) };
}
