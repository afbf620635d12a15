// How does bash complete the command line?

import type { CommandSpec, OptionSpec } from '../command';
import { quoted } from './quote';

function flags([name, { short }]: [string, OptionSpec]): string[] {
  return [...(short ? [`-${short}`] : []), `--${name}`];
}

function words(list: readonly string[]): string {
  return quoted(list.join(' '));
}

/** What may follow an option that takes a value; without words, bash itself proposes files. */
function valueCase(entry: [string, OptionSpec]): string[] {
  const [, { type, choices = [] }] = entry;
  return type === 'string' ? [`        ${flags(entry).join('|')}) words=${words(choices)} ;;`] : [];
}

function commandCase({ name, options, operands }: CommandSpec): string {
  const entries = Object.entries(options);
  return [
    `    ${name})`,
    '      case $previous in',
    ...entries.flatMap(valueCase),
    `        *) if [[ $current == -* ]]; then words=${words(entries.flatMap(flags))}`,
    `          else words=${words(operands === 'paths' ? [] : operands)}; fi ;;`,
    '      esac ;;',
  ].join('\n');
}

/** Works with bash 3.2 as well, which macOS has. */
export function bashScript(commands: readonly CommandSpec[]): string {
  const names = commands.map((one) => one.name);
  return `# Completes clinical-content in bash. To load it: eval "$(clinical-content completion bash)"
_clinical_content() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=
  # An option and its value may be joined by “=”, which bash takes for a word.
  if [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $current == = ]]; then current=; fi
  if ((COMP_CWORD == 1)); then words=${words([...names, 'help', '--help', '--version'])}; else
  case \${COMP_WORDS[1]} in
    help) words=${words(names)} ;;
${commands.map(commandCase).join('\n')}
  esac
  fi
  COMPREPLY=()
  if [[ $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o bashdefault -o default -F _clinical_content clinical-content
`;
}
