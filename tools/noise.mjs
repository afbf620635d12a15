// How often do the checks speak up in real repositories? Writes docs/noise.md from the corpora beside this checkout.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensure } from './ensure.mjs';
import { main, root } from './run.mjs';

await main(import.meta, async () => {
  await ensure();
  const { build } = await import('esbuild');
  const outfile = join(root, 'out', 'noise.cjs');
  await build({
    entryPoints: [join(root, 'test', 'corpus', 'noise-write.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    loader: { '.jsonl': 'text', '.css': 'text' },
    logLevel: 'warning',
  });
  process.chdir(root);
  const { default: written } = await import(pathToFileURL(outfile).href);
  await written.main();
});
