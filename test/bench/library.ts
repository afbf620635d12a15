// How long does one file of 50,000 references take, in each of the formats in which people keep them?

import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf, referencesBib, referencesYaml } from './corpus';
import { median, ms, type Row } from './figure';
import { CLI, timed } from './program';

const LIBRARY_SIZE = 50_000;

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
function writeLibraries(root: string): { format: string; folder: string; file: string }[] {
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

/** Cold checks of libraries that are one file each. */
export function libraries(root: string): Row[] {
  return writeLibraries(root).map(({ format, folder, file }) => {
    const ours: number[] = [];
    const read: number[] = [];
    const parse = format === 'CSL-JSON' ? 'JSON.parse' : '';
    for (let round = 0; round < 3; round++) {
      ours.push(timed([CLI, 'check', '.', '--quiet'], folder));
      read.push(timed(['-e', `${parse}(require('fs').readFileSync(${JSON.stringify(file)},'utf8'))`], folder));
    }
    return {
      what: `cold check of one ${format} file of 50,000 references (${(statSync(file).size / 1e6).toFixed(1)} MB)`,
      ours: ms(median(ours)),
      peer: `Node ${parse ? 'parsing' : 'reading'} it: ${ms(median(read))}`,
      ratio: `${(median(ours) / median(read)).toFixed(1)}× the time`,
    };
  });
}
