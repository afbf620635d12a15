// Which commands does the extension offer? Each once; package.json's contributes.commands is generated from this table.

export const CATEGORY = 'Clinical Content';

interface CommandRow {
  readonly id: string;
  readonly title: string;
  /** When the command palette shows it; always, if not said. */
  readonly when?: string;
}

export const COMMAND_TABLE = [
  { id: 'clinicalContent.checkWorkspace', title: 'Check whole workspace', when: 'workspaceFolderCount != 0' },
  {
    id: 'clinicalContent.fixFile',
    title: 'Fix all in this file',
    when: 'editorLangId == markdown || editorLangId == yaml || editorLangId == bibtex',
  },
  {
    id: 'clinicalContent.importArticle',
    title: 'Import an article with numbered sources…',
    when: 'isWorkspaceTrusted',
  },
  { id: 'clinicalContent.showOutput', title: 'Show output' },
  { id: 'clinicalContent.restart', title: 'Restart server' },
] as const satisfies readonly CommandRow[];

export type CommandId = (typeof COMMAND_TABLE)[number]['id'];
