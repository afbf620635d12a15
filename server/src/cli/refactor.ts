// `clinical-content fix`: certain fixes, and the larger changes that a person asks for by name.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { LoadedProject } from '../host/load';
import { decode, writeAtomic } from '../host/node-host';
import { applyEdits } from '../lint/fix';
import {
  type Refactoring,
  type RefactoringId,
  type RefactoringSubject,
  refactoringsOf,
  removalsOf,
  renumberingOf,
} from '../refactoring/table';
import { countText } from '../report/count';
import { safeText } from '../report/safe-text';
import type { Terminal } from './check';
import { type Collected, collect, type Target } from './collect';
import { fixAll } from './fix';
import { UsageError } from './options';

const HELP = `Puts right what is certain, and does what you ask for by name. Everything else in your files stays as it is.

Usage: clinical-content fix [paths] [options]

Options:
  --merge-duplicates  Keep one entry of each paper, and cite that; entries that say more than the one that stays are left
  --remove-uncited    Take entries that nothing cites out of reference files
  --renumber          Put numbered lists in the order in which they are cited
  -h, --help          Show this text
`;

/** More rounds than a file can need: each takes away an entry or settles an order. */
const ROUNDS = 100_000;

/** Texts of a project as they will be written. */
class Texts {
  readonly #root: string;
  readonly #changed = new Map<string, string>();

  constructor({ root }: LoadedProject) {
    this.#root = root;
  }

  of(path: string): string | undefined {
    const known = this.#changed.get(path);
    if (known !== undefined) return known;
    try {
      return decode(readFileSync(join(this.#root, path))).text;
    } catch {
      return undefined;
    }
  }

  set(path: string, text: string): void {
    this.#changed.set(path, text);
  }

  write(): string[] {
    for (const [path, text] of this.#changed) writeAtomic(join(this.#root, path), text);
    return [...this.#changed.keys()].map((path) => join(this.#root, path));
  }
}

/** Applies one change to the texts and to what the project knows; false when a file must stay as it is. */
function apply({ edits }: Refactoring, { project, unwritable }: LoadedProject, texts: Texts): boolean {
  const next = new Map<string, string>();
  for (const [path, list] of edits) {
    const text = texts.of(path);
    if (text === undefined || unwritable.has(path)) return false;
    next.set(path, applyEdits(text, list));
  }
  for (const [path, text] of next) {
    texts.set(path, text);
    project.update(path, text, { named: true });
  }
  return true;
}

/** What is to be done next: merging first, for what is merged need not be removed. */
function nextOf(
  subject: RefactoringSubject,
  wanted: ReadonlySet<RefactoringId>,
  refused: ReadonlySet<string>,
): { refactoring: Refactoring; count: number } | undefined {
  const isWanted = (one: Refactoring) => wanted.has(one.id) && !refused.has(one.title);
  const merge = refactoringsOf(subject).find((one) => one.id === 'merge-duplicates' && isWanted(one));
  if (merge) return { refactoring: merge, count: 1 };
  const removals = removalsOf(subject);
  if (removals && isWanted(removals.refactoring)) return removals;
  const renumbering = renumberingOf(subject);
  return renumbering && isWanted(renumbering) ? { refactoring: renumbering, count: 1 } : undefined;
}

/** Makes the wanted changes to one file until none is left. Returns how many were made. */
function refactor(target: Target, wanted: ReadonlySet<RefactoringId>, texts: Texts): number {
  const { loaded, path } = target;
  const textOf = (other: string) => texts.of(other);
  const refused = new Set<string>();
  let made = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const text = texts.of(path);
    if (text === undefined) return made;
    const { file } = loaded.project.update(path, text, { named: true });
    const findings = loaded.project.findings(path);
    const subject = { project: loaded.project, file, findings, textOf };
    const found = nextOf(subject, wanted, refused);
    if (!found) return made;
    if (apply(found.refactoring, loaded, texts)) made += found.count;
    else refused.add(found.refactoring.title);
  }
  return made;
}

/** All changes to all files asked about; files are written when the last is known. */
function refactorAll({ targets }: Collected, wanted: ReadonlySet<RefactoringId>): { made: number; files: string[] } {
  let made = 0;
  const texts = new Map<LoadedProject, Texts>();
  for (const target of targets) {
    const own = texts.get(target.loaded) ?? new Texts(target.loaded);
    texts.set(target.loaded, own);
    made += refactor(target, wanted, own);
  }
  return { made, files: [...texts.values()].flatMap((own) => own.write()) };
}

function parse(argv: readonly string[]): { paths: string[]; wanted: Set<RefactoringId>; help: boolean } {
  const flag = { type: 'boolean' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'merge-duplicates': flag,
        'remove-uncited': flag,
        renumber: flag,
        help: { ...flag, short: 'h' },
      },
    });
    const { help, ...chosen } = values;
    return {
      paths: positionals.length > 0 ? positionals : ['.'],
      wanted: new Set(Object.keys(chosen) as RefactoringId[]),
      help: help === true,
    };
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0]}. Run “clinical-content fix --help” for its options.`,
    );
  }
}

/** Runs `fix` and returns the exit code: 0 done, 2 something could not be read or written. @throws UsageError */
export async function fix(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { paths, wanted, help } = parse(argv);
  if (help) {
    terminal.out.write(HELP);
    return 0;
  }
  const { cwd, today, err } = terminal;
  const options = { cwd, today, config: undefined, ignorePatterns: [], progress: () => {} };
  const collected = await collect(paths, options);
  for (const { path, problem } of collected.skipped) err.write(`${safeText(relative(cwd, path))} ${problem}.\n`);
  const { files, refused } = fixAll(collected.targets);
  for (const { shown, problem } of refused) err.write(`${safeText(shown)} was not fixed: ${problem}.\n`);
  const done = wanted.size > 0 ? refactorAll(await collect(paths, options), wanted) : { made: 0, files: [] };
  const changed = done.files.map((path) => `Changed ${safeText(relative(cwd, path))}.\n`);
  err.write(changed.join(''));
  const counted = (count: number, one: string) => `${countText(count)} ${one}${count === 1 ? '' : 's'}`;
  err.write(
    files + done.made === 0
      ? 'Nothing to change.\n'
      : `Fixed ${counted(files, 'file')}; made ${counted(done.made, 'larger change')}.\n`,
  );
  return refused.length + collected.skipped.length > 0 ? 2 : 0;
}
