// Which articles were made to be slow?

import { article, type HostileInput, LIST, times, UNREAD_DEPTH, UNREAD_LENGTH } from './hostile-kind';

/** Markdown and plain text. */
export const PROSE: readonly HostileInput[] = [
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
