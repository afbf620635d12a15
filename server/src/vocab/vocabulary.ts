// What does the shipped vocabulary offer to the rest of the program? One door, so that its insides can move.

export { type Completion, complete } from './completion';
export { type InflammatoryRole, VOCAB_KINDS, type VocabEntry, type VocabKind } from './entry';
export { lookUp, type Match } from './look-up';
export { type Mention, mentions } from './mention';
export { nearest } from './near-miss';
export { normalise } from './normalise';
export { entriesOf, entryById } from './store';
