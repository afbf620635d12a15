// Which settings are there? Each once; package.json's contributes.configuration is generated from this table.

export const SECTION = 'clinicalContent';

interface SettingRow {
  /** Name below `clinicalContent.` */
  readonly name: string;
  readonly type: 'boolean' | 'string';
  readonly default: boolean | string;
  readonly description: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly scope: 'window' | 'resource';
}

export const SETTING_TABLE: readonly SettingRow[] = [
  {
    name: 'diagnostics.scope',
    type: 'string',
    enum: ['workspace', 'openFiles'],
    enumDescriptions: [
      'Problems of all articles, records and references of the workspace.',
      'Problems of files that are open in an editor.',
    ],
    default: 'workspace',
    description: 'Which files the Problems panel lists.',
    scope: 'window',
  },
  {
    name: 'completion.mediatorsInProse',
    type: 'boolean',
    default: true,
    description:
      'Propose the preferred spelling of cytokines and other mediators while you write an article: “tnfa” offers TNF-α.',
    scope: 'window',
  },
  {
    name: 'completion.proposeWhileTyping',
    type: 'boolean',
    default: true,
    description:
      'Show these proposals by themselves once you have typed a mediator’s name in an unusual spelling, such as “il6”. Tab takes one, Enter never does. When off, press Ctrl+Space.',
    scope: 'window',
  },
  {
    name: 'codeLens.citations',
    type: 'boolean',
    default: true,
    description: 'Show above each reference how often it is cited.',
    scope: 'window',
  },
  {
    name: 'inlayHints.citations',
    type: 'boolean',
    default: true,
    description:
      'Show author and year behind a citation that does not name them, such as “Sluka 2018” behind a PMID or a number.',
    scope: 'window',
  },
  {
    name: 'trace.server',
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    description: 'Write what the editor and the checker say to each other to the Output panel. For bug reports.',
    scope: 'window',
  },
];
