// By what is a reference or a citation known, where it does not matter whether that is a key or a number?

import type { Range } from '../base/range';
import type { Citation, Identifier, Reference } from './facts';

/** The key, or the number as text. */
export function referenceName(reference: Reference): string {
  return reference.type === 'keyed' ? reference.key : String(reference.number);
}

/** The key; of an entry of a list the whole entry. */
export function referenceNameRange(reference: Reference): Range {
  return reference.type === 'keyed' ? reference.keyRange : reference;
}

/** The key without `@`, or the number as written. */
export function citationName(citation: Citation): string {
  return citation.type === 'number' ? citation.written : citation.key;
}

/** The key, or the number. */
export function citationNameRange(citation: Citation): Range {
  return citation.type === 'number' ? citation : citation.keyRange;
}

const NO_NUMBERS: readonly number[] = [];

/** The numbers that a citation of the article's own list stands for; none for a key. */
export function numbersOf(citation: Citation): readonly number[] {
  return citation.type === 'number' ? citation.numbers : NO_NUMBERS;
}

/** The identifier that a citation states by itself: `pmid:123`. */
export function identifierOf(citation: Citation): Pick<Identifier, 'scheme' | 'value'> | undefined {
  return citation.type === 'number' ? undefined : citation.identifier;
}
