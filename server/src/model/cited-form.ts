// How would a reader cite a reference? AMA style in parts, and a short form for lists.

import { referenceName } from './cited-name';
import type { PersonName, Reference } from './facts';

const MOST_AUTHORS = 6;
/** Fewer letters of a journal's name say nothing. */
const LEAST_OF_NAME = 6;

/** What a bibliography prints of a reference, each part with its full stop; absent parts are empty. */
interface CitedForm {
  readonly authors: string;
  readonly title: string;
  /** The journal or book, which is set in italics. */
  readonly container: string;
  readonly publisher: string;
  /** `2018;159(3):123-130.` */
  readonly place: string;
}

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

function placeOf({ data: { year, volume, issue, page } }: Reference): string {
  const number = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  const when = [year === undefined ? '' : String(year), number].filter(Boolean).join(';');
  return [when, page].filter(Boolean).join(':');
}

function ended(text: string | undefined): string {
  return !text || /[.?!…]$/.test(text) ? (text ?? '') : `${text}.`;
}

/** The parts of a reference as AMA style prints them; an entry of an article's own list has none, its text stands for it. */
export function citedForm(reference: Reference): CitedForm {
  const { data } = reference;
  return {
    authors: ended(authorsOf(data.authors)),
    title: ended(data.title),
    container: ended(data.container),
    publisher: data.container ? '' : ended(data.publisher),
    place: ended(placeOf(reference)),
  };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}

/** “Sluka et al. 2018 · Pain”, as plain text; a long journal's name is cut to `length` in all. */
export function shortCitation(reference: Reference, length = 120): string {
  const { data } = reference;
  const [first, second, third] = data.authors;
  const who = !first
    ? undefined
    : third
      ? `${first.family} et al.`
      : second
        ? `${first.family} & ${second.family}`
        : first.family;
  const head = [who ?? (data.title ? cut(data.title, 40) : referenceName(reference)), data.year].filter(
    (part) => part !== undefined,
  );
  const name = head.join(' ');
  const room = length - name.length - 3;
  if (!data.container || room < LEAST_OF_NAME) return name;
  return `${name} · ${cut(data.container, room)}`;
}
