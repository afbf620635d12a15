// Where is a reference cited, as links to the sentences that rest on it?

import type { CitingFile, Overview, ReferenceOverview } from '../../overview/overview';
import { many } from '../count';
import { articleId } from './article-section';
import { claimId } from './claim-list';
import { type Html, html } from './html';

/** A reference that everything cites need not list everything. */
const MOST_FILES = 8;
const MOST_SENTENCES = 12;

/** Articles by name with their sentences, records by their number: an editor reads the articles. */
export function citingCell(articles: Overview['articles'], { reference, citedIn }: ReferenceOverview): Html {
  if (citedIn.length === 0) return html`Never`;
  const inArticles = citedIn.filter(({ article }) => article !== undefined).sort((a, b) => b.times - a.times);
  const inRecords = citedIn.filter(({ article }) => article === undefined);
  const shown = inArticles.slice(0, MOST_FILES).map((place) => {
    // An entry of an article's own list is cited there and nowhere else.
    if (reference.type === 'numbered') return html`<li>${sentenceLinks(place)}</li>`;
    const { article = 0 } = place;
    return html`<li><a href="#${articleId(article)}">${articles[article]?.title}</a>: ${sentenceLinks(place)}</li>`;
  });
  const left = inArticles.length - shown.length;
  const rest = left > 0 ? html`<li>and ${many(left, 'other article')}</li>` : undefined;
  const head = inArticles.length > 0 ? many(timesIn(inArticles), 'time') : 'In no article';
  return html`${head}<ul class="plain">${shown}${rest}${recordItem(inRecords)}</ul>`;
}

function timesIn(places: readonly CitingFile[]): number {
  return places.reduce((sum, one) => sum + one.times, 0);
}

function sentenceLinks({ article = 0, sentences }: CitingFile): Html {
  if (sentences.length === 0) return html`outside the text`;
  const links = sentences
    .slice(0, MOST_SENTENCES)
    .map((number, at) => html`${at > 0 ? ', ' : undefined}<a href="#${claimId(article, number)}">${number}</a>`);
  const left = sentences.length - links.length;
  return html`${sentences.length === 1 ? 'sentence' : 'sentences'} ${links}${left > 0 ? ` and ${left} more` : undefined}`;
}

function recordItem(places: readonly CitingFile[]): Html | undefined {
  if (places.length === 0) return undefined;
  const where = places.length === 1 ? places[0]?.file : many(places.length, 'record file');
  return html`<li class="quiet">${many(timesIn(places), 'time')} in ${where}</li>`;
}
