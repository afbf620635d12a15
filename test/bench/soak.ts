// Does the server stay the same size through a very long day? `EDITS=100000` says how long.

import type { Row } from './figure';
import { soaked } from './soak-run';

const EDITS = Number(process.env.EDITS ?? 100_000);
const PARTS = 10;
/** Long enough for the collector to do what it does when nobody waits. */
const PAUSE_MS = 5000;

/** Memory after each tenth of the day, and whether a fresh server says the same at its end. */
export async function soak(): Promise<Row[]> {
  const { memory, differing, shown } = await soaked(PARTS, EDITS / PARTS, 1, PAUSE_MS);
  for (const one of differing) console.error(one);
  return [
    {
      what: `memory after each tenth of ${EDITS.toLocaleString('en-GB')} edits`,
      ours: `${memory.map((one) => (one / 1e6).toFixed(0)).join(', ')} MB`,
      peer: `a fresh server: ${differing.length} differences, ${shown} files with findings`,
      ratio: `half to whole ${((memory.at(-1) ?? 0) / (memory[PARTS / 2 - 1] ?? 1)).toFixed(2)}×`,
    },
  ];
}
