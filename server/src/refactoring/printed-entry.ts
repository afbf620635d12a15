// How does a reference stand in an article's own list, so that a reader sees what a bibliography prints and our reader the identifiers?

import { escapedInline, escapedStart } from '../conversion/escape';
import { citedForm } from '../model/cited-form';
import type { Identifier, Reference } from '../model/facts';
import { addressOf, labelOf } from '../model/identifier';

/** An identifier, with its address as an author wrote it where that is known. */
interface Shown extends Pick<Identifier, 'scheme' | 'value'> {
  readonly address?: string | undefined;
}

/** Longer addresses are shown in part. */
const LONGEST_LABEL = 60;
/** Signs that would end a DOI early where it is read as text. */
const ENDS_DOI = /[,;"<>\s]/;
/** What CSL allows in titles, and how Markdown writes it; what only keeps capitals has no sign there. */
const TAGS: readonly (readonly [tag: RegExp, written: string])[] = [
  [/^<\/?i>$/, '*'],
  [/^<\/?b>$/, '**'],
  [/^<span class="nocase">$|^<\/span>$/, ''],
];
const TAG = /(<\/?(?:i|b|su[bp])>|<span class="nocase">|<\/span>)/;

/** Text of a reference as Markdown: only what would be read as markup is escaped. */
function written(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const pieces = plain.split(TAG).map((piece) => {
    if (!TAG.test(piece)) return escapedInline(piece, plain).replace(/(?<!\\)\[(?=\s*[-@\d])/g, '\\[');
    return TAGS.find(([tag]) => tag.test(piece))?.[1] ?? piece;
  });
  return pieces.join('');
}

function linked(label: string, address: string): string {
  let depth = 0;
  for (const char of address) {
    if (char === '(') depth++;
    else if (char === ')' && --depth < 0) break;
  }
  return `[${label}](${depth === 0 ? address : `<${address}>`})`;
}

function labelFor({ scheme, value }: Shown): string {
  if (scheme === 'pmcid') return value;
  if (scheme === 'url') return value.length > LONGEST_LABEL ? `${value.slice(0, LONGEST_LABEL - 1)}…` : value;
  const label = `${labelOf(scheme)} ${value}`;
  return ENDS_DOI.test(value) || escapedInline(label) !== label ? labelOf(scheme) : label;
}

/** What leads to the paper; a web address only when nothing better is known. */
export function shownIdentifiers(identifiers: readonly Shown[]): readonly Shown[] {
  const known = identifiers.filter((one) => one.scheme !== 'url');
  return known.length > 0 ? known : identifiers;
}

/** The identifiers as links, the way a hover shows them. */
export function printedIdentifiers(identifiers: readonly Shown[]): string {
  return shownIdentifiers(identifiers)
    .map((one) => {
      const label = escapedInline(labelFor(one)).replace(/(?<!\\)[[\]]/g, '\\$&');
      return linked(label, one.address ?? addressOf(one.scheme, one.value));
    })
    .join(' · ');
}

/** A web address as the reference file writes it: another form of it may lead nowhere. */
function asWritten({ scheme, value, start, end }: Identifier, text: string | undefined): Shown {
  const address = scheme === 'url' ? text?.slice(start, end) : undefined;
  return { scheme, value, address: address && /^https?:\/\/[^\s<>]+$/i.test(address) ? address : undefined };
}

/**
 * One line of Markdown, without a number; empty when the reference says nothing that can be printed. `text` is that of the file in
 * which the reference stands.
 */
export function printedEntry(reference: Reference, text: string | undefined): string {
  const { authors, title, container, publisher, place } = citedForm(reference);
  const source = container ? `*${written(container.replace(/\.$/, ''))}*.` : written(publisher);
  const said = title === '' ? '' : [written(authors), written(title), source, written(place)].filter(Boolean).join(' ');
  const links = printedIdentifiers(reference.identifiers.map((one) => asWritten(one, text)));
  return escapedStart([said || (links && written(authors)), links].filter(Boolean).join(' '));
}
