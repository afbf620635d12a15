// Writes what package.json says of commands, settings and snippets, from their tables. `--check` only says whether it is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Failure, main, root } from './run.mjs';

const FILE = join(root, 'package.json');

/** What a TypeScript file without imports of VS Code exports. */
async function tables(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

function configuration(section, settings) {
  const properties = settings.map(({ name, enum: values, enumDescriptions, ...rest }) => [
    `${section}.${name}`,
    { ...rest, ...(values && { enum: values }), ...(enumDescriptions && { enumDescriptions }) },
  ]);
  return { title: 'Clinical Content', properties: Object.fromEntries(properties) };
}

function snippets() {
  return readdirSync(join(root, 'snippets'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ language: name.includes('markdown') ? 'markdown' : 'yaml', path: `./snippets/${name}` }));
}

async function manifest(present) {
  const { CATEGORY, COMMAND_TABLE } = await tables('client/src/command-table.ts');
  const { SECTION, SETTING_TABLE } = await tables('server/src/lsp/setting-table.ts');
  return {
    ...present,
    contributes: {
      ...present.contributes,
      commands: COMMAND_TABLE.map(({ id, title }) => ({ command: id, title, category: CATEGORY })),
      menus: {
        ...present.contributes?.menus,
        commandPalette: COMMAND_TABLE.filter(({ when }) => when).map(({ id, when }) => ({ command: id, when })),
      },
      configuration: configuration(SECTION, SETTING_TABLE),
      snippets: snippets(),
    },
  };
}

await main(import.meta, async (args) => {
  const present = readFileSync(FILE, 'utf8');
  const text = `${JSON.stringify(await manifest(JSON.parse(present)), null, 2)}\n`;
  if (text === present) return;
  if (args.includes('--check')) {
    throw new Failure('package.json is stale.', 'Run `node tools/build-manifest.mjs`.');
  }
  writeFileSync(FILE, text);
});
