// How do time and memory grow on texts that were made to be slow? A row each, at n, twice and four times that.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ms, type Row } from './figure';
import { HOSTILE_INPUTS } from './hostile-input';
import { CHECK, type HostileInput } from './hostile-kind';
import { CLI, measured } from './program';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

function ofSize({ files, command = CHECK }: HostileInput, size: number): { took: number; memory: number } {
  const folder = mkdtempSync(join(tmpdir(), 'clinical-content-hostile-'));
  try {
    for (const [path, text] of Object.entries(files(size))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return measured([CLI, ...command], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs each kind of input; the last column is by how much the time of reading grew from 2n to 4n, the start left out. */
export function hostile(): Row[] {
  const nothing = ofSize({ name: '', size: 0, files: () => ({ 'a.md': '' }), says: /./ }, 0);
  return HOSTILE_INPUTS.map((input) => {
    const [one, two, four] = [1, 2, 4].map((factor) => ofSize(input, input.size * factor)) as [
      ReturnType<typeof ofSize>,
      ReturnType<typeof ofSize>,
      ReturnType<typeof ofSize>,
    ];
    const growth = (four.took - nothing.took) / Math.max(1, two.took - nothing.took);
    return {
      what: `${input.name}; n is ${input.size.toLocaleString('en-GB')}`,
      ours: [one, two, four].map(({ took }) => ms(took)).join(', '),
      peer: `memory ${[one, two, four].map(({ memory }) => megabytes(memory)).join(', ')} MB`,
      // Below the noise of a start there is nothing to divide.
      ratio: four.took - nothing.took < 100 ? 'no more than a start' : `${growth.toFixed(1)}× from 2n to 4n`,
    };
  });
}
