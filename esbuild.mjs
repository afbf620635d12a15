// Builds the extension, the server and the command line into dist/. `--watch` keeps building, `--tests` builds the tests into out/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';

const args = new Set(process.argv.slice(2));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  loader: { '.jsonl': 'text' },
  mainFields: ['module', 'main'],
  legalComments: 'none',
  define: { CLINICAL_CONTENT_VERSION: JSON.stringify(version) },
};

const product = {
  ...shared,
  entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
  outdir: 'dist',
  external: ['vscode'],
  minify: !args.has('--watch'),
  sourcemap: args.has('--watch'),
};

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));

const tests = {
  ...shared,
  entryPoints: args.has('--tests') ? testFiles('test') : [],
  outdir: 'out/test',
  outbase: 'test',
  outExtension: { '.js': '.cjs' },
  external: ['vscode', 'mocha', 'ajv', 'ajv-formats', 'fast-check', 'esbuild', 'typescript', 'playwright-core'],
  sourcemap: 'inline',
};

const target = args.has('--tests') ? tests : product;
if (args.has('--watch')) await (await context(target)).watch();
else await build(target);
