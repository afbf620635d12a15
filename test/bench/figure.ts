// How are times summed up and shown?

/** Value below which `share` of the sorted figures lie. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

export function ms(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
}

/** Rows as a Markdown table with aligned columns. */
export function table(rows: readonly Row[]): string {
  const all = [{ what: 'what', ours: 'Clinical Content', peer: 'beside it', ratio: 'ratio' }, ...rows];
  const wide = (key: keyof Row) => Math.max(...all.map((row) => row[key].length));
  const widths = { what: wide('what'), ours: wide('ours'), peer: wide('peer'), ratio: wide('ratio') };
  const line = (row: Row) =>
    `| ${row.what.padEnd(widths.what)} | ${row.ours.padEnd(widths.ours)} | ${row.peer.padEnd(widths.peer)} | ${row.ratio.padEnd(widths.ratio)} |`;
  const rule = `|${(['what', 'ours', 'peer', 'ratio'] as const).map((key) => '-'.repeat(widths[key] + 2)).join('|')}|`;
  return [line(all[0] as Row), rule, ...rows.map(line)].join('\n');
}
