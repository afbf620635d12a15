// `clinical-content fix`: certain fixes, and the larger changes that a person asks for by name.

import { join, relative } from 'node:path';
import type { LoadedProject } from '../../host/load';
import { nodeHost, textAt } from '../../host/node-host';
import { protectionOf, writeFiles } from '../../host/node-write';
import { applyEdits } from '../../lint/fix';
import { MentionCount } from '../../refactoring/mention-count';
import type { FileEdits } from '../../refactoring/merge-duplicates';
import {
  type Batch,
  CONVERSIONS,
  type ConversionId,
  mergesOf,
  REFACTORINGS,
  type RefactoringId,
  type RefactoringSubject,
  removalsOf,
  renumberingOf,
} from '../../refactoring/table';
import { many } from '../../report/count';
import { safeText } from '../../report/safe-text';
import { type Collected, collect, type Target } from '../collect';
import { collectWithProgress } from '../collect-with-progress';
import { type CommandSpec, HELP_OPTION, parseOptions } from '../command';
import type { Terminal } from '../terminal';
import { unwritten } from '../unwritten';
import { UsageError } from '../usage-error';
import { convert } from './convert';
import { fixAll } from './fix';

export const FIX = {
  name: 'fix',
  summary: 'Put right what is certain; tidy up references on request',
  usage: '[PATH...] [options]',
  operands: 'paths',
  about: [
    'Puts right what is certain, and does what you ask for by name. Everything else in your files stays as it is.',
    'A PATH is a file or a folder; without any, the current folder is taken. --to-numbers and --to-keys take the articles that you name, do nothing else, and change all of them or none. Reference files stay as they are.',
  ],
  options: {
    'merge-duplicates': {
      type: 'boolean',
      help: 'Keep one entry of each paper, and cite that; entries that say more than the one that stays are left',
    },
    'remove-uncited': { type: 'boolean', help: 'Take entries that nothing cites out of reference files' },
    renumber: { type: 'boolean', help: 'Put numbered lists in the order in which they are cited' },
    'to-numbers': {
      type: 'boolean',
      help: 'Let articles cite by numbers, each with a list of its references at the end',
    },
    'to-keys': {
      type: 'boolean',
      help: 'Let articles cite by keys, the list of each in a new reference file beside it',
    },
    ...HELP_OPTION,
  },
  examples: [
    { line: 'fix articles', help: 'What is certain, in one folder; the same as check --fix' },
    { line: 'fix --merge-duplicates --remove-uncited', help: 'Tidy up the references of the whole repository' },
    { line: 'fix --to-keys articles/pain.md', help: 'Keys for the numbers of one article' },
  ],
  exitCodes: [
    ['0', 'It was done, or there was nothing to do.'],
    ['2', 'Something could not be read or written, or was refused.'],
  ],
} as const satisfies CommandSpec;

/** Rounds after which changes that breed more changes are given up. */
const ROUNDS = 50;

/** ProjectTexts of a project as they will be written, and how often each key is written in any of its files. */
class ProjectTexts {
  readonly mentions = new MentionCount();
  readonly #loaded: LoadedProject;
  readonly #changed = new Map<string, string>();

  constructor(loaded: LoadedProject, files: readonly string[]) {
    this.#loaded = loaded;
    for (const file of files) {
      const text = textAt(file) ?? '';
      // Pictures and the like name no key.
      if (!text.includes('\0')) this.mentions.add(text);
    }
  }

  of(path: string): string | undefined {
    return this.#changed.get(path) ?? textAt(join(this.#loaded.root, path));
  }

  /** Whether a file may be changed: it is the project's own, not protected, and of bytes that can be written as they were. */
  #mayChange(path: string): boolean {
    const { root, unwritable } = this.#loaded;
    return !unwritable.has(path) && protectionOf(root, join(root, path)) === undefined;
  }

  /** Takes over the edits of all files, or of none. Returns the paths that changed; undefined when a file must stay as it is. */
  apply(edits: FileEdits): string[] | undefined {
    const next = new Map<string, string>();
    for (const [path, list] of edits) {
      const text = this.of(path);
      if (text === undefined || !this.#mayChange(path)) return undefined;
      next.set(path, applyEdits(text, list));
    }
    for (const [path, text] of next) {
      this.mentions.remove(this.of(path) ?? '');
      this.mentions.add(text);
      this.#changed.set(path, text);
    }
    return [...next.keys()];
  }

  get changed(): ReadonlyMap<string, string> {
    return new Map([...this.#changed].map(([path, text]) => [join(this.#loaded.root, path), text]));
  }
}

/** What is to be done next in a file: merging first, for what is merged need not be removed. */
function nextOf(subject: RefactoringSubject, wanted: ReadonlySet<RefactoringId>): Batch | undefined {
  const merges = wanted.has('merge-duplicates') ? mergesOf(subject) : undefined;
  const removals = merges || !wanted.has('remove-uncited') ? undefined : removalsOf(subject);
  if (merges ?? removals) return merges ?? removals;
  const renumbering = wanted.has('renumber') ? renumberingOf(subject) : undefined;
  return renumbering && { id: renumbering.id, edits: renumbering.edits, count: 1 };
}

/** Makes the wanted changes to one file until none is left. Returns how many were made. */
function refactor({ loaded, path }: Target, wanted: ReadonlySet<RefactoringId>, texts: ProjectTexts): number {
  const { project } = loaded;
  const open = new Set(wanted);
  let made = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const text = texts.of(path);
    if (text === undefined) return made;
    const { file } = project.update(path, text, { named: true });
    const mentionsOf = (key: string) => texts.mentions.of(key);
    const subject = {
      project,
      file,
      findings: project.findings(path),
      textOf: (other: string) => texts.of(other),
      mentionsOf,
    };
    const found = nextOf(subject, open);
    if (!found) return made;
    const changed = texts.apply(found.edits);
    // What a protected file is in the way of is not tried again.
    if (!changed) open.delete(found.id);
    else made += found.count;
    for (const other of changed ?? []) project.update(other, texts.of(other) ?? '', { named: true });
  }
  return made;
}

/** Why the whole of a repository is not known, so that nothing may be merged or removed; undefined when it is. */
async function unknownPart(
  { projects, skipped }: Collected['all'],
  shown: (path: string) => string,
): Promise<string | undefined> {
  const [first] = skipped;
  if (first) return `${shown(first.path)} could not be read`;
  for (const { root } of projects) {
    const marks = ['.git', 'clinical-content.yaml', 'clinical-content.yml'];
    const isTop = await Promise.all(marks.map((mark) => nodeHost.exists(join(root, mark))));
    if (!isTop.includes(true))
      return `${shown(root) || 'This folder'} may be a part of something larger. Put a clinical-content.yaml into the top folder`;
  }
  return undefined;
}

/** All changes to all files asked about. They are written when the last is known: every file, or none. */
async function refactorAll(
  { targets }: Collected,
  wanted: ReadonlySet<RefactoringId>,
): Promise<{ made: number; files: string[] }> {
  let made = 0;
  const texts = new Map<LoadedProject, ProjectTexts>();
  for (const target of targets) {
    const { loaded } = target;
    const own = texts.get(loaded) ?? new ProjectTexts(loaded, await nodeHost.list(loaded.root, () => {}));
    texts.set(loaded, own);
    made += refactor(target, wanted, own);
  }
  const changed = new Map([...texts.values()].flatMap((own) => [...own.changed]));
  writeFiles([...changed].map(([path, text]) => ({ path, text, over: 'file' })));
  return { made, files: [...changed.keys()] };
}

interface FixArguments {
  readonly paths: readonly string[];
  readonly wanted: ReadonlySet<RefactoringId>;
  readonly conversion: ConversionId | undefined;
}

function parse(argv: readonly string[]): FixArguments {
  const { values, positionals } = parseOptions(FIX, argv);
  const wanted = new Set(REFACTORINGS.filter((id) => values[id]));
  const [conversion, ...others] = CONVERSIONS.filter((id) => values[id]);
  if (conversion && wanted.size + others.length > 0)
    throw new UsageError(`--${conversion} is done by itself. Run “clinical-content fix” again for the other options.`);
  const paths = positionals.length > 0 || conversion ? positionals : ['.'];
  return { paths, wanted, conversion };
}

/** Runs `fix` and returns the exit code: 0 done, 2 something could not be read or written. @throws UsageError */
export async function fix(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { paths, wanted, conversion } = parse(argv);
  if (conversion) return convert(conversion, paths, terminal);
  const { cwd, err } = terminal;
  const again = () => collect(paths, terminal);
  const shown = (path: string) => safeText(relative(cwd, path));
  const collected = await collectWithProgress(paths, terminal);
  const unknown =
    wanted.has('merge-duplicates') || wanted.has('remove-uncited')
      ? await unknownPart(collected.all, shown)
      : undefined;
  if (unknown !== undefined)
    throw new UsageError(`Nothing was changed, for an entry may be needed where nobody looked. ${unknown}.`);
  const fixed = new Set<string>();
  const changed = new Set<string>();
  let made = 0;
  let refused = fixAll(collected.targets);
  for (const path of refused.changed) fixed.add(path);
  // A larger change can leave something to fix, such as a paper that is now cited twice in one place.
  let failure: unknown;
  for (let before = -1; wanted.size > 0 && made !== before; ) {
    before = made;
    const done = await refactorAll(await again(), wanted).catch((error: unknown) => {
      failure = error;
      return { made: 0, files: [] };
    });
    made += done.made;
    for (const path of done.files) changed.add(path);
    if (done.made === 0) break;
    refused = fixAll((await again()).targets);
    for (const path of refused.changed) fixed.add(path);
  }
  for (const one of refused.refused) err.write(`${safeText(one.shown)} was not fixed: ${one.problem}.\n`);
  for (const path of [...changed].sort()) err.write(`Changed ${shown(path)}.\n`);
  const isUntouched = fixed.size + made === 0;
  if (!isUntouched) err.write(`Fixed ${many(fixed.size, 'file')}; made ${many(made, 'larger change')}.\n`);
  if (failure) throw unwritten(failure, cwd, isUntouched ? 'Nothing was changed' : 'No more was changed');
  if (isUntouched) err.write('Nothing to change.\n');
  return refused.refused.length + collected.skipped.length > 0 ? 2 : 0;
}
