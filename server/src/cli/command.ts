// What does a command of the command line take? One description each: reading arguments, help and completion all come from it.

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestOf } from '../base/near-miss';
import { UsageError } from './usage-error';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** One letter. */
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for its value in help: `FILE`. */
  readonly value?: string;
  /** Values worth proposing; others may be possible. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

interface Example {
  /** What to type, without the program’s name. */
  readonly line: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name where its use is shown: `[PATH...] [options]`. */
  readonly usage: string;
  /** What may stand there besides options: names of files, or one of these words. */
  readonly operands: 'paths' | readonly string[];
  /** Paragraphs; the first sentence says what the command does. */
  readonly about: readonly string[];
  readonly options: OptionTable;
  /** Further tables, such as the names that an option takes. */
  readonly lists?: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[];
  readonly examples: readonly Example[];
  readonly exitCodes: readonly (readonly [code: string, meaning: string])[];
}

/** Every command takes it; the program answers it before the command begins. */
export const HELP_OPTION = { help: { type: 'boolean', short: 'h', help: 'Show this text' } } as const;

export const COLOUR_OPTIONS = {
  color: { type: 'boolean', help: 'Colours even where there is no terminal' },
  'no-color': { type: 'boolean', help: 'No colours' },
} as const;

type Parsed<T extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: T & ParseArgsConfig['options']; allowPositionals: true; strict: true }>
>;

/** Reads a command’s arguments. @throws UsageError that names the option and what it takes */
export function parseOptions<T extends OptionTable>(
  { name, options }: { readonly name: string; readonly options: T },
  argv: readonly string[],
): Parsed<T> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }) as Parsed<T>;
  } catch (error) {
    const remedy = `Run “clinical-content ${name} --help” for its options.`;
    throw new UsageError(`${mistakeOf(error as NodeJS.ErrnoException, name, options)} ${remedy}`);
  }
}

/** What Node says of a wrong option, in our words. */
function mistakeOf({ code, message }: NodeJS.ErrnoException, command: string, options: OptionTable): string {
  const [, written = ''] = /'([^']*)'/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = written.startsWith('--') ? nearestOf(written.slice(2), Object.keys(options)) : undefined;
    const hint = near === undefined ? '' : ` Did you mean “--${near}”?`;
    return `${command} has no option “${written}”.${hint}`;
  }
  const long = /--([\w-]+)/.exec(written)?.[1];
  const spec = long === undefined ? undefined : options[long];
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' || !spec) return `${message.split('. ')[0]}.`;
  return spec.type === 'boolean'
    ? `--${long} takes no value.`
    : `--${long} needs a value: --${long} ${spec.value ?? 'VALUE'}.`;
}
