// How does an editor read what there is to tell of some articles? One page that needs nothing else: no script, no picture, no network.

import type { Severity } from '../../lint/finding';
import type { Overview } from '../../overview/overview';
import { many } from '../count';
import { articleId, articleSection, sentencesIn } from './article-section';
import CLAIMS from './claim.css';
import COLOURS from './colour.css';
import FRAME from './frame.css';
import { Html, html } from './html';
import PAPER from './paper.css';
import { referenceSection } from './reference-section';
import { remarkList } from './remark-list';
import { countOfSeverity, dateText, findingsText, meaningOf, SEVERITIES } from './words';

/** Later sheets win: paper and narrow screens have the last word. */
const STYLE = COLOURS + FRAME + CLAIMS + PAPER;

/** More articles than these take a browser seconds to lay out at once. */
const MANY = 40;

interface PageOptions {
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  /** SHA-256 of a text in base 64, by which the browser knows the page's own style sheet from any other. */
  readonly digest: (text: string) => string;
}

/** The whole page as HTML. */
export function page(overview: Overview, { today, digest }: PageOptions): string {
  const { articles, elsewhere } = overview;
  const policy = `default-src 'none'; style-src 'sha256-${digest(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const title = articles.length === 1 && articles[0] ? `Citations of “${articles[0].title}”` : 'Citation report';
  return html`${Html.trusted('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${Html.trusted(STYLE)}</style>
</head>
<body${articles.length > MANY ? html` class="many"` : undefined}>
<a class="skip" href="#overview">Skip to the overview</a>
<header>
<h1>${title}</h1>
<p class="meta">Made on ${dateText(today)} by Clinical Content</p>
<nav aria-label="Parts of this page"><a href="#overview">Overview</a> <a href="#${articles.length > 0 ? articleId(0) : 'overview'}">${articles.length === 1 ? 'Article' : 'Articles'}</a> <a href="#references">References</a>${elsewhere.length > 0 ? html` <a href="#elsewhere">Other files</a>` : undefined}</nav>
</header>
<main>
${overviewSection(overview)}${articles.map((article, index) => articleSection(overview, article, index))}${referenceSection(overview)}${elsewhereSection(overview)}</main>
<footer><p>Clinical Content checks form, links and bookkeeping. It does not judge whether a claim is true.</p></footer>
</body>
</html>
`.text;
}

function overviewSection(overview: Overview): Html {
  const { articles, references, files, checks } = overview;
  if (articles.length === 0)
    return html`<section id="overview"><h2>Overview</h2><p class="notice">No articles were found there, so there are no sentences to show.</p></section>\n`;
  const citations = articles.reduce((sum, one) => sum + one.citations, 0);
  const cited = new Set(articles.flatMap((one) => one.references)).size;
  const sentences = articles.map(sentencesIn);
  const citing = sentences.reduce((sum, one) => sum + one.citing, 0);
  const silent = sentences.reduce((sum, one) => sum + one.silent, 0);
  const faulty = references.filter(({ remarks }) => remarks.length > 0).length;
  return html`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">Overview</h2>
<ul class="sentences">
<li><b>${many(articles.length, 'article')}</b> ${articles.length === 1 ? 'was' : 'were'} read: ${many(citing, 'sentence')} with ${many(citations, 'citation')} of ${many(cited, 'reference')}, and ${many(silent, 'sentence')} without a citation.</li>
<li><b>${many(checks, 'check')}</b> ${checks === 1 ? 'was' : 'were'} made on ${files === 1 ? 'it' : html`${many(files, 'file')}: articles, records and reference files`}.</li>
${SEVERITIES.map((severity) => severityItem(overview, severity))}<li><b>${faulty === 0 ? 'No reference' : many(faulty, 'reference')}</b> ${faulty < 2 ? 'has' : 'have'} a finding of ${faulty < 2 ? 'its' : 'their'} own.</li>
<li><b>No reference</b> has been verified: that is not part of the check.</li>
</ul>
${articleTable(articles)}</section>
`;
}

function severityItem({ findings }: Overview, severity: Severity): Html {
  const count = findings[severity];
  if (count === 0) return html`<li><b>No ${countOfSeverity(severity, 0).slice(2)}</b> were found.</li>\n`;
  return html`<li class="${severity}"><b>${countOfSeverity(severity, count)}</b>: ${meaningOf(severity, count)}.</li>\n`;
}

function articleTable(articles: Overview['articles']): Html {
  const rows = articles.map(
    ({ title, file, citations, references, findings }, index) => html`<tr>
<th scope="row"><a href="#${articleId(index)}">${title}</a> <small>${file}</small></th>
<td data-label="Citations" class="number">${citations}</td>
<td data-label="References" class="number">${references.length}</td>
<td data-label="Findings">${findingsText(findings) ?? 'None'}</td>
</tr>
`,
  );
  return html`<table class="articles">
<caption>Articles</caption>
<thead><tr><th scope="col">Article</th><th scope="col" class="number">Citations</th><th scope="col" class="number">References</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

function elsewhereSection({ elsewhere }: Overview): Html | undefined {
  if (elsewhere.length === 0) return undefined;
  const files = elsewhere.map(({ file, remarks }) => html`<h3>${file}</h3>\n${remarkList(remarks)}`);
  return html`<section id="elsewhere" aria-labelledby="elsewhere-title">
<h2 id="elsewhere-title">Findings in other files</h2>
${files}</section>
`;
}
