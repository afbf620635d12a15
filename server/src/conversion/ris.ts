// What does each field of a RIS record mean in CSL's terms?

import { own } from '../base/own';
import { CslDraft } from './csl-draft';
import { namesOf } from './name-list';
import type { Field } from './tagged';

const TYPES: Readonly<Record<string, string>> = {
  ABST: 'article-journal',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  GEN: 'document',
  GOVDOC: 'report',
  INPR: 'article-journal',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  RPRT: 'report',
  SLIDE: 'speech',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
};

/** Fields that are one text. */
const TEXTS: Readonly<Record<string, string>> = {
  TI: 'title',
  T1: 'title',
  ST: 'title-short',
  T2: 'container-title',
  JF: 'container-title',
  J2: 'container-title-short',
  JA: 'container-title-short',
  J1: 'container-title-short',
  T3: 'collection-title',
  VL: 'volume',
  IS: 'issue',
  AB: 'abstract',
  N2: 'abstract',
  PB: 'publisher',
  CY: 'publisher-place',
  PP: 'publisher-place',
  ET: 'edition',
  LA: 'language',
};

const NAMES: Readonly<Record<string, string>> = {
  AU: 'author',
  A1: 'author',
  A2: 'editor',
  ED: 'editor',
  A3: 'collection-editor',
  TA: 'translator',
};

const DATES: Readonly<Record<string, string>> = { PY: 'issued', Y1: 'issued', DA: 'issued', Y2: 'accessed' };

/** A DOI, PMID or PMCID that says what it is, in a field that programs use for anything. */
function putStated(draft: CslDraft, value: string): boolean {
  const [, doi, pmid, pmcid] =
    /^(?:(?:doi:?\s*)?(10\.\d{4,9}\/\S+)|(?:PMID|PubMed(?: ID)?):?\s*(\d{1,8})|(?:PMCID:?\s*)?(PMC\d+))$/i.exec(
      value.trim(),
    ) ?? [];
  if (doi) return draft.putIdentifier('doi', doi);
  if (pmid) return draft.putIdentifier('pmid', pmid);
  return pmcid !== undefined && draft.putIdentifier('pmcid', pmcid);
}

function placed(draft: CslDraft, { tag, value }: Field, isPubMed: boolean): boolean {
  // A book stands in a series, an article in a journal.
  const text = tag === 'T2' && draft.get('type') === 'book' ? 'collection-title' : own(TEXTS, tag);
  if (text) return draft.put(text, value);
  const names = own(NAMES, tag);
  if (names) return draft.putNames(names, namesOf(value));
  const date = own(DATES, tag);
  if (date) return draft.putDate(date, value);
  switch (tag) {
    case 'TY':
      return (
        draft.put('type', own(TYPES, value.toUpperCase()) ?? 'document') &&
        own(TYPES, value.toUpperCase()) !== undefined
      );
    // A book's own title, or that of the book around a chapter.
    case 'BT':
      return draft.put(draft.get('type') === 'chapter' ? 'container-title' : 'title', value);
    // Its full name or a short one; beside `JF` it is the short one.
    case 'JO':
      return draft.put('container-title', value) || draft.put('container-title-short', value);
    case 'DO':
      return draft.putIdentifier('doi', value);
    case 'SN':
      return draft.putIdentifier('isbn', value) || (/^\d{4}-?\d{3}[\dX]/i.test(value) && draft.put('ISSN', value));
    case 'AN':
      return (isPubMed && draft.putIdentifier('pmid', value)) || putStated(draft, value);
    case 'C2':
      return draft.putIdentifier('pmcid', value);
    case 'UR':
    case 'LK':
      return draft.putAddress(value);
    case 'KW':
      return draft.putKeyword(value);
    case 'N1':
      return putStated(draft, value) || draft.putNote(value);
    case 'M1':
    case 'M3':
    case 'L3':
    case 'C7':
    case 'U1':
    case 'U2':
    case 'U3':
    case 'U4':
    case 'U5':
      return putStated(draft, value);
    default:
      return false;
  }
}

/** One record. Fields without a place in CSL stand in the note. */
export function risDraft(record: readonly Field[]): CslDraft {
  const draft = new CslDraft();
  const first = (tag: string) => record.find((one) => one.tag === tag)?.value;
  const isPubMed = /pubmed|medline|\bNLM\b/i.test(`${first('DB')} ${first('DP')}`);
  const [from, to] = [first('SP'), first('EP')];
  const page = [from, to === from ? undefined : to].filter(Boolean).join('-');
  if (page) draft.put('page', page);
  // A journal's full name comes before other names of it, wherever it stands.
  const full = first('JF') ?? first('T2');
  const isBook = own(TYPES, first('TY')?.toUpperCase() ?? '') === 'book';
  if (full && !isBook) draft.put('container-title', full);
  for (const field of record) {
    if (field.value === '' || ((field.tag === 'SP' || field.tag === 'EP') && field.value === first(field.tag)))
      continue;
    if (!placed(draft, field, isPubMed)) draft.keep(field);
  }
  return draft;
}
