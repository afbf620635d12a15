// How does a result reach those who asked for it, and how does the run end?

import { createHash } from 'node:crypto';
import { createColors } from 'picocolors';
import { failsRun, type Result } from '../../report/result';
import { summary, touchedText } from '../../report/summary';
import { writeOutput } from '../output';
import type { Terminal } from '../terminal';
import type { Destination } from './destination';

interface PrintOptions {
  /** Whether colours are wanted; undefined where terminal and environment decide. */
  readonly color: boolean | undefined;
  readonly maxWarnings: number | undefined;
}

/** What the environment says about colours; `FORCE_COLOR=0` means none. */
function colourBy(env: Terminal['env']): boolean | undefined {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.NO_COLOR ? false : undefined;
}

export function wantsColour({ color }: Pick<PrintOptions, 'color'>, { env }: Terminal, isTTY: boolean): boolean {
  return color ?? colourBy(env) ?? isTTY;
}

/** Prints a result or writes it to files, and sums it up on standard error. @throws UsageError for a file that cannot be written */
export function print(
  result: Result,
  destinations: readonly Destination[],
  options: Pick<PrintOptions, 'color'>,
  terminal: Terminal,
): void {
  const { out, err, cwd, today } = terminal;
  for (const { format, file } of destinations) {
    const isShown = file === undefined;
    const text = format.print(result, {
      colors: createColors(isShown && wantsColour(options, terminal, out.isTTY)),
      width: isShown && out.isTTY ? Math.max(60, out.columns) : 100,
      today,
      hash: (one, encoding) => createHash('sha256').update(one).digest(encoding),
    });
    if (isShown) out.write(text);
    else writeOutput(cwd, file, text);
  }
  err.write(summary(result, createColors(wantsColour(options, terminal, err.isTTY))) + touchedText(result));
}

/** 0 without errors, 1 with errors or too many warnings, 2 when a file could not be read. */
export function exitCodeOf(result: Result, { maxWarnings }: Pick<PrintOptions, 'maxWarnings'>): number {
  if (result.files.some((file) => file.findings.some(failsRun))) return 1;
  if (maxWarnings !== undefined && warningsIn(result) > maxWarnings) return 1;
  return result.unread.length > 0 ? 2 : 0;
}

/** All of them that are no heuristics: --quiet hides warnings and counts them still. */
function warningsIn({ files }: Result): number {
  return files.flatMap((file) => file.findings).filter((one) => one.confidence !== 'low' && one.severity === 'warning')
    .length;
}
