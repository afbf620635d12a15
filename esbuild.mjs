// Builds the extension, the server and the command line into dist/. `--watch` keeps building, `--tests` builds the tests into out/.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  loader: { '.jsonl': 'text', '.css': 'text' },
  mainFields: ['module', 'main'],
  legalComments: 'none',
  define: { CLINICAL_CONTENT_VERSION: JSON.stringify(version) },
};

const product = {
  ...shared,
  entryPoints: {
    extension: 'client/src/extension.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'server/src/cli/main.ts',
    'rich-text': 'server/src/cli/rich-text.ts',
  },
  outdir: 'dist',
  external: ['vscode'],
  minify: !args.has('--watch'),
  sourcemap: args.has('--watch'),
  metafile: true,
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
  external: [
    'vscode',
    'mocha',
    'ajv',
    'ajv-formats',
    'fast-check',
    'esbuild',
    'typescript',
    'playwright-core',
    'junit2json',
    'libxml2-wasm',
  ],
  sourcemap: 'inline',
};

/** The licences of what is bundled, as they ask to be passed on. */
function writeNotices({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    const text =
      file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name}\n${'-'.repeat(name.length)}\n${text}\n`;
  });
  writeFileSync(
    'dist/THIRD-PARTY-NOTICES.txt',
    `This product contains the following packages.\n\n${notices.join('\n')}`,
  );
}

const target = args.has('--tests') ? tests : product;
if (args.has('--watch')) await (await context(target)).watch();
else {
  const { metafile } = await build(target);
  if (metafile) writeNotices(metafile);
}
