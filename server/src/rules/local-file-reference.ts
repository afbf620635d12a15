// Does a reference lead to a file that only its author has?

import type { FileRule } from '../lint/rule';
import type { NumberedReference } from '../model/facts';
import { isInCode } from './code-place';

const FILE_ADDRESS = /\bfile:\/{2,3}[^\s<>()[\]"'`]+/gi;
/** A path on somebody's computer, wherever in an entry it stands. */
const OWN_PATH = /(?:\b[A-Za-z]:\\|(?<![\w/.:])(?:~|\/(?:Users|home)\/[^\s/]+)\/)[^\s<>"|?*]+/g;
const UP_TO_ENDING = /^.*[^\\]\.[a-z0-9]{2,5}\b/;
/** An entry that is the name of a file and nothing else. */
const FILE_NAME =
  /^[^\s/\\:<>"|?*][^/\\:<>"|?*\n]{0,120}\.(?:pdf|docx?|odt|rtf|pptx?|xlsx?|csv|png|jpe?g|gif|webp|heic|tiff?)$/i;
const ADDRESS = /https?:|www\./i;

function fileIn({ text }: NumberedReference): { at: number; name: string } | undefined {
  for (const { 0: path, index } of text.matchAll(OWN_PATH)) {
    const name = UP_TO_ENDING.exec(path)?.[0];
    if (name !== undefined) return { at: index, name };
  }
  return FILE_NAME.test(text) && !ADDRESS.test(text) ? { at: 0, name: text } : undefined;
}

export const localFileReference: FileRule = {
  scope: 'file',
  meta: {
    id: 'local-file-reference',
    group: 'references',
    summary: 'A reference or link that leads to a file on its author’s own computer.',
    severity: 'warning',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    if (!file.prose) return;
    for (const { 0: address, index } of file.text.includes('://') ? file.text.matchAll(FILE_ADDRESS) : []) {
      if (isInCode(file, index)) continue;
      report({
        start: index,
        end: index + address.length,
        message:
          'This address leads to a file on one computer, which readers cannot open. Give the source that the file was taken from.',
      });
    }
    for (const reference of file.facts.references) {
      if (reference.type === 'keyed') continue;
      const found = fileIn(reference);
      if (!found) continue;
      const start = reference.start + found.at;
      report({
        start,
        end: start + found.name.length,
        message: `Reference ${reference.number} is a file (“${found.name}”), which readers cannot open. Give the source that the file was taken from.`,
      });
    }
  },
};
