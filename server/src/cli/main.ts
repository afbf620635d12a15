#!/usr/bin/env node

// The command line: picks the command, prints mistakes as one sentence, sets the exit code.

import { createColors } from 'picocolors';
import { today } from '../base/date';
import { nearestOf } from '../base/near-miss';
import { safeText } from '../report/safe-text';
import { COMMAND_TABLE } from './command-table';
import { type HelpSetting, helpOf, programHelp } from './help-text';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

declare const CLINICAL_CONTENT_VERSION: string;

/** Whether help is asked for, whatever else is written there; behind `--` stand names of files. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((one) => one === '--help' || one === '-h');
}

async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { out, env } = terminal;
  const setting: HelpSetting = {
    columns: out.isTTY ? out.columns : undefined,
    colors: createColors(out.isTTY && !env.NO_COLOR),
  };
  const isHelp = argv[0] === 'help';
  const [name, ...rest] = isHelp ? [...argv.slice(1), '--help'] : argv;
  if (name === undefined || name === '--help' || name === '-h') {
    out.write(programHelp(COMMAND_TABLE, setting));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    out.write(`${CLINICAL_CONTENT_VERSION}\n`);
    return 0;
  }
  const command = COMMAND_TABLE.find((one) => one.name === name);
  if (!command) {
    const names = COMMAND_TABLE.map((one) => one.name);
    const near = nearestOf(name, names);
    const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
    throw new UsageError(`There is no command “${name}”.${hint} Run “clinical-content --help” for the commands.`);
  }
  if (!asksForHelp(rest)) return command.run(rest, terminal);
  out.write(helpOf(command, setting));
  return 0;
}

const { stdout, stderr } = process;
const terminal: Terminal = {
  out: { write: (text) => void stdout.write(text), isTTY: stdout.isTTY === true, columns: stdout.columns ?? 100 },
  err: { write: (text) => void stderr.write(text), isTTY: stderr.isTTY === true },
  env: process.env,
  cwd: process.cwd(),
  today: today(),
};

// Output to a closed pipe (`| head`) is no failure of ours.
stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2),
);

run(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message =
      error instanceof UsageError
        ? error.message
        : `Something went wrong inside clinical-content: ${error instanceof Error ? error.stack : String(error)}\nPlease report this as a bug.`;
    stderr.write(`${message.split('\n').map(safeText).join('\n')}\n`);
    process.exitCode = 2;
  },
);
