// Does a killed program leave whole files? Ends each command that writes, many times; counts what it finds.

import type { Row } from './figure';
import { KILLED_COMMANDS, killed } from './kill-round';

const ROUNDS = Number(process.env.ROUNDS ?? 250);
const ARTICLES = 40;

/** A row for each command; faults are printed in full. */
export async function kill(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [index, command] of KILLED_COMMANDS.entries()) {
    const {
      rounds,
      finished,
      between,
      leftOver,
      faults,
      command: what,
    } = await killed(command, ROUNDS, ARTICLES, index);
    for (const fault of faults) console.error(fault);
    rows.push({
      what: `${what}, killed ${rounds - finished} times in ${rounds}`,
      ours: `${faults.length} faults`,
      peer: `${between} times between two files`,
      ratio: `${leftOver} unfinished files beside`,
    });
  }
  return rows;
}
