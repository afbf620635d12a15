// `clinical-content check`: read, lint, fix if asked, report. Exit code 0 clean, 1 findings, 2 could not run.

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { type LoadedProject, pathsOf } from '../host/load';
import { UNUSED_SUPPRESSION } from '../lint/suppress';
import { many } from '../report/count';
import { failsRun, type Result } from '../report/result';
import { safeText } from '../report/safe-text';
import { summary, touchedText } from '../report/summary';
import { openCache, saveCache } from './cache';
import { type Changes, narrowed } from './changed';
import { errorsOf, resultOf } from './check-result';
import { type Collected, STYLE } from './collect';
import { type Destination, destinationsOf } from './destination';
import { patchOf, shownPatch } from './diff';
import { type Fixed, fixAll } from './fix';
import { fixFilter } from './fix-type';
import { gather } from './gather';
import { type CheckArguments, parseCheck } from './options';
import { expectWritable, writeOutput } from './output';
import { printConfig } from './print-config';
import { suppressed } from './suppressed';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Runs `check` and returns the exit code. @throws UsageError */
export async function check(argv: readonly string[], terminal: Terminal): Promise<number> {
  const args = parseCheck(argv);
  if (args.printConfig) return printConfig(args, terminal);
  const destinations = destinationsOf({ ...args, printsChanges: args.fix === 'dry-run' });
  const isWanted = fixFilter(args.fixTypes);
  for (const { file } of destinations) if (file !== undefined) expectWritable(terminal.cwd, file);
  const levels = new Map(args.reportUnusedSuppressions ? [[UNUSED_SUPPRESSION, 'error' as const]] : []);
  // A fix and a comparison ask more of a project than what an earlier run found.
  const mayStand = args.fix === 'no' && args.changedSince === undefined;
  const cached = args.cache ? openCache(terminal.cwd, args.cacheLocation, mayStand) : undefined;
  const all = await gather(args.paths, terminal, { ...args, levels, cached });
  for (const { file } of destinations) if (file !== undefined) expectNoInput(all, terminal.cwd, file);
  const changes = args.changedSince === undefined ? undefined : narrowed(all, terminal.cwd, args.changedSince);
  if (changes?.isWhole) terminal.err.write('The configuration has changed, so every file is reported on.\n');
  const collected = changes?.collected ?? all;
  const { fixed, texts } = fixedAsAsked(collected, changes, { ...args, isWanted }, terminal);
  const found = resultOf(collected, { cwd: terminal.cwd, texts, only: changes?.only, changes });
  const { result, told, gone } = await suppressed(found, collected, args, terminal);
  print(args.quiet ? errorsOf(result) : result, destinations, args, terminal);
  for (const sentence of told) terminal.err.write(`${safeText(sentence)}\n`);
  // Fixed files are not what was read any more: they are read again next time.
  const problem = cached && !fixed ? saveCache(cached, all) : undefined;
  if (problem) terminal.err.write(`${safeText(problem)}\n`);
  return args.reportUnusedSuppressions && gone > 0 ? 1 : exitCode(result, args, collected);
}

/** Puts right what is to be put right: nothing in files that did not change. Returns texts that files have, or would have. */
function fixedAsAsked(
  collected: Collected,
  changes: Changes | undefined,
  args: CheckArguments & { readonly isWanted: ReturnType<typeof fixFilter> },
  terminal: Terminal,
): { fixed: Fixed | undefined; texts: ReadonlyMap<string, string> } {
  if (args.fix === 'no') return { fixed: undefined, texts: new Map() };
  const targets = collected.targets.filter(({ absolute }) => !changes?.only.has(absolute));
  const fixed = fixAll(targets, { only: args.isWanted, dryRun: args.fix === 'dry-run' });
  tellFixes(fixed, collected, args, terminal);
  return { fixed, texts: new Map([...fixed.texts].map(([path, { after }]) => [path, after])) };
}

/** A report that is written over an article is a loss. */
function expectNoInput({ all }: Collected, cwd: string, written: string): void {
  const path = resolve(cwd, written);
  const isRead = (one: LoadedProject) => [...pathsOf(one)].includes(STYLE.relative(one.root, path));
  if (all.projects.some(isRead))
    throw new UsageError(`“${written}” is one of the files that are read. Give the findings a file of their own.`);
}

/** What was changed and what was not; in a dry run the changes themselves. */
function tellFixes(
  { changed, refused, broken, texts }: Fixed,
  { targets }: Collected,
  args: CheckArguments,
  terminal: Terminal,
) {
  const { out, err } = terminal;
  const isDry = args.fix === 'dry-run';
  if (isDry) {
    const patches = targets.flatMap(({ absolute, shown }) => {
      const text = texts.get(absolute);
      return text ? [patchOf(shown, text.before, text.after)] : [];
    });
    const colors = createColors(wantsColour(args, terminal, out.isTTY));
    out.write(patches.map((patch) => (out.isTTY ? shownPatch(patch, colors) : patch)).join(''));
  }
  const files = many(changed.length, 'file');
  if (isDry) err.write(`--fix would change ${changed.length === 0 ? 'nothing' : files}. Nothing was written.\n`);
  else if (changed.length > 0) err.write(`Fixed ${files}.\n`);
  const verb = isDry ? 'would not be' : 'was not';
  for (const { shown, problem } of refused) err.write(`${safeText(shown)} ${verb} fixed: ${problem}.\n`);
  for (const shown of broken)
    err.write(`${safeText(shown)} ${verb} fixed: it has a syntax error, which only its author can put right.\n`);
}

/** What the environment says about colours; `FORCE_COLOR=0` means none. */
function colourBy(env: Terminal['env']): boolean | undefined {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.NO_COLOR ? false : undefined;
}

function wantsColour({ color }: CheckArguments, { env }: Terminal, isTTY: boolean): boolean {
  return color ?? colourBy(env) ?? isTTY;
}

function print(result: Result, destinations: readonly Destination[], args: CheckArguments, terminal: Terminal): void {
  const { out, err, cwd, today } = terminal;
  for (const { format, file } of destinations) {
    const isShown = file === undefined;
    const text = format.print(result, {
      colors: createColors(isShown && wantsColour(args, terminal, out.isTTY)),
      width: isShown && out.isTTY ? Math.max(60, out.columns) : 100,
      today,
      hash: (one, encoding) => createHash('sha256').update(one).digest(encoding),
    });
    if (isShown) out.write(text);
    else writeOutput(cwd, file, text);
  }
  err.write(summary(result, createColors(wantsColour(args, terminal, err.isTTY))) + touchedText(result));
}

function exitCode(result: Result, args: CheckArguments, collected: Collected): number {
  if (result.files.some((file) => file.findings.some(failsRun))) return 1;
  if (args.maxWarnings !== undefined && warningsIn(result) > args.maxWarnings) return 1;
  return collected.skipped.length > 0 ? 2 : 0;
}

/** All of them that are no heuristics: --quiet hides warnings and counts them still. */
function warningsIn({ files }: Result): number {
  return files.flatMap((file) => file.findings).filter((one) => one.confidence !== 'low' && one.severity === 'warning')
    .length;
}
