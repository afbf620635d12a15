// Does a checkout become a working extension, server and command line? Into dist/; with `--watch`, again at every change.
import { ensure } from './ensure.mjs';
import { generate } from './generate.mjs';
import { main, node } from './run.mjs';

/** Brings the generated files up to date and bundles the product into dist/. */
export async function build() {
  await ensure();
  generate();
  node('esbuild.mjs');
}

await main(import.meta, async (args) => {
  if (!args.includes('--watch')) return build();
  await ensure();
  generate();
  console.log('Building at every change; Ctrl+C ends it.');
  node('esbuild.mjs', ['--watch'], { minutes: 24 * 60 });
});
