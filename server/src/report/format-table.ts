// In which formats can findings be written? One table: options, error messages and documentation come from it.

import type { Colors } from 'picocolors/types';
import { blob } from './blob';
import { codeQuality } from './code-quality';
import { github } from './github';
import { findingsPage } from './html-page';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import { rdjson } from './rdjson';
import type { Result } from './result';
import { sarif } from './sarif';
import { stylish } from './stylish';
import { unix } from './unix';

/** What a printer is told besides the result. */
export interface Setting {
  readonly colors: Colors;
  /** Characters in a line of the terminal. */
  readonly width: number;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  /** SHA-256 of a text. */
  readonly hash: (text: string, encoding: 'hex' | 'base64') => string;
}

export interface Format {
  readonly name: string;
  /** One line: what it is for. */
  readonly help: string;
  readonly print: (result: Result, setting: Setting) => string;
}

export const FORMAT_TABLE: readonly Format[] = [
  {
    name: 'stylish',
    help: 'for people at a terminal: findings file by file, in colours',
    print: (result, { colors, width }) => stylish(result, colors, width),
  },
  { name: 'unix', help: 'one finding a line, as compilers print them', print: unix },
  { name: 'json', help: 'everything, for programs of your own', print: json },
  {
    name: 'sarif',
    help: 'SARIF 2.1.0, for code scanning on GitHub and for other services',
    print: (result, { hash }) => sarif(result, (text) => hash(text, 'hex')),
  },
  { name: 'junit', help: 'results of tests, for Jenkins and most build servers', print: junit },
  { name: 'github', help: 'marks on the lines of a pull request, for GitHub Actions', print: github },
  {
    name: 'codequality',
    help: 'a Code Quality report, for merge requests on GitLab',
    print: (result, { hash }) => codeQuality(result, (text) => hash(text, 'hex')),
  },
  { name: 'rdjson', help: 'remarks and suggestions, for reviewdog', print: rdjson },
  { name: 'markdown', help: 'tables, for the summary of a job or a comment', print: markdown },
  {
    name: 'html',
    help: 'one page for editors, to read in a browser, print or send',
    print: (result, { today, hash }) => findingsPage(result, { today, digest: (text) => hash(text, 'base64') }),
  },
  { name: 'blob', help: 'one share of a result, for merge-reports', print: blob },
];
