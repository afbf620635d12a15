// What would somebody write who wants a check to take for ever? Repositories of any size, each of one kind.

import { CHANGES } from './hostile-change';
import type { HostileInput } from './hostile-kind';
import { LISTS } from './hostile-list';
import { PROSE } from './hostile-prose';
import { YAML } from './hostile-yaml';

/** Each kind of input, and what is to be said of it. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [...YAML, ...PROSE, ...LISTS, ...CHANGES];
