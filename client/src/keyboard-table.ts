// What does a key do while a list of proposals is open? package.json's contributes.keybindings and .configurationDefaults are made from these tables.

/** Known to VS Code while the YAML in the editor is a record, references or a configuration of ours. */
export const OWN_YAML = 'clinicalContent.ownYaml';

interface KeyRow {
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
  readonly when: string;
}

/** Languages of running text. */
const PROSE = ['markdown', 'quarto'] as const;

/**
 * Whoever writes prose presses Enter to end a line: no list chooses anything by itself, and Enter takes nothing from it. VS Code has no
 * switch for the lists of one extension, and opens no others in Markdown but those that a sign such as `/` asks for.
 */
export const CONFIGURATION_DEFAULTS = Object.fromEntries(
  PROSE.map((language) => [
    `[${language}]`,
    { 'editor.suggest.selectionMode': 'never', 'editor.acceptSuggestionOnEnter': 'off' },
  ]),
);

const LIST = 'editorTextFocus && suggestWidgetVisible';

export const KEY_TABLE: readonly KeyRow[] = [
  // Tab takes the first proposal where none is chosen; VS Code gives this command no key.
  {
    key: 'tab',
    command: 'focusAndAcceptSuggestion',
    when: `${LIST} && !suggestWidgetHasFocusedSuggestion && editorLangId =~ /^(${PROSE.join('|')})$/`,
  },
  // Other people's YAML keeps its Enter, so that this cannot be a setting of the language.
  {
    key: 'enter',
    command: 'runCommands',
    args: { commands: ['hideSuggestWidget', { command: 'type', args: { text: '\n' } }] },
    when: `${LIST} && editorLangId == yaml && ${OWN_YAML}`,
  },
];
