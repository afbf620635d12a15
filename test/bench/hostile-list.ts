// Which lists of references, and which repositories, were made to be slow?

import { ARTICLE, article, type HostileInput, REFERENCES, times } from './hostile-kind';

/** References in YAML, BibTeX and JSON, lock files, and many files. */
export const LISTS: readonly HostileInput[] = [
  {
    name: 'n references of one DOI',
    size: 5000,
    files: (n) => ({ 'references.yaml': REFERENCES + times(n, (i) => `  - id: a${i}\n    DOI: 10.5555/x\n`) }),
    says: /“a1” is the same paper as “a0”/,
  },
  {
    name: 'n references of one key',
    size: 5000,
    files: (n) => ({ 'references.yaml': REFERENCES + times(n, (i) => `  - id: a\n    DOI: 10.5555/${i}\n`) }),
    says: /duplicate-id/,
  },
  {
    name: 'n references whose identifiers form one chain',
    size: 5000,
    files: (n) => ({
      'references.yaml':
        REFERENCES + times(n, (i) => `  - id: a${i}\n    DOI: 10.5555/${i >> 1}\n    PMID: ${1 + ((i + 1) >> 1)}\n`),
    }),
    says: /duplicate-reference/,
  },
  {
    name: 'n papers of one DOI in a lock file',
    size: 75_000,
    files: (n) => ({
      'a.md': `${ARTICLE}Pain [@a0].\n`,
      'references.yaml': `${REFERENCES}  - id: a0\n    DOI: 10.5555/x\n`,
      'references.lock.json': JSON.stringify({
        version: 1,
        papers: Array.from({ length: n }, (_, i) => ({ pmid: String(i + 1), doi: '10.5555/x', title: 'T' })),
      }),
    }),
    says: /Checked/,
  },
  {
    name: 'n braces open in BibTeX',
    size: 25_000,
    files: (n) => ({ 'a.bib': `@article{a, title = ${'{'.repeat(n)}` }),
    says: /a\.bib/,
  },
  {
    name: 'n entries of BibTeX that stay open',
    size: 25_000,
    files: (n) => ({ 'a.bib': '@article{a,\n'.repeat(n) }),
    says: /a\.bib/,
  },
  {
    name: 'n lists inside each other in JSON',
    size: 25_000,
    files: (n) => ({ 'references/a.json': '['.repeat(n) }),
    says: /Nothing was checked/,
  },
  {
    name: 'an entry of n authors without a year',
    size: 1000,
    files: (n) => article(`Pain[1].\n\n## References\n\n1. ${times(n, () => 'Sample-Aab, A. B., ')}(in press).\n`),
    says: /missing-identifier|Checked/,
  },
  {
    name: 'a list of n entries, each cited',
    size: 2500,
    files: (n) =>
      article(
        `${times(n, (i) => `Pain[${i + 1}].\n\n`)}## References\n\n${times(n, (i) => `${i + 1}. https://doi.org/10.5555/${i}\n`)}`,
      ),
    says: /Checked 1 file/,
  },
  {
    name: 'n files',
    size: 1000,
    files: (n) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`articles/${i >> 8}/${i}.md`, `${ARTICLE}Pain.\n`])),
    says: /Checked/,
  },
];
