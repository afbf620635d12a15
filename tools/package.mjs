// Does the product become a file that VS Code can install? Into clinical-content.vsix.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { main, packageCommand, root } from './run.mjs';

/** Builds and packages the extension; returns the path of the .vsix. */
export async function packageExtension() {
  await build();
  const dist = join(root, 'dist');
  for (const name of readdirSync(dist)) if (name.endsWith('.map')) rmSync(join(dist, name)); // left by `npm run watch`
  const vsix = join(root, 'clinical-content.vsix');
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', vsix];
  packageCommand('@vscode/vsce', ['package', ...options], { quiet: true });
  return vsix;
}

await main(import.meta, async () => {
  const vsix = await packageExtension();
  packageCommand('@vscode/vsce', ['ls', '--no-dependencies']);
  console.log(`clinical-content.vsix: ${Math.ceil(statSync(vsix).size / 1024)} kB`);
});
