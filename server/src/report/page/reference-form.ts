// How is a reference shown on the page: in short, in full, and by the identifiers it has and lacks?

import { citedForm, shortCitation } from '../../model/cited-form';
import { referenceName } from '../../model/cited-name';
import type { Identifier, IdentifierScheme, NumberedReference } from '../../model/facts';
import { addressOf, labelOf } from '../../model/identifier';
import type { ReferenceOverview } from '../../overview/overview';
import { type Html, html, webLink } from './html';
import { shortened } from './words';

const LONGEST_SHORT = 64;

/** “Smith et al. 2018 · Pain”; an entry of an article's own list by its number and what it says. */
export function shortForm({ reference, file }: ReferenceOverview, length = LONGEST_SHORT): string {
  if (reference.origin === 'list') return `${reference.number}. ${shortened(listText(reference), length)}`;
  const { scheme, value } = reference.identifiers[0] ?? {};
  if (file === undefined && scheme && value) return identifierLabel(scheme, value);
  return shortCitation(reference, length);
}

/** What an entry says besides its links; one that is nothing but a link is known by its identifier. */
function listText({ text, identifiers }: NumberedReference): string {
  const words = text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/[<>[\]()*_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const first = identifiers[0];
  return /\p{L}{3}/u.test(words) || !first ? words || text : identifierLabel(first.scheme, first.value);
}

function identifierLabel(scheme: IdentifierScheme, value: string): string {
  return scheme === 'url' || scheme === 'pmcid' ? value : `${labelOf(scheme)} ${value}`;
}

/** The reference as a bibliography prints it; an entry of a list as it is written. */
export function fullForm({ reference }: ReferenceOverview): Html {
  if (reference.origin === 'list') return html`${reference.text}`;
  const { authors, title, container, publisher, place } = citedForm(reference);
  const source = container ? html`<cite>${container.replace(/\.$/, '')}</cite>.` : html`${publisher}`;
  const parts = [html`${authors}`, html`${title}`, source, html`${place}`].filter((part) => part.text !== '');
  if (parts.length === 0) return html`${referenceName(reference)} (nothing but its key is known)`;
  return html`${parts.map((part, index) => (index === 0 ? part : html` ${part}`))}`;
}

/** Its identifiers as links, the web address last and only when nothing better is known. */
export function identifierLinks({ reference }: ReferenceOverview): Html[] {
  const known = reference.identifiers.filter((one) => one.scheme !== 'url');
  const shown = known.length > 0 ? known : reference.identifiers;
  return shown.map((one) => webLink(linkLabel(one), addressOf(one.scheme, one.value)));
}

function linkLabel({ scheme, value }: Identifier): string {
  return scheme === 'url' ? shortened(value, LONGEST_SHORT) : identifierLabel(scheme, value);
}

const BOOKS = new Set(['book', 'chapter', 'monograph', 'entry-encyclopedia']);
const WITHOUT = new Set([
  'webpage',
  'post',
  'post-weblog',
  'report',
  'document',
  'personal_communication',
  'legislation',
]);

/** The identifiers by which such a work is usually found and which are not given. */
export function lackingOf({ reference }: ReferenceOverview): string[] {
  const { type } = reference.data;
  if (type !== undefined && WITHOUT.has(type)) return reference.identifiers.length > 0 ? [] : ['web address'];
  const usual: readonly IdentifierScheme[] =
    type !== undefined && BOOKS.has(type) ? ['isbn', 'doi'] : ['pmid', 'pmcid', 'doi'];
  const has = new Set(reference.identifiers.map((one) => one.scheme));
  if (BOOKS.has(type ?? '') && usual.some((scheme) => has.has(scheme))) return [];
  return usual.filter((scheme) => !has.has(scheme)).map(labelOf);
}
