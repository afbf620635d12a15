// The findings as a page of Markdown: the summary of a job on GitHub, or a remark under a merge request.

import type { Severity } from '../lint/finding';
import { countText, many } from './count';
import { markdownText } from './markdown-text';
import { nameOf, SEVERITIES } from './page/words';
import { type Placed, placedIn, type Result } from './result';
import { foundText, groupsOf, leftOutText, lookedText, touchText } from './tally';

/** GitHub takes 1 MiB of a step’s summary, and nothing of a longer one. */
const MOST_BYTES = 1_000_000;
/** Room for the sentence about what was left out. */
const RESERVED = 500;
const MOST_UNREAD = 50;

const bytes = new TextEncoder();
const sizeOf = (text: string) => bytes.encode(text).length;

function head(result: Result): string {
  const outcome = foundText(result) ?? (result.errorsOnly ? 'no errors' : 'no findings');
  const nothing = result.changes ? 'nothing has changed' : 'nothing was checked';
  const title = result.counts.files === 0 ? nothing : outcome;
  const only = result.errorsOnly ? ' Only errors are shown.' : '';
  const left = leftOutText(result);
  return `## Clinical Content: ${title}\n\n${lookedText(result)}${only}${left === undefined ? '' : ` ${left}`}\n`;
}

function unreadList({ unread }: Result): string {
  if (unread.length === 0) return '';
  const items = unread.slice(0, MOST_UNREAD).map(({ path, problem }) => `- ${markdownText(`${path} ${problem}.`)}\n`);
  const more = unread.length - items.length;
  return `\n### Not checked\n\n${items.join('')}${more > 0 ? `- and ${many(more, 'more file', 'more files')}\n` : ''}`;
}

const MOST_TOUCHED = 50;

/** Articles that did not change and cite or name what did. */
function touchedList({ changes }: Result): string {
  const touched = changes?.touched ?? [];
  if (touched.length === 0) return '';
  const items = touched
    .slice(0, MOST_TOUCHED)
    .map(({ path, touches }) => `- ${markdownText(`${path} ${touches.map(touchText).join('; ')}.`)}\n`);
  const more = touched.length - items.length;
  return `\n### Also concerned\n\n${items.join('')}${more > 0 ? `- and ${many(more, 'more article', 'more articles')}\n` : ''}`;
}

/** How often each check reported something, the gravest first. */
function ruleTable(result: Result): string {
  const pages = new Map(result.rules.map(({ id, page }) => [id, page]));
  const groups = groupsOf(result);
  if (groups.length === 0) return '';
  const rows = groups.map(({ rule, severity, count }) => {
    const page = pages.get(rule);
    return `| ${page ? `[${rule}](${page})` : rule} | ${nameOf(severity)} | ${countText(count)} |\n`;
  });
  return `\n| Check | Level | Findings |\n|---|---|--:|\n${rows.join('')}`;
}

interface Section {
  readonly heading: string;
  readonly rows: readonly { readonly text: string; readonly severity: Severity }[];
}

function sectionOf(path: string, findings: readonly Placed[]): Section {
  const rows = findings.map(({ line, finding: { severity, message, rule } }) => ({
    severity,
    text: `| ${line} | ${nameOf(severity)} | ${markdownText(message)} | ${rule} |\n`,
  }));
  return { heading: `\n### ${markdownText(path)}\n\n| Line | Level | Finding | Check |\n|--:|---|---|---|\n`, rows };
}

/** The sections as far as there is room, graver findings before lighter ones, and how many findings found none. */
function fitted(sections: readonly Section[], room: number): { text: string; leftOut: number } {
  const chosen = sections.map((): boolean[] => []);
  let left = room;
  let leftOut = 0;
  for (const severity of SEVERITIES)
    for (const [number, { heading, rows }] of sections.entries())
      for (const [index, row] of rows.entries()) {
        if (row.severity !== severity) continue;
        const mine = chosen[number] as boolean[];
        const size = sizeOf(row.text) + (mine.length === 0 ? sizeOf(heading) : 0);
        if (size <= left) {
          mine[index] = true;
          left -= size;
        } else leftOut++;
      }
  const text = sections.map(({ heading, rows }, number) => {
    const shown = rows.filter((_, index) => chosen[number]?.[index]);
    return shown.length === 0 ? '' : heading + shown.map((row) => row.text).join('');
  });
  return { text: text.join(''), leftOut };
}

/** A page of at most a million bytes: counts, checks by weight, findings by file, and what there was no room for. */
export function markdown(result: Result): string {
  const top = head(result) + unreadList(result) + ruleTable(result) + touchedList(result);
  const sections = result.files
    .filter(({ findings }) => findings.length > 0)
    .map((file) => sectionOf(file.path, placedIn(file)));
  const { text, leftOut } = fitted(sections, MOST_BYTES - RESERVED - sizeOf(top));
  const all = result.files.reduce((sum, { findings }) => sum + findings.length, 0);
  const rest =
    leftOut > 0
      ? `\n**${countText(leftOut)} of ${many(all, 'finding')} are not shown here**, for want of room; graver ones come first. Run “clinical-content check” to see them all.\n`
      : '';
  return top + text + rest;
}
