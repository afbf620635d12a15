// Which options does the command line take? One table; parsing and help come from it.

import { parseArgs } from 'node:util';

interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly value?: string;
  readonly help: string;
  readonly multiple?: boolean;
}

/** Options of `check`. Names follow ESLint’s where it has one. */
export const CHECK_OPTIONS = {
  format: {
    type: 'string',
    value: 'NAME[:FILE]',
    help: 'How findings are printed, or written to a file; may be repeated',
    multiple: true,
  },
  'output-file': { type: 'string', value: 'FILE', help: 'Write to a file what would be printed' },
  config: { type: 'string', value: 'FILE', help: 'Use this configuration instead of clinical-content.yaml' },
  quiet: { type: 'boolean', help: 'Show errors only' },
  'max-warnings': { type: 'string', value: 'N', help: 'Fail when there are more than N warnings' },
  fix: { type: 'boolean', help: 'Put right what can be put right with certainty' },
  'fix-dry-run': { type: 'boolean', help: 'Print as a patch what --fix would change, and write nothing' },
  'fix-type': {
    type: 'string',
    value: 'TYPE',
    help: 'Fix only what these checks or groups of checks report; may be repeated',
    multiple: true,
  },
  'report-unused-disable-directives': {
    type: 'boolean',
    help: 'Fail on comments that switch off nothing, and listed findings that are gone',
  },
  'changed-since': {
    type: 'string',
    value: 'REF',
    help: 'Report on what differs from this commit or branch, and on what that means elsewhere',
  },
  'suppress-all': { type: 'boolean', help: 'Write down all findings; from then on only new ones are reported' },
  'suppress-rule': {
    type: 'string',
    value: 'RULE',
    help: 'The same for the findings of one check; may be repeated',
    multiple: true,
  },
  'prune-suppressions': { type: 'boolean', help: 'Take out of that list what is no longer found' },
  'suppressions-location': {
    type: 'string',
    value: 'FILE',
    help: 'Where that list is (clinical-content-suppressions.json)',
  },
  stdin: { type: 'boolean', help: 'Check text from standard input in place of a file' },
  'stdin-filename': { type: 'string', value: 'FILE', help: 'The file that this text will be' },
  shard: { type: 'string', value: 'N/ALL', help: 'Report on one share of the files, such as 2/5; see merge-reports' },
  'ignore-pattern': {
    type: 'string',
    value: 'GLOB',
    help: 'Leave out files that match; may be repeated',
    multiple: true,
  },
  cache: { type: 'boolean', help: 'Look only at what has changed since the last check with --cache' },
  'cache-location': { type: 'string', value: 'PATH', help: 'File or folder of the cache (.clinical-content-cache)' },
  offline: { type: 'boolean', help: 'Never use the network (check never does)' },
  color: { type: 'boolean', help: 'Colours even where there is no terminal' },
  'no-color': { type: 'boolean', help: 'No colours' },
  help: { type: 'boolean', help: 'Show this text' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export interface CheckArguments {
  readonly paths: readonly string[];
  /** Whether any were written. */
  readonly hasPaths: boolean;
  /** `NAME` or `NAME:FILE`, as written. */
  readonly formats: readonly string[];
  readonly outputFile: string | undefined;
  readonly config: string | undefined;
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
  readonly fix: 'no' | 'dry-run' | 'write';
  /** Groups and checks as written, with commas in between. */
  readonly fixTypes: readonly string[];
  readonly reportUnusedSuppressions: boolean;
  readonly changedSince: string | undefined;
  readonly suppressAll: boolean;
  readonly suppressRules: readonly string[];
  readonly pruneSuppressions: boolean;
  readonly suppressionsLocation: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly shard: string | undefined;
  readonly ignorePatterns: readonly string[];
  readonly cache: boolean;
  readonly cacheLocation: string | undefined;
  readonly color: boolean | undefined;
  readonly help: boolean;
}

/** A mistake on the command line, in one plain sentence. */
export class UsageError extends Error {}

const SHORT: Readonly<Record<string, string>> = { format: 'f', 'output-file': 'o', config: 'c', help: 'h' };

/** Reads the arguments of `check`. @throws UsageError */
export function parseCheck(argv: readonly string[]): CheckArguments {
  const options = Object.fromEntries(
    Object.entries(CHECK_OPTIONS).map(([name, spec]: [string, OptionSpec]) => [
      name,
      { type: spec.type, multiple: spec.multiple === true, ...(SHORT[name] && { short: SHORT[name] }) },
    ]),
  );
  let values: Record<string, unknown>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }));
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0]}. Run “clinical-content check --help” for the options.`,
    );
  }
  const text = (name: string) => values[name] as string | undefined;
  const list = (name: string) => (values[name] as string[] | undefined) ?? [];
  const maxWarnings = text('max-warnings');
  if (maxWarnings !== undefined && !/^\d+$/.test(maxWarnings))
    throw new UsageError(`--max-warnings takes a whole number, not “${maxWarnings}”.`);
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    hasPaths: positionals.length > 0,
    formats: list('format'),
    outputFile: text('output-file'),
    config: text('config'),
    quiet: values.quiet === true,
    maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
    fix: fixOf(values),
    fixTypes: list('fix-type'),
    reportUnusedSuppressions: values['report-unused-disable-directives'] === true,
    changedSince: text('changed-since'),
    suppressAll: values['suppress-all'] === true,
    suppressRules: list('suppress-rule').flatMap((one) => one.split(',').map((rule) => rule.trim())),
    pruneSuppressions: values['prune-suppressions'] === true,
    suppressionsLocation: text('suppressions-location'),
    stdin: values.stdin === true || text('stdin-filename') !== undefined,
    stdinFilename: text('stdin-filename'),
    shard: text('shard'),
    ignorePatterns: list('ignore-pattern'),
    cache: values.cache === true || text('cache-location') !== undefined,
    cacheLocation: text('cache-location'),
    color: values['no-color'] ? false : values.color ? true : undefined,
    help: values.help === true,
  };
}

function fixOf(values: Readonly<Record<string, unknown>>): CheckArguments['fix'] {
  if (values.fix && values['fix-dry-run'])
    throw new UsageError('--fix writes and --fix-dry-run does not: choose one of them.');
  if (values['fix-type'] && !values.fix && !values['fix-dry-run'])
    throw new UsageError('--fix-type chooses what is fixed: it needs --fix or --fix-dry-run beside it.');
  return values.fix ? 'write' : values['fix-dry-run'] ? 'dry-run' : 'no';
}

/** Two columns, the second one aligned. */
export function aligned(rows: readonly (readonly [left: string, right: string])[]): string {
  const wide = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(wide)}  ${right}`).join('\n');
}

/** The option list as aligned text. */
export function optionHelp(): string {
  const rows = Object.entries(CHECK_OPTIONS).map(([name, spec]: [string, OptionSpec]) => {
    const short = SHORT[name] ? `-${SHORT[name]}, ` : '    ';
    return [`  ${short}--${name}${spec.value ? ` ${spec.value}` : ''}`, spec.help] as const;
  });
  return aligned(rows);
}
