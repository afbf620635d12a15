// `--fix`: applies certain fixes until nothing more can be fixed, and writes each file whole or not at all.

import { readFileSync, statSync } from 'node:fs';
import { decode, writeAtomic } from '../host/node-host';
import { applyEdits, compatible } from '../lint/fix';
import type { Project } from '../project/project';
import type { Target } from './collect';

/** Rounds after which a fix that breeds new findings is given up. */
const ROUNDS = 10;

export interface Refused {
  readonly shown: string;
  readonly problem: string;
}

/** The text after all fixes of a file, and whether anything changed. The project ends up knowing the new text. */
export function fixText(project: Project, path: string, text: string, named: boolean): string {
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const findings = project.findings(path);
    // A file with a syntax error may mean something else than it seems to: nobody but its author changes it.
    if (findings.some((finding) => finding.rule === 'invalid-yaml')) return current;
    const edits = compatible(findings.flatMap((finding) => finding.fix ?? []));
    if (edits.length === 0) return current;
    const next = applyEdits(current, edits);
    if (next === current) return current;
    current = next;
    project.update(path, current, { named });
  }
  return current;
}

/** Fixes and writes the files. A file whose bytes are not UTF-8 is left alone, with the reason. */
export function fixAll(targets: readonly Target[]): { changed: string[]; refused: Refused[] } {
  const changed: string[] = [];
  const refused: Refused[] = [];
  for (const target of targets) {
    const { project, unwritable } = target.loaded;
    if (!project.findings(target.path).some((finding) => finding.fix)) continue;
    if (unwritable.has(target.path)) {
      refused.push({
        shown: target.shown,
        problem: 'it is not saved as UTF-8, and rewriting it could lose characters',
      });
      continue;
    }
    const text = textOf(target.absolute);
    if (text === undefined) {
      refused.push({ shown: target.shown, problem: 'it is gone, or may not be written' });
      continue;
    }
    const fixed = fixText(project, target.path, text, true);
    if (fixed === text) continue;
    try {
      writeAtomic(target.absolute, fixed);
      changed.push(target.absolute);
    } catch (error) {
      refused.push({
        shown: target.shown,
        problem: `it could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      });
    }
  }
  return { changed, refused };
}

/** The file's text, or undefined when it is gone or its owner has protected it against writing. */
function textOf(path: string): string | undefined {
  try {
    const isProtected = (statSync(path).mode & 0o200) === 0;
    return isProtected ? undefined : decode(readFileSync(path)).text;
  } catch {
    return undefined;
  }
}
