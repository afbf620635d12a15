// `clinical-content completion`: a script by which a shell completes commands, options and their values.

import { type CommandSpec, HELP_OPTION, parseOptions } from './command';
import { bashScript } from './shell/bash';
import { fishScript } from './shell/fish';
import { zshScript } from './shell/zsh';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

const SCRIPTS: Readonly<Record<string, (commands: readonly CommandSpec[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const SHELLS = Object.keys(SCRIPTS);

export const COMPLETION = {
  name: 'completion',
  summary: 'Print a script that completes commands in your shell',
  usage: 'bash|zsh|fish',
  operands: SHELLS,
  about: [
    'Prints a script by which your shell completes commands, options and the names of checks with the Tab key.',
    'For zsh the line stands below the one that calls compinit.',
  ],
  options: HELP_OPTION,
  lists: [
    {
      title: 'To have it in every new terminal, put this line into one of these files:',
      rows: [
        ['~/.bashrc', 'eval "$(clinical-content completion bash)"'],
        ['~/.zshrc', 'eval "$(clinical-content completion zsh)"'],
        ['~/.config/fish/config.fish', 'clinical-content completion fish | source'],
      ],
    },
  ],
  examples: [{ line: 'completion bash', help: 'The script for bash' }],
  exitCodes: [
    ['0', 'The script was printed.'],
    ['2', 'There is none for that shell.'],
  ],
} as const satisfies CommandSpec;

/** Prints the script for one shell and returns the exit code. @throws UsageError */
export function completion(argv: readonly string[], { out }: Terminal, commands: readonly CommandSpec[]): number {
  const { positionals } = parseOptions(COMPLETION, argv);
  const [shell = '', ...others] = positionals;
  const script = Object.hasOwn(SCRIPTS, shell) && others.length === 0 ? SCRIPTS[shell] : undefined;
  if (!script)
    throw new UsageError(`Name one shell: ${SHELLS.join(', ')}. Such as “clinical-content completion bash”.`);
  out.write(script(commands));
  return 0;
}
