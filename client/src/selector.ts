// Which documents are for the server? Articles, records and references; everything else it never sees.

import type { DocumentSelector } from 'vscode-languageclient';

/** Untitled documents too, so that a new article is helped before it is saved. */
export const SELECTOR: DocumentSelector = [
  { language: 'markdown' },
  { language: 'yaml' },
  { language: 'bibtex' },
  { language: 'quarto' },
  { pattern: '**/*.{bib,qmd}' },
  { pattern: '**/citation-tags.tsv' },
  { language: 'json', pattern: '**/*{references,bibliography,citations,csl}*.json' },
  { language: 'json', pattern: '**/{references,bibliography,citations}/*.json' },
];
