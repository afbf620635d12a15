// What does a reference say of itself, in CSL's terms? From CSL (YAML, JSON) and from BibTeX fields.

import { own } from '../base/own';
import type { BibEntry } from '../syntax/bibtex';
import { entryOf, itemsOf, textOf, valueAt, type YamlNode } from '../syntax/yaml-node';
import type { PersonName, ReferenceData } from './facts';

/** A reference that says nothing but what its identifiers say. */
export const NO_DATA: ReferenceData = {
  type: undefined,
  title: undefined,
  authors: [],
  year: undefined,
  container: undefined,
  volume: undefined,
  issue: undefined,
  page: undefined,
  publisher: undefined,
};

/** The year in `issued` and its kin: `2021-05-03`, 2021, `{date-parts: [[2021, 5]]}`, `{year: 2021}`, `{literal: …}` or a list of these. */
export function yearOf(node: YamlNode | undefined): number | undefined {
  if (!node) return undefined;
  if (node.type === 'scalar') return yearIn(node.source);
  if (node.type === 'list') return yearOf(node.items[0]);
  const parts = valueAt(node, 'date-parts');
  if (parts?.type === 'list') {
    const first = parts.items[0];
    return yearOf(first?.type === 'list' ? first.items[0] : first);
  }
  return yearIn(
    textOf(valueAt(node, 'year')) ?? textOf(valueAt(node, 'literal')) ?? textOf(valueAt(node, 'raw')) ?? '',
  );
}

function yearIn(text: string): number | undefined {
  const year = /(?:^|\D)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(text)?.[1];
  return year ? Number(year) : undefined;
}

function cslName(node: YamlNode): PersonName {
  if (node.type === 'scalar') return nameFrom(node.source);
  const family = textOf(valueAt(node, 'family')) ?? textOf(valueAt(node, 'literal')) ?? '';
  const particle = textOf(valueAt(node, 'non-dropping-particle'));
  return { family: particle ? `${particle} ${family}` : family, given: textOf(valueAt(node, 'given')) ?? '' };
}

/** `Family, Given` or `Given Family`. */
function nameFrom(written: string): PersonName {
  const text = plain(written).trim();
  const comma = text.indexOf(',');
  if (comma >= 0) return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
  const space = text.lastIndexOf(' ');
  return space < 0 ? { family: text, given: '' } : { family: text.slice(space + 1), given: text.slice(0, space) };
}

/** Data of one CSL item. */
export function cslData(item: YamlNode): ReferenceData {
  const text = (key: string) => textOf(valueAt(item, key));
  return {
    type: text('type'),
    title: text('title'),
    authors: itemsOf(valueAt(item, 'author')).map(cslName),
    year: yearOf(entryOf(item, 'issued')?.value ?? entryOf(item, 'year')?.value),
    container: text('container-title'),
    volume: text('volume'),
    issue: text('issue'),
    page: text('page'),
    publisher: text('publisher'),
  };
}

const BIB_TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  incollection: 'chapter',
  inbook: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  misc: 'document',
  manual: 'report',
  unpublished: 'manuscript',
};

/** TeX braces, accents and kinds of type that matter to a reader are undone; anything else stays as written. */
function plain(tex: string): string {
  return tex
    .replace(/\\(["'`^~=.]|[cvuHk]\b)\s*\{?\\?([A-Za-z])\}?/g, (whole, accent: string, letter: string) => {
      const mark = own(ACCENTS, accent);
      return mark ? (letter + mark).normalize('NFC') : whole;
    })
    .replace(/\\(?:emph|text[a-z]*|math[a-z]*|mkbib[a-z]*)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/---?/g, (dash) => (dash.length === 2 ? '–' : '—'))
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ');
}

const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
};

/** Data of one BibTeX entry. */
export function bibData(entry: BibEntry): ReferenceData {
  const field = (...names: string[]) => {
    for (const name of names) {
      const found = entry.fields.find((one) => one.name === name)?.value;
      if (found) return plain(found).trim();
    }
    return undefined;
  };
  const authors = entry.fields.find((one) => one.name === 'author' || one.name === 'editor')?.value;
  return {
    type: own(BIB_TYPES, entry.type) ?? entry.type,
    title: field('title'),
    authors: authors ? authors.replace(/\s+/g, ' ').split(' and ').map(nameFrom) : [],
    year: yearIn(field('year', 'date') ?? ''),
    container: field('journal', 'journaltitle', 'booktitle'),
    volume: field('volume'),
    issue: field('number', 'issue'),
    page: field('pages')
      ?.replace(/\s+/g, ' ')
      .replace(/ ?(–) ?| (-) /, '$1$2'),
    publisher: field('publisher', 'institution', 'school'),
  };
}
