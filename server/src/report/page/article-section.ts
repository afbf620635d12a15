// How is one article shown: its map, and its sentences that cite, section by section?

import type { ArticleOverview, Overview, Section } from '../../overview/overview';
import { many } from '../count';
import { citedOutside, passageList } from './claim-list';
import { claimMap } from './claim-map';
import { type Html, html } from './html';
import { remarkList } from './remark-list';
import { findingsText } from './words';

/** Where on the page an article stands. */
export function articleId(index: number): string {
  return `a${index + 1}`;
}

function passagesOf({ sections }: ArticleOverview) {
  return sections.flatMap(({ passages }) => passages);
}

/** How many sentences cite, and how many do not. */
export function sentencesIn(article: ArticleOverview): { readonly citing: number; readonly silent: number } {
  let citing = 0;
  let silent = 0;
  for (const passage of passagesOf(article)) {
    if (passage.type === 'claim') citing++;
    else silent += passage.sentences.length;
  }
  return { citing, silent };
}

export function articleSection(overview: Overview, article: ArticleOverview, index: number): Html {
  const { title, file, citations, references, findings, findingsAtReferences, remarks, outside } = article;
  const { citing, silent } = sentencesIn(article);
  const found = findingsText(findings) ?? 'no findings';
  const atReferences =
    findingsAtReferences > 0
      ? html`<p class="quiet">${many(findingsAtReferences, 'finding')} about its own list of references ${findingsAtReferences === 1 ? 'stands' : 'stand'} in the <a href="#references">table of references</a>.</p>\n`
      : undefined;
  const least = Math.min(
    6,
    ...article.sections.flatMap((section) => (section.title === undefined ? [] : section.level)),
  );
  return html`<section class="article" id="${articleId(index)}" aria-labelledby="${articleId(index)}-title">
<h2 id="${articleId(index)}-title">${title}</h2>
<p class="meta">${file}</p>
<p>${many(citing, 'sentence')} with ${many(citations, 'citation')} of ${many(references.length, 'reference')}; ${many(silent, 'sentence')} without a citation; ${found}.</p>
${atReferences}${remarkList(remarks)}${citedOutside(overview, outside)}${claimMap(overview, index, article)}${article.sections.map((section) => sectionOf(overview, index, section, least))}</section>
`;
}

function sectionOf(overview: Overview, article: number, { title, level, passages }: Section, least: number): Html {
  const heading = title === undefined ? undefined : headingOf(title, Math.min(6, 3 + level - least));
  return html`${heading}${passageList(overview, article, passages)}`;
}

function headingOf(title: string, level: number): Html {
  if (level <= 3) return html`<h3>${title}</h3>\n`;
  return level === 4 ? html`<h4>${title}</h4>\n` : level === 5 ? html`<h5>${title}</h5>\n` : html`<h6>${title}</h6>\n`;
}
