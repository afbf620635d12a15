// What would an almost right id, code or date look like when put right? Guesses only: the caller tests them.

import type { Schema } from './schema';

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  κ: 'kappa',
  λ: 'lambda',
};

/** `IL-1β` → `il-1-beta`, `Central Sensitisation` → `central-sensitisation`. */
export function repairedSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[αβγδκλ]/g, (letter) => `-${GREEK[letter]}-`)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** `mondo_5546`, `0005546` or a link that ends in the code → `MONDO:0005546`. */
export function repairedCode(text: string, schema: Schema): readonly string[] {
  const example = String(schema.examples?.[0] ?? '');
  const prefix = /^([A-Z]+):(\d+)$/.exec(example);
  const last = (text.trim().split(/[/=#]/).at(-1) as string).toUpperCase();
  const guesses = [last, last.replace(/[_\s-]+/, ':'), last.replace(/\s+/g, ''), last.replace(/^[A-Z]+:/, '')];
  const digits = /^(?:[A-Z]+[:_\s-]*)?(\d+)$/.exec(last)?.[1];
  if (prefix && digits)
    guesses.push(`${prefix[1]}:${digits}`, `${prefix[1]}:${digits.padStart(prefix[2]?.length ?? 0, '0')}`);
  return guesses;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** `5 March 2026` and `March 5, 2026`, any abbreviation of three letters or more. */
function writtenOut(text: string): string | undefined {
  const match =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,})\.?|([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})$/i.exec(
      text,
    );
  const name = (match?.[2] ?? match?.[3] ?? '').toLowerCase();
  const month = name === '' ? -1 : MONTHS.findIndex((one) => one.startsWith(name));
  if (!match || month < 0) return undefined;
  return `${match[5]}-${String(month + 1).padStart(2, '0')}-${String(match[1] ?? match[4]).padStart(2, '0')}`;
}

/** `2025-3-4`, `5 March 2025`, `2025/03/14` and `14/03/2025` (where the day cannot be a month) → ISO. */
export function repairedDate(text: string): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (iso) return [iso[1], iso[2]?.padStart(2, '0'), iso[3]?.padStart(2, '0')].join('-');
  const words = writtenOut(text);
  if (words) return words;
  const reversed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!reversed) return undefined;
  const [first, second, year] = reversed.slice(1).map(Number) as [number, number, number];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  const [day, month] = first > 12 ? [first, second] : [second, first];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
