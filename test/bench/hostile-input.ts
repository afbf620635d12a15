// What would somebody write who wants a check to take for ever? Repositories of any size, each of one kind.

/** Files of a repository: path to text. */
export type Files = Readonly<Record<string, string>>;

export interface HostileInput {
  readonly name: string;
  /** How much of it the bench begins with. */
  readonly size: number;
  readonly files: (size: number) => Files;
  /** What a check says of it, on either output. */
  readonly says: RegExp;
}

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const ARTICLE = '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\n';
const RECORD = 'kind: condition\nid: example-condition\nname: Example\n';
const LIST = '\n\n## References\n\n1. https://doi.org/10.5555/one\n';
const REFERENCES = 'kind: references\nreferences:\n';
const UNREAD_DEPTH = /nested too deeply to be read/;
const UNREAD_LENGTH = /paragraph is too long to be read/;
const article = (text: string): Files => ({ 'a.md': ARTICLE + text });
const record = (text: string): Files => ({ 'conditions/example-condition.yaml': RECORD + text });

const YAML: readonly HostileInput[] = [
  {
    name: 'aliases of aliases in YAML, n levels of ten',
    size: 5000,
    files: (n) => record(`a0: &a0 [x]\n${times(n, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`)}`),
    says: /“a0” is not a key of a condition/,
  },
  {
    name: 'n brackets open in YAML',
    size: 25_000,
    files: (n) => record(`features: ${'['.repeat(n)}\n`),
    says: UNREAD_DEPTH,
  },
  {
    name: 'n lists inside each other in YAML',
    size: 25_000,
    files: (n) => record(`features:\n  ${'- '.repeat(n)}x\n`),
    says: UNREAD_DEPTH,
  },
  {
    name: 'n maps inside each other in YAML',
    size: 1200,
    files: (n) => record(`codes:\n${times(n, (i) => `${' '.repeat(i + 1)}a:\n`)}`),
    says: UNREAD_DEPTH,
  },
  {
    name: 'n keys that every object has',
    size: 5000,
    files: (n) => record(times(n, (i) => `${['__proto__', 'constructor', 'toString'][i % 3]}: x\n`)),
    says: /“__proto__” is not a key of a condition/,
  },
  {
    name: 'n lines with a quotation mark that stays open',
    size: 5000,
    files: (n) => record(times(n, (i) => `k${i}: "x\n`)),
    says: /invalid-yaml/,
  },
  {
    name: 'n rows of mediators in one record',
    size: 5000,
    files: (n) => record(`mediators:\n${times(n, () => '  - name: TNF-α\n    change: increased\n')}`),
    says: /missing-key|unknown-key|invalid-shape|Checked/,
  },
  {
    name: 'n names where ids belong',
    size: 5000,
    files: (n) => record(`cells:\n${times(n, () => '  - Treg\n')}`),
    says: /Write “regulatory-t-cell”/,
  },
  {
    name: 'n near misses of an id',
    size: 5000,
    files: (n) => record(`mechanisms:\n${times(n, (i) => `  - central-sensitisatio-${i}\n`)}`),
    says: /unknown-entity/,
  },
  {
    name: 'n records of one kind, each naming the next',
    size: 5000,
    files: (n) => ({
      'a.yaml': times(n, (i) => `---\nkind: mechanism\nid: m${i}\nname: M\nupstream: [m${i + 1}]\n`),
    }),
    says: /Checked/,
  },
  {
    name: 'n keys under the rules of the configuration',
    size: 5000,
    files: (n) => ({
      'a.md': 'Pain.\n',
      'clinical-content.yaml': `rules:\n${times(n, (i) => `  glued-citatio${i}: error\n`)}`,
    }),
    says: /glued-citatio0/,
  },
  {
    name: 'n patterns and overrides in the configuration',
    size: 500,
    files: (n) => ({
      'a.md': `${ARTICLE}Pain.\n`,
      'clinical-content.yaml': `ignore:\n${times(n, (i) => `  - "x${i}/**/*a*"\n`)}overrides:\n${times(n, (i) => `  - files: ["y${i}/*"]\n    rules: {glued-citation: off}\n`)}`,
    }),
    says: /Checked 2 files/,
  },
];

const PROSE: readonly HostileInput[] = [
  {
    name: 'n quotations inside each other',
    size: 25_000,
    files: (n) => article(`${'> '.repeat(n)}a`),
    says: UNREAD_DEPTH,
  },
  { name: 'n lists inside each other', size: 25_000, files: (n) => article(`${'- '.repeat(n)}a`), says: UNREAD_DEPTH },
  { name: 'n brackets open in a paragraph', size: 25_000, files: (n) => article('[a '.repeat(n)), says: UNREAD_LENGTH },
  {
    name: 'one line of n characters',
    size: 2_500_000,
    files: (n) => article('Pain is felt. '.repeat(n / 14)),
    says: UNREAD_LENGTH,
  },
  {
    name: 'n citations in one paragraph',
    size: 25_000,
    files: (n) => article(times(n, (i) => `[@a${i}] `)),
    says: UNREAD_LENGTH,
  },
  {
    name: 'n citations in one paragraph of plain text',
    size: 25_000,
    files: (n) => ({
      'a.txt': `Pain${times(n, () => '[1]')} is felt.${LIST}`,
      'clinical-content.yaml': 'articles: ["*.txt"]\n',
    }),
    says: /Checked/,
  },
  {
    name: 'n citations of nothing, a paragraph each',
    size: 5000,
    files: (n) => article(times(n, (i) => `Pain [@nobody-${1000 + i}].\n\n`)),
    says: /No reference has the key “nobody-1000”/,
  },
  {
    name: 'n code fences that stay open',
    size: 25_000,
    files: (n) => article(times(n, () => '```\n\n')),
    says: /Checked 1 file/,
  },
  {
    name: 'n code fences that stay open in a list',
    size: 5000,
    files: (n) => article(times(n, () => '- ~~~\n\n')),
    says: /Checked 1 file/,
  },
  {
    name: 'n tags of HTML that stay open',
    size: 25_000,
    files: (n) => article(times(n, () => '<div><!--')),
    says: /Checked 1 file/,
  },
  {
    name: 'n headings of one name and a link to each',
    size: 5000,
    files: (n) => article(times(n, () => '## Pain\n\nSee [below](#pain-9).\n\n')),
    says: /Checked 1 file/,
  },
  {
    name: 'n definitions of links, each asked for',
    size: 5000,
    files: (n) => article(times(n, (i) => `[x][l${i}]\n\n[l${i}]: ./no-${i}.md\n\n`)),
    says: /broken-internal-link/,
  },
  {
    name: 'n notes',
    size: 5000,
    files: (n) => article(times(n, (i) => `Pain[^n${i}].\n\n[^n${i}]: https://doi.org/10.5555/a${i}\n\n`)),
    says: /Checked 1 file/,
  },
  {
    name: 'a table of n columns',
    size: 2500,
    files: (n) => article(`|${' a |'.repeat(n)}\n|${'---|'.repeat(n)}\n|${' b[1] |'.repeat(n)}\n`),
    says: /Checked 1 file/,
  },
  {
    name: 'a table of n rows',
    size: 5000,
    files: (n) => article(`| a | b |\n|---|---|\n${'| x | y |\n'.repeat(n)}`),
    says: /Checked 1 file/,
  },
  {
    name: 'halves of characters, NULs and marks of order',
    size: 100_000,
    files: (n) => article('\ud800\u0000\ufeff [@a] '.repeat(n / 10)),
    says: /UTF-8|Checked 1 file/,
  },
  {
    name: 'n lines that end in a carriage return',
    size: 25_000,
    files: (n) => article(times(n, () => 'Pain.\r')),
    says: /Checked 1 file/,
  },
  {
    name: 'n comments that switch something off',
    size: 5000,
    files: (n) => article(times(n, () => '<!-- clinical-content-disable-next-line glued-citation -- x -->\nPain.\n\n')),
    says: /unused-suppression/,
  },
  {
    name: 'n addresses with trackers',
    size: 5000,
    files: (n) => article(times(n, (i) => `https://x.org/${i}?utm_source=a\n\n`)),
    says: /tracking-parameter/,
  },
  {
    name: 'n mediators in prose',
    size: 25_000,
    files: (n) => article(times(n, () => 'IL6 and TNFa.\n\n')),
    says: /noncanonical-mediator|Checked/,
  },
  {
    name: 'n addresses of files',
    size: 5000,
    files: (n) => article(times(n, (i) => `See file:///home/a/${i}.pdf now.\n\n`)),
    says: /local-file-reference/,
  },
  {
    name: 'n marks of a chat service',
    size: 5000,
    files: (n) => article(times(n, (i) => `Pain [cite: ${i}].\n\n`)),
    says: /machine-debris/,
  },
  {
    name: 'n words in two spellings',
    size: 5000,
    files: (n) => article(times(n, () => 'Tumour and tumor, sensitise and sensitize.\n\n')),
    says: /mixed-spelling/,
  },
  {
    name: 'n letters of other alphabets',
    size: 5000,
    files: (n) => article(times(n, () => 'Pаin.\n\n')),
    says: /look-alike-letter/,
  },
  {
    name: 'n mediators in one paragraph',
    size: 4000,
    files: (n) => article('TNFa and IL6 rise. '.repeat(n)),
    says: /Checked 1 file/,
  },
  {
    name: 'n raised numbers',
    size: 5000,
    files: (n) =>
      article(`${times(n, (i) => `Pain<sup>${i + 1}</sup>.\n\n`)}## References\n\n1. https://doi.org/10.5555/a\n`),
    says: /Checked 1 file/,
  },
  {
    name: 'an HTML block of n brackets',
    size: 25_000,
    files: (n) => article(`<div>\n${'[1] [@a] <b>x</b>\n'.repeat(n / 5)}</div>`),
    says: /Checked 1 file/,
  },
  {
    name: 'n keys in one bracket after another',
    size: 4000,
    files: (n) => article(`[${times(n, (i) => `@a${i}; `)}@b]`),
    says: /Checked 1 file/,
  },
];

const LISTS: readonly HostileInput[] = [
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

/** Each kind of input, and what is to be said of it. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [...YAML, ...PROSE, ...LISTS];
