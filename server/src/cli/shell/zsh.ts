// How does zsh complete the command line?

import type { CommandSpec, OptionSpec } from '../command';
import { quoted } from './quote';

/** A text inside square brackets or before a colon of zsh’s own notation. */
function plain(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function optionSpec([name, { short, help, type, value, choices, multiple }]: [string, OptionSpec]): string {
  const names = [...(short ? [`-${short}`] : []), `--${name}`];
  const values = choices ? `(${choices.join(' ')})` : '_files';
  const argument = type === 'string' ? `:${plain(value ?? 'value')}:${values}` : '';
  const shut = multiple ? '*' : names.length > 1 ? `(${names.join(' ')})` : '';
  return names
    .map((one) =>
      quoted(`${shut}${one}${type === 'string' && one.startsWith('--') ? '=' : ''}[${plain(help)}]${argument}`),
    )
    .join(' ');
}

function commandCase({ name, options, operands }: CommandSpec): string {
  const rest = operands === 'paths' ? '*:file:_files' : operands.length > 0 ? `1:name:(${operands.join(' ')})` : '';
  const specs = [...Object.entries(options).map(optionSpec), ...(rest === '' ? [] : [quoted(rest)])];
  return `    ${name})\n      _arguments -s \\\n${specs.map((spec) => `        ${spec}`).join(' \\\n')} ;;`;
}

/** Works by eval, and as a file called _clinical-content in a folder of fpath. */
export function zshScript(commands: readonly CommandSpec[]): string {
  const described = [...commands, { name: 'help', summary: 'Show how a command is used' }];
  return `#compdef clinical-content
# Completes clinical-content in zsh. To load it, below compinit: eval "$(clinical-content completion zsh)"
_clinical_content() {
  local -a commands
  commands=(
${described.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
    help)
      _describe command commands ;;
${commands.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _clinical_content ]]; then
  _clinical_content "$@"
else
  compdef _clinical_content clinical-content
fi
`;
}
