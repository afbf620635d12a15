// Can an article list things of every kind? Adds the keys that schemas/article.schema.json lacks. `--check` only says whether it does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsOf, Failure, main, root } from './run.mjs';

const FILE = 'schemas/article.schema.json';
/** What stands behind the lists. */
const NEXT = '    "previous": {';

function keyOf({ name, plural, noun, schema }) {
  const { properties } = JSON.parse(readFileSync(join(root, 'schemas', schema), 'utf8'));
  const example = properties.id.examples[0];
  return `    "${plural}": {
      "description": "Each ${noun} that the article speaks of.",
      "type": "array",
      "items": {
        "description": "Id of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}.",
        "$ref": "common.schema.json#/$defs/slug",
        "x-ref": "${name}",
        "examples": ["${example}"]
      },
      "examples": [["${example}"]]
    },
`;
}

await main(import.meta, async (args) => {
  const { KIND_TABLE } = await exportsOf('server/src/base/kind-table.ts');
  const present = readFileSync(join(root, FILE), 'utf8');
  const { properties } = JSON.parse(present);
  const lacking = KIND_TABLE.filter(({ isRecord, plural }) => isRecord && !properties[plural]);
  if (lacking.length === 0) return;
  if (args.includes('--check')) throw new Failure(`Stale: ${FILE}.`, 'Run `node tools/build-article-keys.mjs`.');
  if (!present.includes(NEXT)) throw new Failure(`${FILE} has no place for the key “${lacking[0].plural}”.`);
  writeFileSync(
    join(root, FILE),
    present.replace(NEXT, () => lacking.map(keyOf).join('') + NEXT),
  );
});
