// How are rows of plain values printed: as CSV for programs, as an aligned table for people?

type Row = Readonly<Record<string, string | number | null>>;

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; a citation key (`@smith`) is none. */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^(?:[=+\t\r]|@[^\s]*\()/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with a header line; empty for no rows. */
export function asCsv(rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const names = Object.keys(first);
  return [names.join(','), ...rows.map((row) => names.map((name) => csvField(row[name] ?? null)).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

const GAP = 2;
const WIDEST = 40;

function shown(value: string | number | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
  const text = String(value ?? '').replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

/** Columns aligned under their names, cut at `width` characters a line. */
export function asTable(rows: readonly Row[], width: number): string {
  const [first] = rows;
  if (!first) return '';
  const names = Object.keys(first);
  const cells = [names, ...rows.map((row) => names.map((name) => shown(row[name])))];
  const wide = names.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd((wide[column] ?? 0) + GAP))
          .join('')
          .trimEnd()
          .slice(0, Math.max(width, 80))}\n`,
    )
    .join('');
}
