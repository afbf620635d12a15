// Which sentence of an article rests on which reference, at a glance? A picture with a row a reference and a column a sentence.

import type { ArticleOverview, Claim, Overview, ReferenceOverview } from '../../overview/overview';
import { many } from '../count';
import { claimId, referenceId } from './claim-list';
import { type Html, html } from './html';
import { shortForm } from './reference-form';

const LABELS = 236;
const CELLS = 640;
const COUNTS = 44;
const ROW = 20;
const HEAD = 22;
const WIDEST_COLUMN = 20;
const MARK = 12;
const LEAST_MARK = 3;
/** More columns cannot be told apart; several sentences then share one. */
const MOST_COLUMNS = 190;
/** More rows are a list and no picture. */
const MOST_ROWS = 60;
const LONGEST_LABEL = 32;

interface Column {
  readonly claims: readonly Claim[];
  readonly begins: boolean;
}

/** The article's sentences in columns; `begins` marks the first of a section. */
function columnsOf(article: ArticleOverview): Column[] {
  const claims = article.sections.flatMap(({ passages }) =>
    passages.filter((passage) => passage.type === 'claim').map((claim, index) => ({ claim, begins: index === 0 })),
  );
  const each = Math.max(1, Math.ceil(claims.length / MOST_COLUMNS));
  return Array.from({ length: Math.ceil(claims.length / each) }, (_, index) => {
    const own = claims.slice(index * each, (index + 1) * each);
    return { claims: own.map((one) => one.claim), begins: own.some((one) => one.begins) };
  });
}

interface Row {
  readonly reference: number;
  /** How many sentences rest on it. */
  readonly count: number;
}

function rowsOf(article: ArticleOverview, columns: readonly Column[]): { shown: Row[]; left: number } {
  const counts = new Map(article.references.map((reference) => [reference, 0]));
  for (const { claims } of columns)
    for (const { supports } of claims)
      for (const { reference } of supports) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  const rows = [...counts].map(([reference, count]) => ({ reference, count })).filter((row) => row.count > 0);
  if (rows.length <= MOST_ROWS) return { shown: rows, left: 0 };
  const most = new Set([...rows].sort((a, b) => b.count - a.count).slice(0, MOST_ROWS));
  return { shown: rows.filter((row) => most.has(row)), left: rows.length - MOST_ROWS };
}

/** The map of one article; nothing when there is too little to compare. */
export function claimMap(overview: Overview, index: number, article: ArticleOverview): Html | undefined {
  const columns = columnsOf(article);
  const { shown, left } = rowsOf(article, columns);
  if (columns.length < 3 || shown.length < 2) return undefined;
  const sentences = columns.reduce((sum, { claims }) => sum + claims.length, 0);
  const wide = Math.min(WIDEST_COLUMN, CELLS / columns.length);
  const width = LABELS + wide * columns.length + COUNTS;
  const height = HEAD + ROW * shown.length + 2;
  const summary = `${many(sentences, 'sentence')} that cite, and the ${many(shown.length, 'reference')} they rest on`;
  return html`<figure class="map">
<figcaption><strong>What rests on what.</strong> ${caption(columns, left)}</figcaption>
<div class="scroll" role="region" aria-label="Map of ${article.title}" tabindex="0">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${summary}. ${described(overview, shown)}">
${grid(columns, wide, height)}${shown.map((row, at) => rowOf(overview, index, columns, row, at, wide))}</svg>
</div>
</figure>
`;
}

function caption(columns: readonly Column[], left: number): string {
  const each = columns[0]?.claims.length ?? 1;
  const column =
    each === 1
      ? 'Each column is a sentence that cites, in the order of the text; its number stands beside it below.'
      : `Each column is ${each} sentences that cite, in the order of the text; the taller a mark, the more of them.`;
  const rest =
    left === 0 ? '' : ` The ${many(left, 'reference')} cited least often ${left === 1 ? 'is' : 'are'} left out here.`;
  return `${column} A line parts one section from the next; the number at the end of a row says how many sentences rest on that reference.${rest}`;
}

function described(overview: Overview, rows: readonly Row[]): string {
  return rows
    .map(({ reference, count }) => {
      const one = overview.references[reference];
      return one ? `${shortForm(one)}: ${many(count, 'sentence')}` : '';
    })
    .join('; ');
}

/** Section lines and the numbers of every fifth sentence. */
function grid(columns: readonly Column[], wide: number, height: number): Html[] {
  return columns.flatMap(({ claims, begins }, at) => {
    const x = LABELS + at * wide;
    const number = claims[0]?.number ?? 0;
    const line = begins && at > 0 ? [html`<path class="part" d="M${x} ${HEAD - 6}V${height - 2}"/>`] : [];
    const every = wide < 8 ? 10 : 5;
    const named = at === 0 || (at + 1) % every === 0;
    return named
      ? [...line, html`<text class="tick" x="${x + wide / 2}" y="${HEAD - 8}" text-anchor="middle">${number}</text>\n`]
      : line;
  });
}

/** Author and year say enough beside a row. */
function label(one: ReferenceOverview): string {
  const short = shortForm(one, one.reference.origin === 'list' ? LONGEST_LABEL - 4 : 0);
  return short.length > LONGEST_LABEL ? `${short.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : short;
}

function rowOf(
  overview: Overview,
  article: number,
  columns: readonly Column[],
  { reference, count }: Row,
  at: number,
  wide: number,
): Html | undefined {
  const one = overview.references[reference];
  if (!one) return undefined;
  const middle = HEAD + at * ROW + ROW / 2;
  const end = LABELS + wide * columns.length;
  const side = Math.min(MARK, Math.max(LEAST_MARK, wide * 0.8));
  const marks = columns.map(({ claims }, column) => {
    const resting = claims.filter(({ supports }) => supports.some((support) => support.reference === reference));
    const [first] = resting;
    if (!first) return undefined;
    const tall = claims.length === 1 ? MARK : 2 + (MARK * resting.length) / claims.length;
    const x = LABELS + column * wide + (wide - side) / 2;
    const numbers = resting.map(({ number }) => number).join(', ');
    const title = `${resting.length === 1 ? 'Sentence' : 'Sentences'} ${numbers}: ${shortForm(one)}`;
    return html`<a href="#${claimId(article, first.number)}" tabindex="-1"><rect x="${px(x)}" y="${px(middle - tall / 2)}" width="${px(side)}" height="${px(tall)}" rx="2"><title>${title}</title></rect></a>`;
  });
  return html`<path class="row" d="M${LABELS} ${middle}H${px(end)}"/><a href="#${referenceId(reference)}" tabindex="-1"><text x="${LABELS - 10}" y="${middle + 4}" text-anchor="end">${label(one)}</text></a>${marks}<text class="tick" x="${px(end + 12)}" y="${middle + 4}">${count}</text>
`;
}

/** A length without digits that nobody sees. */
function px(length: number): number {
  return Math.round(length * 100) / 100;
}
