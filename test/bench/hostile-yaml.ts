// Which records and configurations were made to be slow?

import { ARTICLE, type HostileInput, record, times, UNREAD_DEPTH } from './hostile-kind';

/** YAML in records and in the configuration. */
export const YAML: readonly HostileInput[] = [
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
