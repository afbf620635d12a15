// How quickly are citations led to their references, beside pandoc?

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { median, ms, type Row } from './figure';
import { CLI, timed, timedProgram } from './program';

/** A hundred articles over the references of a repository: pandoc formats what it resolves, we check it. */
export function citing(folder: string): Row[] {
  const what = 'citations of 100 articles led to 5,000 references';
  const articles = readdirSync(join(folder, 'articles')).map((name) => `articles/${name}`);
  const libraries = readdirSync(join(folder, 'references')).map((name) => `--bibliography=references/${name}`);
  const ours = median([1, 2, 3].map(() => timed([CLI, 'citations', '.', '--format', 'json'], folder)));
  if (spawnSync('pandoc', ['--version']).status !== 0)
    return [{ what, ours: ms(ours), peer: 'pandoc is not installed here', ratio: '' }];
  const pandoc = timedProgram('pandoc', ['--citeproc', ...libraries, '--to=plain', ...articles], folder);
  return [
    { what, ours: ms(ours), peer: `pandoc --citeproc: ${ms(pandoc)}`, ratio: `${(pandoc / ours).toFixed(1)}× as fast` },
  ];
}
