// How old are the references that are cited, and of what kind are they? Two quiet charts.

import type { Overview, ReferenceOverview } from '../../overview/overview';
import { many } from '../count';
import { type Html, html } from './html';
import { shortened } from './words';

interface Bar {
  readonly label: string;
  readonly count: number;
  /** Not known: drawn as an outline. */
  readonly unknown?: boolean;
}

/** More bars than these stand too close. */
const MOST_BARS = 24;
const PLOT = 132;
const UNKNOWN_GAP = 14;

/** Years in steps of 1, 2, 5, 10 …, so that they fit; empty steps are kept, for a gap in time is a fact too. */
function yearBars(references: readonly ReferenceOverview[]): Bar[] {
  const years = references.map(({ reference }) => reference.data.year);
  const known = years.filter((year) => year !== undefined);
  if (known.length === 0) return [];
  const first = known.reduce((least, year) => Math.min(least, year));
  const last = known.reduce((most, year) => Math.max(most, year));
  const step = [1, 2, 5, 10, 20].find((size) => (last - first) / size < MOST_BARS) ?? 50;
  const from = Math.floor(first / step) * step;
  const counts = new Array<number>(Math.floor((last - from) / step) + 1).fill(0);
  for (const year of known) {
    const at = Math.floor((year - from) / step);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const bars: Bar[] = counts.map((count, at) => {
    const begins = from + at * step;
    return { label: step === 1 ? String(begins) : `${begins}–${String(begins + step - 1).slice(2)}`, count };
  });
  const unknown = years.length - known.length;
  return unknown > 0 ? [...bars, { label: 'unknown', count: unknown, unknown: true }] : bars;
}

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'Journal article',
  'article-magazine': 'Magazine article',
  'article-newspaper': 'Newspaper article',
  article: 'Preprint or article',
  book: 'Book',
  chapter: 'Book chapter',
  'paper-conference': 'Conference paper',
  dataset: 'Data set',
  report: 'Report',
  thesis: 'Thesis',
  webpage: 'Web page',
  document: 'Document',
  manuscript: 'Manuscript',
  software: 'Software',
};
const MOST_KINDS = 8;

/** Kinds of works, the most frequent first. */
function kindBars(references: readonly ReferenceOverview[]): Bar[] {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const { reference } of references) {
    const { type } = reference.data;
    if (type === undefined) unknown++;
    else {
      const name = Object.hasOwn(TYPES, type) ? (TYPES[type] as string) : type;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const sorted = [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
  const left = sorted.slice(MOST_KINDS).reduce((sum, { count }) => sum + count, 0);
  return [
    ...sorted.slice(0, MOST_KINDS),
    ...(left > 0 ? [{ label: 'Other kinds', count: left }] : []),
    ...(unknown > 0 ? [{ label: 'unknown', count: unknown, unknown: true }] : []),
  ];
}

function described(bars: readonly Bar[]): string {
  return bars
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}: ${count}`)
    .join(', ');
}

function upright(bars: readonly Bar[]): Html {
  const most = bars.reduce((so, { count }) => Math.max(so, count), 1);
  const wide = Math.min(30, 400 / bars.length);
  const sparse = Math.ceil(44 / wide);
  const width = Math.ceil(wide * bars.length + UNKNOWN_GAP + 52);
  const shapes = bars.map(({ label, count, unknown }, at) => {
    const x = Math.round(at * wide + (unknown ? UNKNOWN_GAP + 14 : 16));
    const tall = Math.round((count / most) * PLOT);
    const middle = x + (wide - 4) / 2;
    const named = unknown || at % sparse === 0;
    const name = named
      ? html`<text class="tick" x="${middle}" y="${PLOT + 38}" text-anchor="middle">${label}</text>`
      : '';
    const bar = html`<rect class="${unknown ? 'unknown' : 'bar'}" x="${x}" y="${PLOT + 20 - tall}" width="${Math.round(wide - 4)}" height="${tall}"><title>${label}: ${count}</title></rect>`;
    const number = html`<text class="tick" x="${middle}" y="${PLOT + 14 - tall}" text-anchor="middle">${count}</text>`;
    return count > 0 ? html`${bar}${number}${name}\n` : html`${name}\n`;
  });
  return html`<svg viewBox="0 0 ${width} ${PLOT + 46}" width="${width}" height="${PLOT + 46}" role="img" aria-label="${described(bars)}">
<path class="axis" d="M8 ${PLOT + 20.5}H${width - 8}"/>
${shapes}</svg>
`;
}

function lying(bars: readonly Bar[]): Html {
  const most = bars.reduce((so, { count }) => Math.max(so, count), 1);
  const shapes = bars.map(({ label, count, unknown }, at) => {
    const wide = Math.max(2, Math.round((count / most) * 220));
    const y = at * 26 + 6;
    return html`<text x="130" y="${y + 13}" text-anchor="end">${shortened(label, 20)}</text><rect class="${unknown ? 'unknown' : 'bar'}" x="142" y="${y}" width="${wide}" height="17"/><text class="tick" x="${wide + 150}" y="${y + 13}">${count}</text>
`;
  });
  const height = bars.length * 26 + 8;
  return html`<svg viewBox="0 0 410 ${height}" width="410" height="${height}" role="img" aria-label="${described(bars)}">
${shapes}</svg>
`;
}

/** Both charts, of the references that are cited. */
export function charts({ references }: Overview): Html | undefined {
  const cited = references.filter(({ citedIn }) => citedIn.length > 0);
  if (cited.length === 0) return undefined;
  const which = cited.length === 1 ? 'the one cited reference' : `the ${many(cited.length, 'cited reference')}`;
  const years = yearBars(cited);
  const kinds = kindBars(cited);
  const aged =
    years.length > 0
      ? html`<figure><figcaption><strong>Year of publication</strong> of ${which}</figcaption>\n<div class="scroll">${upright(years)}</div></figure>`
      : html`<p>The year of publication is not known for any of ${which}: entries that are no more than links do not say.</p>`;
  const sorted = kinds.some(({ unknown }) => !unknown)
    ? html`<figure><figcaption><strong>Kind of work</strong>, as ${which} state it</figcaption>\n<div class="scroll">${lying(kinds)}</div></figure>`
    : html`<p>No reference says what kind of work it is.</p>`;
  return html`<div class="charts">\n${aged}\n${sorted}\n</div>\n`;
}
