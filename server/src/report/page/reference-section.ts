// Which references are there, by what can each be found, what is wrong with it and where is it cited?

import type { ArticleOverview, Overview, ReferenceOverview } from '../../overview/overview';
import { many } from '../count';
import { charts } from './bar-chart';
import { citingCell } from './citing-cell';
import { referenceId } from './claim-list';
import { type Html, html } from './html';
import { fullForm, identifierLinks, lackingOf, shortForm } from './reference-form';
import { remarkList } from './remark-list';

interface Listed {
  readonly one: ReferenceOverview;
  readonly index: number;
}

/** Reference files first, then the lists of articles, then what no file lists; each in the order of its file. */
function byFile({ references, articles }: Overview): Map<string | undefined, Listed[]> {
  const groups = new Map<string | undefined, Listed[]>();
  for (const [index, one] of references.entries()) {
    const group = groups.get(one.file);
    if (group) group.push({ one, index });
    else groups.set(one.file, [{ one, index }]);
  }
  const own = new Set(articles.map(({ file }) => file));
  const rank = (file: string | undefined) => (file === undefined ? 2 : own.has(file) ? 1 : 0);
  const files = [...groups].sort(([a], [b]) => rank(a) - rank(b) || ((a ?? '') < (b ?? '') ? -1 : 1));
  for (const [, group] of files) group.sort((a, b) => a.one.reference.start - b.one.reference.start);
  return new Map(files);
}

export function referenceSection(overview: Overview): Html {
  const { references } = overview;
  if (references.length === 0)
    return html`<section id="references"><h2>References</h2><p>There are none.</p></section>\n`;
  const known = references.filter(({ inLock }) => inLock).length;
  const uncited = references.filter(({ citedIn }) => citedIn.length === 0).length;
  const own = new Map(overview.articles.map((article) => [article.file, article]));
  const groups = [...byFile(overview)].map(([file, listed]) =>
    tableOf(overview, file, file === undefined ? undefined : own.get(file), listed),
  );
  return html`<section id="references" aria-labelledby="references-title">
<h2 id="references-title">References</h2>
<p>${many(references.length, 'reference')} ${references.length === 1 ? 'is' : 'are'} listed or cited by the files of this report; ${uncited === 0 ? 'each is cited' : `${many(uncited, 'reference')} ${uncited === 1 ? 'is' : 'are'} not cited by any of them`}.</p>
<p class="notice"><strong>${known === 0 ? 'Nothing here has been verified.' : `references.lock.json knows ${many(known, 'reference')}; nothing else here has been verified.`}</strong> This report has not looked up whether these papers exist, whether an identifier belongs to its title, or whether a paper has been corrected or retracted. Follow the links to see for yourself.</p>
${charts(overview)}${groups}</section>
`;
}

function tableOf(
  overview: Overview,
  file: string | undefined,
  own: ArticleOverview | undefined,
  listed: readonly Listed[],
): Html {
  const title = own ? html`The list of “${own.title}”` : html`${file ?? 'Cited by an identifier that no file lists'}`;
  return html`<div class="scroll"><table class="references">
<caption>${title}${own ? html` <small>${own.file}</small>` : undefined}</caption>
<thead><tr><th scope="col">Reference</th><th scope="col">Identifiers</th><th scope="col">Cited</th><th scope="col">State</th></tr></thead>
<tbody>
${listed.map((each) => rowOf(overview, each))}</tbody>
</table></div>
`;
}

function rowOf({ articles }: Overview, { one, index }: Listed): Html {
  const { reference, file, inLock, line, remarks } = one;
  const place =
    file === undefined
      ? undefined
      : html` <small>${reference.type === 'keyed' ? `${reference.key}, ` : ''}line ${line}</small>`;
  return html`<tr id="${referenceId(index)}">
<th scope="row"><span class="short">${shortForm(one)}</span>${place}<p>${fullForm(one)}</p>${remarkList(remarks)}</th>
<td data-label="Identifiers">${identifiersOf(one)}</td>
<td data-label="Cited">${citingCell(articles, one)}</td>
<td data-label="State">${inLock ? 'In the lock file' : 'Not verified'}</td>
</tr>
`;
}

function identifiersOf(one: ReferenceOverview): Html {
  const links = identifierLinks(one).map((link) => html`<li>${link}</li>`);
  const malformed = one.reference.malformed.map(({ raw }) => html`<li class="lost">“${raw}” is not valid</li>`);
  const lacking = lackingOf(one);
  const none = lacking.length > 0 ? html`<li class="quiet">no ${lacking.join(', no ')}</li>` : undefined;
  return html`<ul class="plain">${links}${malformed}${none}</ul>`;
}
