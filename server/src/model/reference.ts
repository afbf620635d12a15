// Which references does a file define? CSL items, BibTeX entries and the lines of an article's own numbered list.

import { own } from '../base/own';
import type { Range } from '../base/range';
import type { BibFile } from '../syntax/bibtex';
import type { Block } from '../syntax/prose';
import { entryOf, textOf, type YamlNode, type YamlScalar } from '../syntax/yaml-node';
import type { Identifier, IdentifierScheme, MalformedIdentifier, Reference } from './facts';
import { canonicalUrl, parseIdentifier } from './identifier';
import { identifierOfKey } from './identifier-key';
import { identifierOfLink, identifiersInText } from './identifier-link';
import { bibData, cslData, NO_DATA } from './reference-data';

/** Field names that hold an identifier, in CSL and BibTeX (compared in lower case). */
const FIELDS: Readonly<Record<string, IdentifierScheme>> = {
  doi: 'doi',
  pmid: 'pmid',
  pmcid: 'pmcid',
  isbn: 'isbn',
  url: 'url',
  arxiv: 'arxiv',
};

/** A scalar's content without its quotes. */
export function innerRange(scalar: YamlScalar): Range {
  const quoted = scalar.style === 'single' || scalar.style === 'double';
  return quoted
    ? { start: scalar.start + 1, end: Math.max(scalar.start + 1, scalar.end - 1) }
    : { start: scalar.start, end: scalar.end };
}

interface Field extends Range {
  readonly scheme: IdentifierScheme;
  readonly raw: string;
}

function sorted(fields: readonly Field[]): { identifiers: Identifier[]; malformed: MalformedIdentifier[] } {
  const identifiers: Identifier[] = [];
  const malformed: MalformedIdentifier[] = [];
  const add = (one: Identifier) => {
    if (!identifiers.some((other) => other.scheme === one.scheme && other.value === one.value)) identifiers.push(one);
  };
  for (const { scheme, raw, start, end } of fields) {
    const named = /^https?:/i.test(raw) ? identifierOfLink(raw) : undefined;
    if (named) add({ ...named, start, end });
    else if (scheme === 'url') add({ scheme, value: canonicalUrl(raw), start, end });
    else {
      const parsed = parseIdentifier(scheme, raw);
      if ('value' in parsed) add({ scheme, value: parsed.value, start, end });
      else malformed.push({ scheme, raw, problem: parsed.problem, start, end });
    }
  }
  return { identifiers, malformed };
}

/** Reads one item of a CSL-YAML or CSL-JSON file; undefined when it has no id to be cited by. */
export function cslReference(item: YamlNode): Reference | undefined {
  const id = entryOf(item, 'id')?.value;
  const key = textOf(id);
  if (item.type !== 'map' || id?.type !== 'scalar' || !key) return undefined;
  const fields: Field[] = [];
  for (const entry of item.entries) {
    const scheme = own(FIELDS, entry.key.source.toLowerCase());
    const raw = textOf(entry.value);
    if (!scheme || !raw || entry.value?.type !== 'scalar') continue;
    const range = innerRange(entry.value);
    const pieces = scheme === 'isbn' ? raw.split(/[,;]\s*|\s+(?=97[89])/).filter(Boolean) : [raw];
    for (const piece of pieces) fields.push({ scheme, raw: piece, ...range });
  }
  const stated = identifierOfKey(key);
  const keyRange = innerRange(id);
  const { identifiers, malformed } = sorted(fields);
  if (stated && 'value' in stated.parsed && !identifiers.some((one) => one.scheme === stated.scheme)) {
    identifiers.push({ scheme: stated.scheme, value: stated.parsed.value, ...keyRange });
  }
  return {
    origin: 'csl',
    key,
    keyRange,
    number: undefined,
    identifiers,
    malformed,
    data: cslData(item),
    text: '',
    start: item.start,
    end: item.end,
  };
}

/** Entries of a BibTeX file. */
export function bibReferences(file: BibFile): Reference[] {
  return file.entries
    .filter((entry) => entry.key !== '')
    .map((entry) => {
      const fields: Field[] = [];
      const isArxiv = entry.fields.some(
        (field) => /^(?:archiveprefix|eprinttype)$/.test(field.name) && /arxiv/i.test(field.value),
      );
      for (const field of entry.fields) {
        const scheme = own(FIELDS, field.name) ?? (field.name === 'eprint' && isArxiv ? 'arxiv' : undefined);
        const raw = field.value.replace(/[{}\\]/g, '').trim();
        const pieces = scheme === 'isbn' ? raw.split(/[,;]\s*|\s+(?=97[89])/).filter(Boolean) : [raw];
        if (scheme && raw) for (const piece of pieces) fields.push({ scheme, raw: piece, ...field.valueRange });
      }
      return {
        origin: 'bibtex' as const,
        key: entry.key,
        keyRange: entry.keyRange,
        number: undefined,
        ...sorted(fields),
        data: bibData(entry),
        text: '',
        start: entry.start,
        end: entry.end,
      };
    });
}

/** One line of a numbered list. */
export function listReference(text: string, block: Block, number: number): Reference {
  const written = text.slice(block.start, block.end);
  return {
    origin: 'list',
    key: String(number),
    keyRange: { start: block.start, end: block.end },
    number,
    identifiers: identifiersInText(written, block.start),
    malformed: [],
    data: NO_DATA,
    text: written,
    start: block.start,
    end: block.end,
  };
}
