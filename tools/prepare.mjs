// Is there a program to pack when npm installs this repository from Git, as pre-commit does? npm runs this script there, and no other.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { main, node, root } from './run.mjs';

await main(import.meta, () => {
  // What was built stays: `npm run build` brings it up to date. Without the packages for building there is nothing to do.
  const has = (...path) => existsSync(join(root, ...path));
  if (has('dist', 'cli.js') || !has('node_modules', 'esbuild')) return;
  node('esbuild.mjs', [], { quiet: true });
});
