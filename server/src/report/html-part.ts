// The parts of the page of findings: how often each check reported something, which files, and what there.

import { countText } from './count';
import { excerptOf } from './excerpt';
import { type Html, html, webLink } from './page/html';
import { findingsText, nameOf } from './page/words';
import { type CheckedFile, type Placed, placedIn, type Result } from './result';
import { groupsOf, tallyOf } from './tally';

export interface ReportedFile {
  readonly file: CheckedFile;
  readonly pages: ReadonlyMap<string, string>;
  /** Under which the file is found on the page. */
  readonly id: string;
}

/** The files in which something was found. */
export function reportedFiles({ files, rules }: Result): ReportedFile[] {
  const pages = new Map(rules.map(({ id, page }) => [id, page]));
  return files
    .filter(({ findings }) => findings.length > 0)
    .map((file, index) => ({ file, pages, id: `file-${index + 1}` }));
}

function ruleLink(rule: string, pages: ReadonlyMap<string, string>): Html {
  return webLink(rule, pages.get(rule) ?? '');
}

/** How often each check reported something, the gravest first; nothing without findings. */
export function checkSection(result: Result): Html | undefined {
  const groups = groupsOf(result);
  if (groups.length === 0) return undefined;
  const summaries = new Map(result.rules.map(({ id, summary }) => [id, summary]));
  const pages = new Map(result.rules.map(({ id, page }) => [id, page]));
  const rows = groups.map(
    ({ rule, severity, count }) => html`<tr>
<th scope="row">${ruleLink(rule, pages)} <small>${summaries.get(rule)}</small></th>
<td data-label="Level" class="level"><b class="${severity}">${nameOf(severity)}</b></td>
<td data-label="Findings" class="number">${countText(count)}</td>
</tr>
`,
  );
  return html`<section id="checks" aria-labelledby="checks-title">
<h2 id="checks-title">Checks that reported something</h2>
<table class="articles checks">
<thead><tr><th scope="col">Check</th><th scope="col">Level</th><th scope="col" class="number">Findings</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}

/** The files in which something was found; nothing without findings. */
export function fileTable(files: readonly ReportedFile[]): Html | undefined {
  if (files.length === 0) return undefined;
  const rows = files.map(
    ({ file, id }) => html`<tr>
<th scope="row"><a href="#${id}">${file.path}</a></th>
<td data-label="Findings">${findingsText(tallyOf(file.findings))}</td>
</tr>
`,
  );
  return html`<table>
<caption>Files with findings</caption>
<thead><tr><th scope="col">File</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** What was found in one file, in the order of its text. */
export function fileSection({ file, pages, id }: ReportedFile): Html {
  return html`<section id="${id}" class="file article" aria-labelledby="${id}-title">
<h2 id="${id}-title">${file.path}</h2>
<p class="meta">${findingsText(tallyOf(file.findings))}</p>
<ul class="findings">
${placedIn(file).map((one) => item(one, pages))}</ul>
</section>
`;
}

function item(one: Placed, pages: ReadonlyMap<string, string>): Html {
  const { severity, message, rule, fix } = one.finding;
  const excerpt = excerptOf(one);
  return html`<li class="${severity}">
<p><strong>${nameOf(severity)}</strong> ${message}</p>
${excerpt ? html`<p class="excerpt">${excerpt.before}<mark>${excerpt.reported}</mark>${excerpt.after}</p>\n` : undefined}<p><small>Line ${one.line} · ${ruleLink(rule, pages)}${fix ? ' · can be put right with “--fix”' : ''}</small></p>
</li>
`;
}
