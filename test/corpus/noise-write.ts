// Writes docs/noise.md; run by tools/noise.mjs.

import { writeFileSync } from 'node:fs';
import { areThere, counted } from './noise-count';
import { noisePage } from './noise-page';

/** @throws Error when the corpora do not stand beside the checkout */
export async function main(): Promise<void> {
  if (!areThere) throw new Error('The corpora are not beside this checkout, so there is nothing to count.');
  writeFileSync('docs/noise.md', noisePage(await counted()));
}
