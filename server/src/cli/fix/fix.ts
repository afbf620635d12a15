// `--fix`: applies certain fixes until nothing more can be fixed, and writes each file whole or not at all.

import { statSync } from 'node:fs';
import { contentAt } from '../../host/node-host';
import { writeAtomic } from '../../host/node-write';
import type { Finding } from '../../lint/finding';
import { applyEdits, compatible } from '../../lint/fix';
import type { Project } from '../../project/project';
import type { Target } from '../collect';

/** Rounds after which a fix that breeds new findings is given up. */
const ROUNDS = 10;

interface UnfixedFile {
  readonly shown: string;
  readonly problem: string;
}

/** The text of a file before and after its fixes. */
interface FixedText {
  readonly before: string;
  readonly after: string;
}

export interface Fixed {
  /** Absolute paths of what was changed, or would be. */
  readonly changed: string[];
  readonly refused: UnfixedFile[];
  /** Files with a syntax error, as people see their paths: what is in them may mean something else than it seems to. */
  readonly broken: string[];
  readonly texts: ReadonlyMap<string, FixedText>;
}

interface FixOptions {
  /** Which findings are to be put right; all that can be, by default. */
  readonly only?: (finding: Finding) => boolean;
  /** Nothing is written; the projects know the new texts all the same. */
  readonly dryRun?: boolean;
}

/**
 * The text after all fixes of a file; the same text where there are none. The project ends up knowing the text. A file
 * with a syntax error may mean something else than it seems to: nobody but its author changes it, whatever the
 * configuration says of such errors.
 */
export function fixText(
  project: Project,
  path: string,
  text: string,
  named: boolean,
  only: (finding: Finding) => boolean = () => true,
): string {
  let current = text;
  // Findings are of the text as it was read; by now the file may hold another one.
  let { file } = project.update(path, current, { named });
  for (let round = 0; round < ROUNDS; round++) {
    if (file.problems.length > 0) return current;
    const fixes = project.findings(path).flatMap((finding) => (finding.fix && only(finding) ? finding.fix : []));
    const edits = compatible(fixes);
    if (edits.length === 0) return current;
    const next = applyEdits(current, edits);
    if (next === current) return current;
    ({ file } = project.update(path, next, { named }));
    if (file.problems.length > 0) {
      // What is taken away may have kept the text beside it from meaning something else, such as the end of front matter.
      project.update(path, current, { named });
      return current;
    }
    current = next;
  }
  return current;
}

/** Fixes the files and writes them. A file whose bytes are not UTF-8 is left alone, with the reason. */
export function fixAll(targets: readonly Target[], { only = () => true, dryRun = false }: FixOptions = {}): Fixed {
  const changed: string[] = [];
  const refused: UnfixedFile[] = [];
  const broken: string[] = [];
  const texts = new Map<string, FixedText>();
  for (const target of targets) {
    const { project, unwritable } = target.loaded;
    const { shown } = target;
    if (!project.findings(target.path).some((finding) => finding.fix && only(finding))) continue;
    const read = writableAt(target.absolute);
    if (read === undefined || unwritable.has(target.path) || !read.writable) {
      const problem = read
        ? 'it is not saved as UTF-8, and rewriting it could lose characters'
        : 'it is gone, or may not be written';
      refused.push({ shown, problem });
      continue;
    }
    const before = read.text;
    if (project.update(target.path, before, { named: true }).file.problems.length > 0) {
      broken.push(shown);
      continue;
    }
    const after = fixText(project, target.path, before, true, only);
    if (after === before) continue;
    try {
      if (!dryRun) writeAtomic(target.absolute, after);
      changed.push(target.absolute);
      texts.set(target.absolute, { before, after });
    } catch (error) {
      const problem = `it could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
      refused.push({ shown, problem });
      // What is reported from here on is about the text that stayed.
      project.update(target.path, before, { named: true });
    }
  }
  return { changed, refused, broken, texts };
}

/** What the file holds now; undefined when it is gone or its owner has protected it against writing. */
function writableAt(path: string): ReturnType<typeof contentAt> {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o200) === 0 ? undefined : contentAt(path);
}
