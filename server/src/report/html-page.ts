// The findings as one page for editors: no script, no picture, no network.

import { many } from './count';
import STYLE_OF_FINDINGS from './finding.css';
import { checkSection, fileSection, fileTable, type ReportedFile, reportedFiles } from './html-part';
import COLOURS from './page/colour.css';
import FRAME from './page/frame.css';
import { Html, html } from './page/html';
import PAPER from './page/paper.css';
import { countOfSeverity, dateText, meaningOf, SEVERITIES } from './page/words';
import type { Result } from './result';
import { leftOutText, nothingText, tallyOf } from './tally';

const STYLE = COLOURS + FRAME + STYLE_OF_FINDINGS + PAPER;

/** More files than these take a browser seconds to lay out at once. */
const MANY = 40;

interface PageOptions {
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  /** SHA-256 of a text in base 64, by which the browser knows the page's own style sheet from any other. */
  readonly digest: (text: string) => string;
}

/** The whole page as HTML. */
export function findingsPage(result: Result, { today, digest }: PageOptions): string {
  const policy = `default-src 'none'; style-src 'sha256-${digest(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const files = reportedFiles(result);
  return html`${Html.trusted('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Findings</title>
<style>${Html.trusted(STYLE)}</style>
</head>
<body${files.length > MANY ? html` class="many"` : undefined}>
<a class="skip" href="#overview">Skip to the overview</a>
<header>
<h1>Findings</h1>
<p class="meta">Made on ${dateText(today)} by Clinical Content ${result.version}</p>
${files.length > 0 ? html`<nav aria-label="Parts of this page"><a href="#overview">Overview</a> <a href="#${files[0]?.id}">Findings</a> <a href="#checks">Checks</a></nav>\n` : undefined}</header>
<main>
${overview(result, files)}${files.map(fileSection)}${checkSection(result)}</main>
<footer><p>Clinical Content checks form, links and bookkeeping. It does not judge whether a claim is true.</p></footer>
</body>
</html>
`.text;
}

function overview(result: Result, files: readonly ReportedFile[]): Html {
  return html`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">Overview</h2>
${result.counts.files === 0 ? html`<p class="notice">${nothingText(result)}</p>\n` : counted(result)}${unreadList(result)}${fileTable(files)}</section>
`;
}

function counted(result: Result): Html {
  const { files, citations, references, records, checks } = result.counts;
  const findings = result.files.flatMap((file) => file.findings);
  const tally = tallyOf(findings);
  const clean = result.files.filter((file) => file.findings.length === 0).length;
  const fixable = findings.filter(({ fix }) => fix).length;
  const left = leftOutText(result);
  const levels = result.errorsOnly ? SEVERITIES.slice(0, 1) : SEVERITIES;
  return html`<ul class="sentences">
<li><b>${many(files, 'file')}</b> ${files === 1 ? 'was' : 'were'} read: ${many(citations, 'citation')}, ${many(references, 'reference')} and ${many(records, 'record')}. ${many(checks, 'check')} ${checks === 1 ? 'was' : 'were'} made.</li>
<li><b>${clean === 0 ? 'No file' : many(clean, 'file')}</b> ${clean < 2 ? 'is' : 'are'} without ${result.errorsOnly ? 'errors' : 'findings'}.</li>
${levels.map((severity) =>
  tally[severity] === 0
    ? html`<li><b>No ${countOfSeverity(severity, 0).slice(2)}</b> were found.</li>\n`
    : html`<li class="${severity}"><b>${countOfSeverity(severity, tally[severity])}</b>: ${meaningOf(severity, tally[severity])}.</li>\n`,
)}${fixable > 0 ? html`<li><b>${many(fixable, 'finding')}</b> can be put right by the program, with “--fix” or in the editor.</li>\n` : undefined}${result.errorsOnly ? html`<li>Only errors are shown.</li>\n` : undefined}${left === undefined ? undefined : html`<li>${left}</li>\n`}</ul>
`;
}

function unreadList({ unread }: Result): Html | undefined {
  if (unread.length === 0) return undefined;
  return html`<div class="notice"><p>Not checked:</p>
<ul>
${unread.map(({ path, problem }) => html`<li>${path} ${problem}.</li>\n`)}</ul>
</div>
`;
}
