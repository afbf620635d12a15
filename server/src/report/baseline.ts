// Which findings were there before, and are to be left for later? A file that is committed and reviewed.

import { isDate } from '../base/date';
import type { Finding } from '../lint/finding';
import { fingerprints } from './fingerprint';
import { type CheckedFile, placedIn } from './result';

/** What is known of one check in one file. */
interface KnownFindings {
  /** Fingerprints, which do not change when lines are added above. */
  readonly findings: readonly string[];
  /** Why they are left, for whoever reads the file. */
  readonly reason?: string | undefined;
  /** Last day on which they are left. */
  readonly until?: string | undefined;
}

/** Known findings by path, relative to the baseline's folder, and check. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, KnownFindings>>;

const BASELINE_VERSION = 1;

/** A baseline that cannot be understood; the message follows the file's name in a sentence. */
export class BaselineProblem extends Error {}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function knownIn(value: unknown, where: string): KnownFindings {
  if (!isObject(value) || !Array.isArray(value.findings) || value.findings.some((one) => typeof one !== 'string'))
    throw new BaselineProblem(`has no list of “findings” under ${where}`);
  const { findings, reason, until } = value;
  if (until !== undefined && !(typeof until === 'string' && isDate(until)))
    throw new BaselineProblem(`has an “until” under ${where} that is no day such as 2027-01-31`);
  return { findings, until, ...(typeof reason === 'string' && { reason }) };
}

/** Reads the text of a baseline. @throws BaselineProblem */
export function readBaseline(text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new BaselineProblem('is not JSON');
  }
  if (!isObject(value) || !isObject(value.files)) throw new BaselineProblem('has no “files”');
  if (value.version !== BASELINE_VERSION)
    throw new BaselineProblem(
      `has version ${JSON.stringify(value.version)}, and this program reads ${BASELINE_VERSION}`,
    );
  const files = new Map<string, Map<string, KnownFindings>>();
  for (const [path, rules] of Object.entries(value.files)) {
    if (!isObject(rules)) throw new BaselineProblem(`has no checks under “${path}”`);
    files.set(
      path,
      new Map(Object.entries(rules).map(([rule, known]) => [rule, knownIn(known, `“${path}”, “${rule}”`)])),
    );
  }
  return files;
}

/** The text of a baseline: sorted, a finding a line, so that changes are easy to review. */
export function baselineText(baseline: Baseline): string {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = sorted(baseline).flatMap(([path, rules]) => {
    const held = sorted(rules).filter(([, { findings }]) => findings.length > 0);
    const ofRule = held.map(([rule, { findings, reason, until }]) => [
      rule,
      {
        ...(reason !== undefined && { reason }),
        ...(until !== undefined && { until }),
        findings: [...findings].sort(),
      },
    ]);
    return held.length > 0 ? [[path, Object.fromEntries(ofRule)]] : [];
  });
  return `${JSON.stringify({ version: BASELINE_VERSION, files: Object.fromEntries(files) }, undefined, 2)}\n`;
}

/** A checked file beside what the baseline knows of it. */
export interface Compared {
  readonly file: CheckedFile;
  /** Path relative to the baseline's folder. */
  readonly path: string;
  /** Findings that the baseline does not know, or no longer leaves. */
  readonly fresh: CheckedFile['findings'];
  /** Fingerprints of the findings that are told of, by check. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
  /** Those of all findings that there are. */
  readonly all: ReadonlyMap<string, readonly string[]>;
  /** How many of the known ones are told of again because their day has passed. */
  readonly overdue: number;
}

/**
 * Tells new findings from known ones. `all` is every finding of the file, also what this report does not tell of: the known ones are
 * counted among them. `hash` gives hexadecimal digits; `today` is YYYY-MM-DD.
 */
export function compare(
  file: CheckedFile,
  all: readonly Finding[],
  path: string,
  known: ReadonlyMap<string, KnownFindings> | undefined,
  hash: (text: string) => string,
  today: string,
): Compared {
  const reported = new Set(file.findings.map(sameness));
  const placed = placedIn({ ...file, findings: all });
  const found = fingerprints(placed, hash, () => path);
  const marks = new Map<string, string[]>();
  const allMarks = new Map<string, string[]>();
  let overdue = 0;
  const fresh = placed.flatMap(({ finding }, index) => {
    const { rule } = finding;
    const mark = found[index] as string;
    allMarks.set(rule, [...(allMarks.get(rule) ?? []), mark]);
    if (!reported.has(sameness(finding))) return [];
    marks.set(rule, [...(marks.get(rule) ?? []), mark]);
    const entry = known?.get(rule);
    if (!entry?.findings.includes(mark)) return [finding];
    if (entry.until === undefined || entry.until >= today) return [];
    overdue++;
    return [finding];
  });
  return { file, path, fresh, marks, all: allMarks, overdue };
}

/** Two findings of one file are one when these are equal. */
function sameness({ rule, start, end, message }: Finding): string {
  return JSON.stringify([rule, start, end, message]);
}

/** The baseline with all findings of these files added: of the checks that `wants` names. What is known keeps its reason. */
export function extended(
  baseline: Baseline,
  files: readonly Compared[],
  wants: (rule: string) => boolean,
): { baseline: Baseline; added: number } {
  const next = new Map([...baseline].map(([path, rules]) => [path, new Map(rules)]));
  let added = 0;
  for (const { path, marks } of files) {
    for (const [rule, found] of marks) {
      if (!wants(rule)) continue;
      const rules = next.get(path) ?? new Map<string, KnownFindings>();
      next.set(path, rules);
      const entry = rules.get(rule);
      const more = found.filter((mark) => !entry?.findings.includes(mark));
      added += more.length;
      rules.set(rule, { ...entry, findings: [...(entry?.findings ?? []), ...more] });
    }
  }
  return { baseline: next, added };
}

/** The baseline without findings that are no longer there, and without files for which `exists` is false. */
export function pruned(
  baseline: Baseline,
  files: readonly Compared[],
  exists: (path: string) => boolean,
): { baseline: Baseline; removed: number } {
  const checked = new Map(files.map((one) => [one.path, one]));
  let removed = 0;
  const next = new Map<string, Map<string, KnownFindings>>();
  for (const [path, rules] of baseline) {
    const now = checked.get(path);
    const isGone = now === undefined && !exists(path);
    const kept = new Map<string, KnownFindings>();
    for (const [rule, known] of rules) {
      const findings = known.findings.filter((mark) => !isGone && (!now || now.all.get(rule)?.includes(mark)));
      removed += known.findings.length - findings.length;
      if (findings.length > 0) kept.set(rule, { ...known, findings });
    }
    if (kept.size > 0) next.set(path, kept);
  }
  return { baseline: next, removed };
}
