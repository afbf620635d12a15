// Are the generated files up to date? Runs every generator; with `--check` they only compare, and a stale file is a failure.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensure } from './ensure.mjs';
import { main, node, root } from './run.mjs';

// In order: later ones read what earlier ones write. The tables of public vocabularies are too large for this repository, so only
// someone who has them, and names their folder, can build the vocabulary again.
const { VOCABULARY_TABLES } = process.env;
const GENERATORS = [
  ...(VOCABULARY_TABLES ? [['tools/build-vocabulary.mjs', VOCABULARY_TABLES]] : []),
  ['tools/build-article-keys.mjs'],
  ['tools/build-imports.mjs'],
  ['tools/build-types.mjs'],
  ['tools/build-manifest.mjs'],
  ['tools/build-docs.mjs'],
];

/** Runs the generators that exist; each takes `--check` and then changes nothing and fails if its files are stale. */
export function generate({ check = false } = {}) {
  for (const [tool, ...args] of GENERATORS) {
    if (!existsSync(join(root, tool))) continue;
    if (check) {
      node(tool, [...args, '--check'], { quiet: true, remedy: 'Run `npm run gen` and commit what it changes.' });
    } else {
      node(tool, args, { quiet: true });
    }
  }
}

await main(import.meta, async (args) => {
  await ensure();
  generate({ check: args.includes('--check') });
});
