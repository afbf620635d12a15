// How is a sentence shown with what it rests on?

import type { Cited, Claim, Overview, Silence, Support } from '../../overview/overview';
import { many } from '../count';
import { type Html, html } from './html';
import { fullForm, identifierLinks, shortForm } from './reference-form';
import { remarkList } from './remark-list';

/** Where on the page a claim stands. */
export function claimId(article: number, claim: number): string {
  return `a${article + 1}-s${claim}`;
}

/** Where in the table a reference stands. */
export function referenceId(reference: number): string {
  return `r${reference + 1}`;
}

/** The passages of a section, in the order of the text. */
export function passageList(overview: Overview, article: number, passages: readonly (Claim | Silence)[]): Html[] {
  return passages.map((passage) =>
    passage.type === 'claim' ? claimItem(overview, article, passage) : silence(passage),
  );
}

function claimItem(overview: Overview, article: number, claim: Claim): Html {
  const { number, row, pieces, supports, missing, remarks } = claim;
  const text = pieces.map((piece) => (typeof piece === 'string' ? html`${piece}` : citedMark(piece)));
  return html`<div class="claim" id="${claimId(article, number)}">
<p><span class="number">${number}</span> ${row === undefined ? undefined : html`<span class="row">${row}:</span> `}${text}</p>
${supportList(overview, supports, missing)}${remarkList(remarks)}</div>
`;
}

function citedMark({ written, missing }: Cited): Html {
  return missing.length > 0
    ? html`<mark class="cited lost">${written}</mark>`
    : html`<span class="cited">${written}</span>`;
}

function supportList(overview: Overview, supports: readonly Support[], missing: readonly string[]): Html | undefined {
  if (supports.length + missing.length === 0) return undefined;
  const found = supports.map(({ reference, where }) => support(overview, reference, where));
  const lost = missing.map((key) => html`<li class="lost">No reference is known for “${key}”.</li>\n`);
  return html`<ul class="supports">${found}${lost}</ul>\n`;
}

function support({ references }: Overview, index: number, where: string): Html | undefined {
  const one = references[index];
  if (!one) return undefined;
  const place = where === '' ? undefined : html` <span class="where">${where}</span>`;
  const faults =
    one.remarks.length > 0 ? html` <span class="flag">${many(one.remarks.length, 'finding')}</span>` : undefined;
  const links = identifierLinks(one).map((link) => html`${link} `);
  return html`<li><details><summary>${shortForm(one)}${place}${faults}</summary>
<p>${fullForm(one)}</p><p class="links">${links}<a href="#${referenceId(index)}">In the table</a></p></details></li>
`;
}

/** References cited outside any sentence. */
export function citedOutside(overview: Overview, outside: readonly Cited[]): Html | undefined {
  if (outside.length === 0) return undefined;
  const supports = [...new Set(outside.flatMap((one) => one.references))].map((reference) => ({
    reference,
    where: '',
  }));
  const missing = [...new Set(outside.flatMap((one) => one.missing))];
  if (supports.length + missing.length === 0) return undefined;
  return html`<p class="quiet">Cited outside the text, such as in the front matter:</p>\n${supportList(overview, supports, missing)}`;
}

function silence({ sentences, remarks }: Silence): Html {
  return html`<details class="silence"><summary>${many(sentences.length, 'sentence')} without a citation</summary>
<p>${sentences.map((sentence, index) => (index === 0 ? sentence : ` ${sentence}`))}</p></details>
${remarkList(remarks)}`;
}
