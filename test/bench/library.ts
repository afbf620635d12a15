// How long does one file of 50,000 references take, in each of the formats in which people keep them?

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf, referencesBib, referencesYaml } from './corpus';

export const LIBRARY_SIZE = 50_000;

function referencesJson(count: number): string {
  const entries = Array.from({ length: count }, (_, n) => ({
    id: keyOf(n),
    type: 'article-journal',
    title: `Pain and the nerves of the joint, part ${n}`,
    author: [{ family: 'Example', given: 'A. B.' }],
    issued: { 'date-parts': [[1990 + (n % 35)]] },
    'container-title': 'Example Journal of Pain',
    volume: String(1 + (n % 60)),
    page: `${n % 900}-${(n % 900) + 9}`,
    DOI: `10.5555/example.${n}`,
  }));
  return JSON.stringify(entries, null, 2);
}

/** Writes one repository for each format; returns their folders. */
export function writeLibraries(root: string): { format: string; folder: string; file: string }[] {
  const libraries = [
    { format: 'BibTeX', name: 'library.bib', text: referencesBib(0, LIBRARY_SIZE) },
    { format: 'CSL-JSON', name: 'library.json', text: referencesJson(LIBRARY_SIZE) },
    { format: 'CSL-YAML', name: 'library.yaml', text: referencesYaml(0, LIBRARY_SIZE) },
  ];
  return libraries.map(({ format, name, text }) => {
    const folder = join(root, `library-${format}`);
    mkdirSync(join(folder, 'references'), { recursive: true });
    writeFileSync(join(folder, 'clinical-content.yaml'), 'language: en-GB\n');
    writeFileSync(join(folder, 'a.md'), `---\nkind: article\ntitle: T\n---\n\nPain [@${keyOf(1)}].\n`);
    const file = join(folder, 'references', name);
    writeFileSync(file, text);
    return { format, folder, file };
  });
}
