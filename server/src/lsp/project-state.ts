// What does the server keep of one project? The project itself, and the texts that its facts were read from.

import { LineIndex } from '../base/line-index';
import type { SourceFile } from '../model/source-file';
import type { Project } from '../project/project';

/**
 * Texts are kept as the index knows them: ranges in facts hold for them, whatever has happened on disk since. Facts are cut from
 * these texts, so most of the memory is shared.
 */
export class ProjectState {
  /** Absolute path of the root; undefined for a document outside all folders. */
  readonly root: string | undefined;
  readonly project: Project;
  /** Whether all files have been read, so that what is missing is known to be missing. */
  readonly isComplete: boolean;
  readonly #texts = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();

  constructor(root: string | undefined, project: Project, isComplete: boolean) {
    this.root = root;
    this.project = project;
    this.isComplete = isComplete;
  }

  setText(path: string, text: string): void {
    this.#texts.set(path, text);
    this.#lines.delete(path);
  }

  /** Takes over what was read of a file; a file that is not ours is not kept. */
  keep(file: SourceFile): void {
    if (file.facts.role === 'none') this.forget(file.path);
    else this.setText(file.path, file.text);
  }

  forget(path: string): void {
    this.#texts.delete(path);
    this.#lines.delete(path);
  }

  textOf(path: string): string | undefined {
    return this.#texts.get(path);
  }

  linesOf(path: string): LineIndex | undefined {
    const known = this.#lines.get(path);
    if (known) return known;
    const text = this.#texts.get(path);
    if (text === undefined) return undefined;
    const lines = new LineIndex(text);
    this.#lines.set(path, lines);
    return lines;
  }
}
