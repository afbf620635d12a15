#!/usr/bin/env node

// The command line: picks the command, prints mistakes as one sentence, sets the exit code.

import { join } from 'node:path';
import { safeText } from '../report/safe-text';
import { check } from './check';
import { explain } from './explain';
import { importFiles } from './import';
import { list } from './list';
import { UsageError } from './options';
import { fix } from './refactor';
import { report } from './report';
import type { Terminal } from './terminal';

declare const CLINICAL_CONTENT_VERSION: string;

const HELP = `Clinical Content checks medical education: articles, records and every citation.

Usage: clinical-content <command> [options]

Commands:
  check [paths]   Check files and folders (the current folder without any)
  fix [paths]     Put right what is certain; merge, remove and renumber references on request
  citations       List every citation as it was read, with the reference it leads to
  references      List every reference, with its identifiers and how often it is cited
  report [paths]  Write a page for editors: every sentence that cites, and what it rests on
  import ARTICLE  Turn an article’s numbered citations into keys and its list into a reference file
  explain [rule]  Say what a check reports and why; list all checks
  lsp --stdio     Start the language server for an editor

Run “clinical-content <command> --help” for more.
`;

async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case 'check':
      return check(rest, terminal);
    case 'fix':
      return fix(rest, terminal);
    case 'citations':
      return list('citation', rest, terminal);
    case 'references':
      return list('reference', rest, terminal);
    case 'report':
      return report(rest, terminal);
    case 'import':
      return importFiles(rest, terminal);
    case 'explain':
      return explain(rest, terminal);
    case 'lsp':
      return lsp(rest, terminal);
    case '--version':
    case '-v':
      terminal.out.write(`${CLINICAL_CONTENT_VERSION}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      terminal.out.write(HELP);
      return command === undefined ? 2 : 0;
    default:
      throw new UsageError(`There is no command “${command}”. Run “clinical-content --help” for the commands.`);
  }
}

const LSP_HELP = `Starts the language server, which an editor speaks to over standard input and output.

Usage: clinical-content lsp --stdio
`;

async function lsp(argv: readonly string[], terminal: Terminal): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    terminal.out.write(LSP_HELP);
    return 0;
  }
  const strange = argv.find((one) => one !== '--stdio');
  if (strange !== undefined) throw new UsageError(`lsp takes “--stdio” and nothing else, not “${strange}”.`);
  // The server is a program of its own beside this one, so that a check does not load it.
  require(join(__dirname, 'server.js'));
  return 0;
}

const { stdout, stderr } = process;
const terminal: Terminal = {
  out: { write: (text) => void stdout.write(text), isTTY: stdout.isTTY === true, columns: stdout.columns ?? 100 },
  err: { write: (text) => void stderr.write(text), isTTY: stderr.isTTY === true },
  env: process.env,
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
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
