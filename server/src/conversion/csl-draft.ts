// How do the fields of a record become a reference in CSL's terms, without one being lost? What has no place stands in the note.

import type { IdentifierScheme } from '../model/facts';
import { parseIdentifier, piecesOf } from '../model/identifier';
import { identifierOfLink } from '../model/identifier-link';
import { type CslItem, type CslName, numberOr } from './csl';
import type { Field } from './tagged';

const FIELD_OF: Partial<Readonly<Record<IdentifierScheme, string>>> = {
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  isbn: 'ISBN',
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NUMBERS = new Set(['volume', 'issue', 'page', 'PMID']);

/** `2020/05/12/`, `2020 May 12`, `2020-05` as CSL writes them; undefined for anything that has no year in front. */
function dateOf(written: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:[\s/-]+(\d{1,2}|[A-Za-z]{3})[a-z]*)?(?:[\s/-]+(\d{1,2}))?(?!\d)/.exec(written) ?? [];
  if (!year) return undefined;
  const number = month === undefined ? 0 : /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number < 1 || number > 12) return year;
  const two = (value: number) => String(value).padStart(2, '0');
  return day ? `${year}-${two(number)}-${two(Number(day))}` : `${year}-${two(number)}`;
}

/** Whether a date says all that was written: every number, and no word but the name of a month. */
function isWhole(written: string, date: string): boolean {
  const numbers = (written.match(/\d+/g) ?? []).map(Number);
  const words = (written.match(/[A-Za-z]+/g) ?? []).filter((word) => !MONTHS.includes(word.slice(0, 3).toLowerCase()));
  const said = date.split('-').map(Number);
  return words.length === 0 && numbers.every((number) => number === 0 || said.includes(number));
}

/** A reference in the making. Each `put` says whether it found a place; the note takes the rest. */
export class CslDraft {
  readonly #values = new Map<string, string>();
  readonly #names = new Map<string, CslName[]>();
  readonly #keywords: string[] = [];
  readonly #notes: string[] = [];
  /** Tags of fields that only the note could take. */
  readonly unplaced = new Set<string>();

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  names(key: string): readonly CslName[] {
    return this.#names.get(key) ?? [];
  }

  /** A second, different value finds no place. */
  put(key: string, value: string): boolean {
    const known = this.#values.get(key);
    if (known !== undefined) return known === value;
    this.#values.set(key, value);
    return true;
  }

  /** The more exact of two dates that agree. A season, or a span of days, has no place beside its year. */
  putDate(key: string, written: string): boolean {
    const date = dateOf(written);
    if (date === undefined) return false;
    const known = this.#values.get(key);
    if (known !== undefined && !known.startsWith(date) && !date.startsWith(known)) return false;
    if (!known?.startsWith(date)) this.#values.set(key, date);
    return isWhole(written, date);
  }

  putNames(key: string, names: readonly CslName[]): true {
    this.#names.set(key, [...this.names(key), ...names]);
    return true;
  }

  putKeyword(word: string): true {
    this.#keywords.push(word);
    return true;
  }

  /** Its canonical form; a value that is none finds no place. */
  putIdentifier(scheme: IdentifierScheme, written: string): boolean {
    const key = FIELD_OF[scheme];
    if (!key) return false;
    return piecesOf(scheme, written).every((piece) => {
      const parsed = parseIdentifier(scheme, piece);
      return 'value' in parsed && this.put(key, parsed.value);
    });
  }

  /** The address, and the identifier inside it where the record gives none itself. */
  putAddress(written: string): boolean {
    const named = identifierOfLink(written);
    const key = named && FIELD_OF[named.scheme];
    if (named && key) this.put(key, named.value);
    return this.put('URL', written);
  }

  putNote(text: string): true {
    this.#notes.push(text);
    return true;
  }

  /** Keeps in the note, under its tag, what has no place. */
  keep({ tag, value }: Field): void {
    if (value === '') return;
    this.unplaced.add(tag);
    this.#notes.push(`${tag}: ${value}`);
  }

  /** The reference; `order` says which keys stand first. */
  item(id: string): CslItem {
    const values = Object.fromEntries(
      [...this.#values].map(([key, value]) => [key, NUMBERS.has(key) ? numberOr(value) : value]),
    );
    const { type, title, ...rest } = values;
    return {
      id,
      type,
      title,
      ...Object.fromEntries(this.#names),
      ...rest,
      keyword: this.#keywords.length > 0 ? this.#keywords.join(', ') : undefined,
      note: this.#notes.length > 0 ? this.#notes.join(' | ') : undefined,
    };
  }
}
