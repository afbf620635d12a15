// Writes what package.json says of commands, keys, settings and snippets, from their tables, and the snippets of records. `--check` only says what is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsOf, Failure, main, root } from './run.mjs';

const MANIFEST = 'package.json';
const SNIPPETS = 'snippets/clinical-content-yaml.code-snippets.json';

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
  const { CATEGORY, COMMAND_TABLE } = await exportsOf('client/src/command-table.ts');
  const { CONFIGURATION_DEFAULTS, KEY_TABLE } = await exportsOf('client/src/keyboard-table.ts');
  const { SECTION, SETTING_TABLE } = await exportsOf('server/src/lsp/setting-table.ts');
  return {
    ...present,
    contributes: {
      ...present.contributes,
      commands: COMMAND_TABLE.map(({ id, title }) => ({ command: id, title, category: CATEGORY })),
      menus: {
        ...present.contributes?.menus,
        commandPalette: COMMAND_TABLE.filter(({ when }) => when).map(({ id, when }) => ({ command: id, when })),
      },
      keybindings: KEY_TABLE,
      configuration: configuration(SECTION, SETTING_TABLE),
      configurationDefaults: CONFIGURATION_DEFAULTS,
      snippets: snippets(),
    },
  };
}

/** A record of each kind, as its schema writes one, then the snippets that are written by hand. */
async function withRecords(present) {
  const { KIND_TABLE } = await exportsOf('server/src/base/kind-table.ts');
  const records = KIND_TABLE.filter(({ isRecord }) => isRecord).map(({ name, schema }) => {
    const { title, 'x-snippet': snippet } = JSON.parse(readFileSync(join(root, 'schemas', schema), 'utf8'));
    if (!snippet) throw new Failure(`schemas/${schema} has no “x-snippet”, the record that an editor inserts.`);
    return [title, { prefix: `clinical-${name}`, ...snippet }];
  });
  const others = Object.entries(present).filter(([, { body }]) => !/^kind: /.test(body[0]));
  return Object.fromEntries([...records, ...others]);
}

await main(import.meta, async (args) => {
  const stale = [];
  for (const [path, make] of [
    [MANIFEST, manifest],
    [SNIPPETS, withRecords],
  ]) {
    const present = readFileSync(join(root, path), 'utf8');
    const text = `${JSON.stringify(await make(JSON.parse(present)), null, 2)}\n`;
    if (text === present) continue;
    stale.push(path);
    if (!args.includes('--check')) writeFileSync(join(root, path), text);
  }
  if (args.includes('--check') && stale.length > 0)
    throw new Failure(`Stale: ${stale.join(', ')}.`, 'Run `node tools/build-manifest.mjs`.');
});
