// Which commands are there? One table: the program runs them, help and completion list them.

import { check } from './check';
import type { CommandSpec } from './command';
import { COMPLETION, completion } from './completion';
import { EXPLAIN, explain } from './explain';
import { IMPORT, importFiles } from './import';
import { INIT, init } from './init';
import { CITATIONS, list, REFERENCES } from './list';
import { LSP, lsp } from './lsp';
import { MERGE_REPORTS, mergeReports } from './merge-reports';
import { CHECK } from './options';
import { FIX, fix } from './refactor';
import { REPORT, report } from './report';
import type { Terminal } from './terminal';

export interface Command extends CommandSpec {
  /** Returns the exit code. @throws UsageError */
  readonly run: (argv: readonly string[], terminal: Terminal) => number | Promise<number>;
}

export const COMMAND_TABLE: readonly Command[] = [
  { ...CHECK, run: check },
  { ...FIX, run: fix },
  { ...CITATIONS, run: (argv, terminal) => list('citation', argv, terminal) },
  { ...REFERENCES, run: (argv, terminal) => list('reference', argv, terminal) },
  { ...REPORT, run: report },
  { ...IMPORT, run: importFiles },
  { ...EXPLAIN, run: explain },
  { ...MERGE_REPORTS, run: mergeReports },
  { ...INIT, run: init },
  { ...LSP, run: lsp },
  { ...COMPLETION, run: (argv, terminal) => completion(argv, terminal, COMMAND_TABLE) },
];
