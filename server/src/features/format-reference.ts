// How would a reader cite a reference? AMA style in Markdown, and a short form for lists.

import type { PersonName, Reference } from '../model/facts';
import { addressOf, labelOf } from '../model/identifier';
import { escaped, linked, paragraph, shortened } from './markdown-text';

const MOST_AUTHORS = 6;
/** Fewer letters of a journal's name say nothing. */
const LEAST_OF_NAME = 6;

function initials(given: string): string {
  return given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .split(/[-‐]/)
        .map((piece) => piece.charAt(0).toUpperCase())
        .join(''),
    )
    .join('');
}

function nameOf({ family, given }: PersonName): string {
  return given ? `${family} ${initials(given)}` : family;
}

function authorsOf(authors: readonly PersonName[]): string {
  const shown = authors.slice(0, MOST_AUTHORS).map(nameOf).join(', ');
  return authors.length > MOST_AUTHORS ? `${shown}, et al` : shown;
}

/** `2018;159(3):123-130` */
function placeOf({ data: { year, volume, issue, page } }: Reference): string {
  const number = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  const where = page ? `${number}:${page}` : number;
  return [year === undefined ? '' : String(year), where].filter(Boolean).join(';');
}

function ended(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

/** The reference as a reader would see it in a bibliography, in Markdown without its identifiers. */
export function citationText(reference: Reference): string {
  const { data, origin, text } = reference;
  if (origin === 'list') return paragraph(escaped(text));
  const parts: string[] = [];
  if (data.authors.length > 0) parts.push(escaped(ended(authorsOf(data.authors))));
  if (data.title) parts.push(escaped(ended(data.title)));
  if (data.container) parts.push(`*${escaped(data.container)}*.`);
  else if (data.publisher) parts.push(escaped(ended(data.publisher)));
  const place = placeOf(reference);
  if (place) parts.push(escaped(`${place}.`));
  return paragraph(parts.join(' ')) || escaped(reference.key);
}

/** Its identifiers as links; a web address only when nothing better is known. */
export function identifierLinks(reference: Reference): string {
  const known = reference.identifiers.filter((one) => one.scheme !== 'url');
  const shown = known.length > 0 ? known : reference.identifiers;
  return shown
    .map(({ scheme, value }) => {
      const label =
        scheme === 'url' ? shortened(value, 60) : scheme === 'pmcid' ? value : `${labelOf(scheme)} ${value}`;
      return linked(label, addressOf(scheme, value));
    })
    .join(' · ');
}

/** “Sluka et al. 2018 · Pain”, as plain text; a long journal's name is cut to `length` in all. */
export function shortCitation({ data, key }: Reference, length = 120): string {
  const [first, second, third] = data.authors;
  const who = !first
    ? undefined
    : third
      ? `${first.family} et al.`
      : second
        ? `${first.family} & ${second.family}`
        : first.family;
  const head = [who ?? (data.title ? shortened(data.title, 40) : key), data.year].filter((part) => part !== undefined);
  const name = head.join(' ');
  const room = length - name.length - 3;
  if (!data.container || room < LEAST_OF_NAME) return name;
  return `${name} · ${data.container.length > room ? `${data.container.slice(0, room - 1).trimEnd()}…` : data.container}`;
}
