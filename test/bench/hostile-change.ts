// What would somebody write who wants a fix or an import to take for ever?

import { ARTICLE, type HostileInput, LIST, times } from './hostile-kind';

export const CHANGES: readonly HostileInput[] = [
  {
    name: 'n citations to be fixed',
    size: 20_000,
    files: (size) => ({ 'a.md': ARTICLE + times(size, (n) => `Pain.[1]Trials ${n}.\n\n`) + LIST }),
    command: ['check', '--fix', '.'],
    says: /^Fixed 1 file\.$/m,
  },
  {
    name: 'n citations to be fixed in one paragraph',
    size: 5_000,
    files: (size) => ({ 'a.md': ARTICLE + times(size, (n) => `Pain.[1]Trials ${n}.\n`) + LIST }),
    command: ['fix'],
    says: /^Fixed 1 file|was not fixed|^Nothing to change/m,
  },
  {
    name: 'n records of a reference manager with one author and year',
    size: 10_000,
    files: (size) => ({
      'a.ris': times(size, (n) => `TY  - JOUR\nAU  - Smith, A\nPY  - 2021\nTI  - Paper ${n}\nER  - \n\n`),
    }),
    command: ['import', 'a.ris'],
    says: /^Imported 1 file: 0 citations, [\d,]+ references\./m,
  },
  {
    name: 'an article with n numbered sources to be imported',
    size: 4_000,
    files: (size) => ({
      'a.txt': `Title\n\n${times(size, (n) => `Pain rises [${n + 1}].\n\n`)}References\n\n${times(size, (n) => `${n + 1}. Smith A. Paper ${n}. Pain. 2021.\n`)}`,
    }),
    command: ['import', 'a.txt'],
    says: /^Imported 1 file: [\d,]+ citations, [\d,]+ references?\./m,
  },
  {
    name: 'a page of n elements to be imported',
    size: 20_000,
    files: (size) => ({
      'a.html': `<html><head><meta charset="utf-8"><title>T</title></head><body>${times(size, () => '<p>Pain <b>rises</b> <i>now</i>')}</body></html>`,
    }),
    command: ['import', 'a.html'],
    says: /^Imported 1 file/m,
  },
];
