// Is there a program to pack when npm installs this repository from Git, as pre-commit does? npm runs this script there, and no other.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { main, node, npm, root } from './run.mjs';

const has = (...path) => existsSync(join(root, ...path));

await main(import.meta, () => {
  // What was built stays: `npm run build` brings it up to date.
  if (has('dist', 'cli.js')) return;
  // With -g, npm takes what it wants to build with for something to be installed globally, and leaves the clone without packages.
  if (!has('node_modules', 'esbuild') && process.env.npm_config_global === 'true')
    npm(['install', '--include=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
      quiet: true,
      env: { npm_config_global: 'false', npm_config_location: 'project', npm_config_prefix: undefined },
    });
  // Without the packages for building there is nothing to do.
  if (has('node_modules', 'esbuild')) node('esbuild.mjs', [], { quiet: true });
});
