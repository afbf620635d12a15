// How does a citation that stands outside running text look: in a record's evidence, in nocite, in another tool's role?

import type { Range } from '../base/range';
import type { Citation, Identifier } from './facts';
import { identifierOfKey } from './identifier-key';

/** The identifier that a key states, when it states one rightly. */
export function statedIdentifier(key: string): Omit<Identifier, keyof Range> | undefined {
  const stated = identifierOfKey(key);
  return stated && 'value' in stated.parsed ? { scheme: stated.scheme, value: stated.parsed.value } : undefined;
}

/** A citation by key alone; `group` is what stands for the whole of it. */
export function keyCitation(key: string, keyRange: Range, group: Range): Citation {
  return {
    start: group.start,
    end: group.end,
    style: 'record',
    key,
    keyRange,
    numbers: [],
    mode: 'normal',
    suffix: '',
    group: { start: group.start, end: group.end },
    block: -1,
    identifier: statedIdentifier(key),
  };
}
