// `--fix`: applies certain fixes until nothing more can be fixed, and writes each file whole or not at all.

import { WriteFailure } from '../../host/file-set';
import { contentAt } from '../../host/node-host';
import { protectionOf, writeFiles } from '../../host/node-write';
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

/** Why a file is not changed; undefined where it may be. */
function refusalOf({ loaded: { root, unwritable }, path, absolute }: Target): string | undefined {
  if (unwritable.has(path) || contentAt(absolute)?.writable === false)
    return 'it is not saved as UTF-8, and rewriting it could lose characters';
  return protectionOf(root, absolute);
}

/**
 * Fixes the files and writes them, when all that is to be changed is known. A file whose bytes are not UTF-8, that is protected or
 * that lies elsewhere is left alone, with the reason.
 */
export function fixAll(targets: readonly Target[], { only = () => true, dryRun = false }: FixOptions = {}): Fixed {
  const refused: UnfixedFile[] = [];
  const broken: string[] = [];
  const fixed: { readonly target: Target; readonly text: FixedText }[] = [];
  for (const target of targets) {
    const { project } = target.loaded;
    const { shown } = target;
    if (!project.findings(target.path).some((finding) => finding.fix && only(finding))) continue;
    const problem = refusalOf(target);
    const before = contentAt(target.absolute)?.text;
    if (problem !== undefined || before === undefined) {
      refused.push({ shown, problem: problem ?? 'it could not be read again' });
      continue;
    }
    if (project.update(target.path, before, { named: true }).file.problems.length > 0) {
      broken.push(shown);
      continue;
    }
    const after = fixText(project, target.path, before, true, only);
    if (after !== before) fixed.push({ target, text: { before, after } });
  }
  const texts = new Map<string, FixedText>();
  for (const { target, text } of fixed) {
    const problem = dryRun ? undefined : write(target.absolute, text.after);
    if (problem === undefined) {
      texts.set(target.absolute, text);
      continue;
    }
    refused.push({ shown: target.shown, problem });
    // What is reported from here on is about the text that stayed.
    target.loaded.project.update(target.path, text.before, { named: true });
  }
  return { changed: [...texts.keys()], refused, broken, texts };
}

/** What went wrong; undefined when the file has its new text. */
function write(path: string, text: string): string | undefined {
  try {
    writeFiles([{ path, text, over: 'file' }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    return `it could not be written (${error.code})`;
  }
}
