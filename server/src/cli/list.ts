// `clinical-content citations` and `references`: what was read, one row each, for people and for other programs.

import { readFileSync } from 'node:fs';
import { LineIndex } from '../base/line-index';
import { decode } from '../host/node-host';
import { citationCounter } from '../index/citation-count';
import { resolveCitation } from '../index/resolution';
import { papersOf } from '../index/same-paper';
import type { Workspace } from '../index/workspace';
import { citationName, identifierOf, referenceName, referenceNameRange } from '../model/cited-name';
import type { Identifier, Reference } from '../model/facts';
import { countText } from '../report/count';
import { locatorOf } from '../syntax/locator';
import type { Collected, Target } from './collect';
import { collectWithProgress } from './collect-with-progress';
import { type CommandSpec, HELP_OPTION, type OptionTable, parseOptions } from './command';
import { asCsv, asTable } from './rows';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

type Row = Readonly<Record<string, string | number | null>>;

const FORMATS = ['table', 'json', 'csv'];

const LIST_OPTIONS = {
  format: {
    type: 'string',
    short: 'f',
    value: 'NAME',
    choices: FORMATS,
    help: 'How they are printed: table (default), json, or csv for a spreadsheet',
  },
  ...HELP_OPTION,
} as const satisfies OptionTable;

const LIST_EXIT_CODES = [
  ['0', 'The list was printed.'],
  ['2', 'It could not be made.'],
] as const;

export const CITATIONS = {
  name: 'citations',
  summary: 'List every citation, with the reference it leads to',
  usage: '[PATH...] [options]',
  operands: 'paths',
  about: [
    'Lists every citation as it was read, with the reference it leads to. A table shows what fits on a screen; json and csv have everything.',
    'A PATH is a file or a folder; without any, the current folder is taken.',
  ],
  options: LIST_OPTIONS,
  examples: [
    { line: 'citations articles/pain.md', help: 'The citations of one article' },
    { line: 'citations --format csv > citations.csv', help: 'All citations, for a spreadsheet' },
  ],
  exitCodes: LIST_EXIT_CODES,
} as const satisfies CommandSpec;

export const REFERENCES = {
  name: 'references',
  summary: 'List every reference, and how often it is cited',
  usage: '[PATH...] [options]',
  operands: 'paths',
  about: [
    'Lists every reference, with its identifiers and how often it is cited. A table shows what fits on a screen; json and csv have everything.',
    'A PATH is a file or a folder; without any, the current folder is taken.',
  ],
  options: LIST_OPTIONS,
  examples: [
    { line: 'references', help: 'All references below the current folder' },
    { line: 'references references/reviews.yaml --format json', help: 'One file, for a program of your own' },
  ],
  exitCodes: LIST_EXIT_CODES,
} as const satisfies CommandSpec;

/** Runs `citations` or `references` and returns the exit code. @throws UsageError */
export async function list(
  what: 'citation' | 'reference',
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { paths, format } = parse(what === 'citation' ? CITATIONS : REFERENCES, argv);
  const collected = await collectWithProgress(paths, terminal);
  const lines = new Lines(collected);
  const rows = collected.targets.flatMap((target) =>
    what === 'citation' ? citationRows(target, lines) : referenceRows(target, lines),
  );
  terminal.out.write(
    format === 'json'
      ? `${JSON.stringify(rows, undefined, 2)}\n`
      : format === 'csv'
        ? asCsv(rows)
        : asTable(rows.map(forPeople), terminal.out.columns),
  );
  terminal.err.write(
    `${countText(rows.length)} ${what}${rows.length === 1 ? '' : 's'} in ${countText(collected.targets.length)} ${collected.targets.length === 1 ? 'file' : 'files'}.\n`,
  );
  return 0;
}

function parse(spec: typeof CITATIONS | typeof REFERENCES, argv: readonly string[]) {
  const { values, positionals } = parseOptions(spec, argv);
  const { format = 'table' } = values;
  if (!FORMATS.includes(format))
    throw new UsageError(`There is no format “${format}”. Choose one of: ${FORMATS.join(', ')}.`);
  return { paths: positionals.length > 0 ? positionals : ['.'], format };
}

/** A longer path loses its beginning, never its line. */
const LONGEST_PLACE = 36;

/** The columns that a person reads, so that they fit a terminal; everything is in JSON and CSV. */
function forPeople(row: Row): Row {
  const whole = `${row.file}:${row.line}`;
  const place = whole.length > LONGEST_PLACE ? `…${whole.slice(1 - LONGEST_PLACE)}` : whole;
  if ('cited' in row)
    return {
      place,
      id: row.id ?? null,
      cited: row.cited ?? null,
      year: row.year ?? null,
      identifiers: row.identifiers ?? null,
    };
  return {
    place,
    key: row.key ?? null,
    mode: row.mode ?? null,
    reference: row.reference ?? '(none)',
    identifier: row.identifier ?? null,
  };
}

/** Line indexes of files, made once each. */
class Lines {
  readonly #targets: ReadonlyMap<string, Target>;
  readonly #made = new Map<string, { text: string; index: LineIndex }>();

  constructor({ targets }: Collected) {
    this.#targets = new Map(targets.map((target) => [`${target.loaded.root} ${target.path}`, target]));
  }

  of(target: Target): { text: string; index: LineIndex } {
    const known = this.#made.get(target.absolute);
    if (known) return known;
    const { text } = decode(readFileSync(target.absolute));
    const made = { text, index: new LineIndex(text) };
    this.#made.set(target.absolute, made);
    return made;
  }

  /** A file of the same project, when it is among those asked for. */
  beside(target: Target, path: string): Target | undefined {
    return this.#targets.get(`${target.loaded.root} ${path}`);
  }
}

function identifierText(identifier: Pick<Identifier, 'scheme' | 'value'> | undefined): string | null {
  return identifier ? `${identifier.scheme}:${identifier.value}` : null;
}

/** One row a key or number, in the order of the text: a span of numbers is one row for each. */
function citationRows(target: Target, lines: Lines): Row[] {
  const { workspace } = target.loaded.project;
  const facts = target.loaded.project.factsOf(target.path);
  const { text, index } = lines.of(target);
  const ordered = [...facts.citations].sort((a, b) => a.start - b.start);
  return ordered.flatMap((citation) => {
    const { line, character } = index.position(citation.start);
    const resolution = resolveCitation(workspace, facts, citation);
    const found = resolution.state === 'found' || resolution.state === 'elsewhere' ? resolution.references : [];
    const locator = citation.type === 'key' ? locatorOf(citation.suffix) : undefined;
    const numbers: readonly (number | undefined)[] = citation.type === 'number' ? citation.numbers : [undefined];
    return numbers.map((number) => {
      const reference =
        number === undefined ? found[0] : found.find(({ item }) => item.type === 'numbered' && item.number === number);
      return {
        file: target.shown,
        line: line + 1,
        column: character + 1,
        text: text.slice(citation.start, citation.end),
        key: number === undefined ? citationName(citation) : String(number),
        mode: citation.type === 'key' ? citation.mode : 'normal',
        locator: locator ? `${locator.label} ${locator.value}` : null,
        identifier: identifierText(identifierOf(citation) ?? firstIdentifier(reference?.item)),
        reference: reference ? referenceName(reference.item) : null,
        ...placeOf(reference, target, lines),
      };
    });
  });
}

function firstIdentifier(reference: Reference | undefined): Identifier | undefined {
  return reference?.identifiers.find((one) => one.scheme !== 'url') ?? reference?.identifiers[0];
}

function placeOf(reference: { path: string; item: Reference } | undefined, target: Target, lines: Lines): Row {
  const beside = reference && lines.beside(target, reference.path);
  if (!reference || !beside) return { referenceFile: reference?.path ?? null, referenceLine: null };
  return {
    referenceFile: beside.shown,
    referenceLine: lines.of(beside).index.position(referenceNameRange(reference.item).start).line + 1,
  };
}

/** How often references are cited, counted once for each project. */
const counters = new WeakMap<Workspace, ReturnType<typeof citationCounter>>();

function referenceRows(target: Target, lines: Lines): Row[] {
  const { workspace } = target.loaded.project;
  const timesCited = counters.get(workspace) ?? citationCounter(workspace);
  counters.set(workspace, timesCited);
  const facts = target.loaded.project.factsOf(target.path);
  const { index } = lines.of(target);
  return facts.references.map((reference) => {
    return {
      file: target.shown,
      line: index.position(referenceNameRange(reference).start).line + 1,
      id: referenceName(reference),
      identifiers: reference.identifiers.map((one) => `${one.scheme}:${one.value}`).join(' '),
      title: reference.data.title ?? null,
      year: reference.data.year ?? null,
      cited: timesCited(facts, reference),
      state: reference.identifiers.some((one) => papersOf(workspace, one.scheme, one.value).length > 0)
        ? 'verified'
        : 'unverified',
    };
  });
}
