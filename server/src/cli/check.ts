// `clinical-content check`: read, lint, fix if asked, report. Exit code 0 clean, 1 findings, 2 could not run.

import { readFileSync } from 'node:fs';
import { createColors } from 'picocolors';
import { LineIndex } from '../base/line-index';
import { summaryIn } from '../host/load';
import { decode } from '../host/node-host';
import type { Finding } from '../lint/finding';
import { json } from '../report/json';
import type { CheckedFile, Counts, Result } from '../report/result';
import { safeText } from '../report/safe-text';
import { stylish } from '../report/stylish';
import { summary } from '../report/summary';
import { unix } from '../report/unix';
import { openCache, saveCache } from './cache';
import type { Collected, Target } from './collect';
import { fixAll } from './fix';
import { gather } from './gather';
import { type CheckArguments, parseCheck } from './options';
import { writeOutput } from './output';
import { printConfig } from './print-config';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

const FORMATS = ['stylish', 'unix', 'json'];

/** Runs `check` and returns the exit code. @throws UsageError */
export async function check(argv: readonly string[], terminal: Terminal): Promise<number> {
  const args = parseCheck(argv);
  if (args.printConfig) return printConfig(args, terminal);
  if (!FORMATS.includes(args.format))
    throw new UsageError(`There is no format “${args.format}”. Choose one of: ${FORMATS.join(', ')}.`);
  // A fix asks more of a project than what an earlier run found.
  const cached = args.cache ? openCache(terminal.cwd, args.cacheLocation, !args.fix) : undefined;
  const collected = await gather(args.paths, terminal, { ...args, cached });
  if (args.fix) {
    const { changed, refused } = fixAll(collected.targets);
    if (changed.length > 0)
      terminal.err.write(`Fixed ${changed.length === 1 ? '1 file' : `${changed.length} files`}.\n`);
    for (const { shown, problem } of refused) terminal.err.write(`${safeText(shown)} was not fixed: ${problem}.\n`);
  }
  const result = resultOf(collected, args.quiet);
  print(result, args, terminal);
  // Fixed files are not what was read any more: they are read again next time.
  const problem = cached && !args.fix ? saveCache(cached, collected) : undefined;
  if (problem) terminal.err.write(`${safeText(problem)}\n`);
  return exitCode(result, args, collected);
}

function resultOf(collected: Collected, quiet: boolean): Result {
  let citations = 0;
  let references = 0;
  let records = 0;
  let checks = 0;
  const files: CheckedFile[] = collected.targets.map((target) => {
    const { findings, ...one } = summaryIn(target.loaded, target.path);
    citations += one.citations;
    references += one.references;
    records += one.records;
    checks += one.checks;
    return {
      path: target.shown,
      findings: quiet ? findings.filter((one) => one.severity === 'error') : findings,
      lines: () => new LineIndex(textOf(target)),
    };
  });
  const counts: Counts = {
    files: files.length,
    citations,
    references,
    records,
    checks,
    skipped: collected.skipped.length,
  };
  return { files, counts };
}

/** Empty for a file that is gone by now: its findings are then shown at its beginning. */
function textOf(target: Target): string {
  try {
    return decode(readFileSync(target.absolute)).text;
  } catch {
    return '';
  }
}

/** What the environment says about colours; `FORCE_COLOR=0` means none. */
function colourBy(env: Terminal['env']): boolean | undefined {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.NO_COLOR ? false : undefined;
}

function print(result: Result, args: CheckArguments, terminal: Terminal): void {
  const { out, err } = terminal;
  const wants = (isTTY: boolean) => args.color ?? colourBy(terminal.env) ?? isTTY;
  const toFile = args.outputFile !== undefined;
  const text =
    args.format === 'json'
      ? json(result)
      : args.format === 'unix'
        ? unix(result)
        : stylish(
            result,
            createColors(!toFile && wants(out.isTTY)),
            out.isTTY && !toFile ? Math.max(60, out.columns) : 100,
          );
  if (args.outputFile === undefined) out.write(text);
  else writeOutput(terminal.cwd, args.outputFile, text);
  err.write(summary(result, createColors(wants(err.isTTY))));
}

/** Heuristics never fail a run by themselves: a finding of low confidence does not count. */
function counts(finding: Finding): boolean {
  return finding.confidence !== 'low';
}

function exitCode(result: Result, args: CheckArguments, collected: Collected): number {
  const findings = result.files.flatMap((file) => file.findings).filter(counts);
  if (findings.some((one) => one.severity === 'error')) return 1;
  if (args.maxWarnings !== undefined && warningsIn(collected) > args.maxWarnings) return 1;
  return collected.skipped.length > 0 ? 2 : 0;
}

/** All of them: --quiet hides warnings and counts them still. */
function warningsIn({ targets }: Collected): number {
  return targets
    .flatMap((target) => summaryIn(target.loaded, target.path).findings)
    .filter((one) => counts(one) && one.severity === 'warning').length;
}
