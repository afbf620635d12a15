// How does the time of a check grow with the repository? Draws docs/images/growth.svg.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { median, ms, type Row } from './figure';
import { CLI, MARKDOWNLINT, timed, timedRead } from './program';

const SIZES = [1000, 2500, 5000, 10_000];
const LINES = [
  { name: 'markdownlint-cli2', colour: '#8a6d3b', dash: '6 4' },
  { name: 'cold check', colour: '#1a6b8f', dash: '' },
  { name: 'with --cache', colour: '#2d7d46', dash: '2 3' },
  { name: 'Node reading the files', colour: '#777', dash: '1 3' },
] as const;

type Corpus = (name: string, articles: number, references: number) => { readonly folder: string };

/** Times each size, and writes the picture. */
export function growth(corpus: Corpus): Row[] {
  const rows: Row[] = [];
  const series = new Map<string, number[]>(LINES.map(({ name }) => [name, []]));
  for (const size of SIZES) {
    const { folder } = corpus(`growth-${size}`, size, size * 5);
    const check = [CLI, 'check', '.', '-f', 'unix'];
    timed([...check, '--cache'], folder);
    const took: Record<(typeof LINES)[number]['name'], number> = {
      'markdownlint-cli2': timed([MARKDOWNLINT, '**/*.md'], folder),
      'cold check': median([1, 2, 3].map(() => timed(check, folder))),
      'with --cache': median([1, 2, 3].map(() => timed([...check, '--cache'], folder))),
      'Node reading the files': median([1, 2, 3].map(() => timedRead(folder))),
    };
    for (const { name } of LINES) series.get(name)?.push(took[name]);
    rows.push({
      what: `cold check of ${size} articles and ${size * 5} references`,
      ours: ms(took['cold check']),
      peer: `markdownlint-cli2: ${ms(took['markdownlint-cli2'])}`,
      ratio: `${(took['markdownlint-cli2'] / took['cold check']).toFixed(1)}× as fast`,
    });
  }
  writeFileSync(resolve('docs/images/growth.svg'), picture(series));
  return rows;
}

const WIDTH = 720;
const HEIGHT = 360;
const LEFT = 60;
const RIGHT = 180;
const TOP = 40;
const BOTTOM = 50;

/** A plain line chart; seconds upward, articles to the right. */
function picture(series: ReadonlyMap<string, readonly number[]>): string {
  const most = Math.max(...[...series.values()].flat()) / 1000;
  const step = most > 40 ? 10 : most > 16 ? 5 : 2;
  const top = Math.ceil(most / step) * step;
  const x = (size: number) => LEFT + ((WIDTH - LEFT - RIGHT) * size) / (SIZES.at(-1) ?? 1);
  const y = (seconds: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * seconds) / top;
  const grid = Array.from({ length: top / step + 1 }, (_, i) => i * step).map(
    (seconds) =>
      `<path d="M${LEFT} ${y(seconds)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y(seconds) + 4}" text-anchor="end">${seconds} s</text>`,
  );
  const ticks = SIZES.map(
    (size) =>
      `<text x="${x(size)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${size.toLocaleString('en-GB')}</text>`,
  );
  let highest = Number.POSITIVE_INFINITY;
  const drawn = [...LINES].reverse().map(({ name, colour, dash }) => {
    const all = series.get(name) ?? [];
    const points = SIZES.map((size, i) => `${x(size)},${y((all[i] ?? 0) / 1000).toFixed(1)}`).join(' ');
    // From the bottom up: where lines end close together their names stand above one another.
    const at = Math.min(y((all.at(-1) ?? 0) / 1000), highest - 18);
    highest = at;
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><text x="${WIDTH - RIGHT + 8}" y="${at + 4}" fill="${colour}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT + 20}" font-family="sans-serif" font-size="13" fill="#333">
<title>Time of a check as the repository grows</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="22" font-weight="bold">Seconds for a check, by number of articles (9 KB each, five references each)</text>
${[...grid, ...ticks, ...drawn].join('\n')}
</svg>
`;
}
