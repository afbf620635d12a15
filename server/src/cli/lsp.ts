// `clinical-content lsp`: starts the language server, a program of its own beside this one.

import { join } from 'node:path';
import { type CommandSpec, HELP_OPTION, parseOptions } from './command';
import { UsageError } from './usage-error';

export const LSP = {
  name: 'lsp',
  summary: 'Start the language server for an editor',
  usage: '--stdio',
  operands: [],
  about: [
    'Starts the language server, which an editor speaks to over standard input and output. VS Code has an extension that does this by itself.',
  ],
  options: {
    stdio: { type: 'boolean', help: 'Speak over standard input and output, the only way there is' },
    ...HELP_OPTION,
  },
  examples: [{ line: 'lsp --stdio', help: 'The command to name in the settings of your editor' }],
  exitCodes: [
    ['0', 'The editor has ended the server.'],
    ['1', 'The editor has gone without ending it.'],
  ],
} as const satisfies CommandSpec;

/** Starts the server, which keeps this process alive. @throws UsageError */
export function lsp(argv: readonly string[]): number {
  const { values, positionals } = parseOptions(LSP, argv);
  if (positionals.length > 0) throw new UsageError(`lsp takes “--stdio” and nothing else, not “${positionals[0]}”.`);
  if (!values.stdio)
    throw new UsageError('lsp is started by an editor. Name “clinical-content lsp --stdio” in its settings.');
  // A program of its own, so that a check does not load it.
  require(join(__dirname, 'server.js'));
  return 0;
}
