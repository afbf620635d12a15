// What does the server keep of one project? The project itself, and a way to the texts that its facts were read from.

import { LineIndex } from '../base/line-index';
import type { Finding } from '../lint/finding';
import type { SourceFile } from '../model/source-file';
import type { Project } from '../project/project';

/** Texts of files that are not open: read again when they are asked for, and given only if they are what the facts were read from. */
interface ClosedTexts {
  /** Fingerprints by path. */
  readonly digests: ReadonlyMap<string, string>;
  readonly digest: (text: string) => string;
  readonly read: (path: string) => string | undefined;
}

/** Lines of files that are not open, kept for those who ask for several places of one file. */
const LINES_KEPT = 64;

/**
 * Ranges in facts hold for the texts that were read, whatever has happened on disk since: a file that is another one by now has no
 * text here until it has been read again.
 */
export class ProjectState {
  /** Absolute path of the root; undefined for a document outside all folders. */
  readonly root: string | undefined;
  readonly project: Project;
  /** Whether all files have been read, so that what is missing is known to be missing. */
  readonly isComplete: boolean;
  readonly #texts = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();
  readonly #closed: ClosedTexts | undefined;

  constructor(root: string | undefined, project: Project, isComplete: boolean, closed?: ClosedTexts) {
    this.root = root;
    this.project = project;
    this.isComplete = isComplete;
    this.#closed = closed;
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

  /** Takes over the text of a file that is not open, or that it is gone. Returns the paths whose findings may differ now. */
  apply(path: string, text: string | undefined): ReadonlySet<string> {
    if (text === undefined) {
      this.forget(path);
      return this.project.remove(path);
    }
    const { file, affected } = this.project.update(path, text);
    this.keep(file);
    return affected;
  }

  /** Findings as far as they can be known: before all files are read, those that need no other file. */
  findings(path: string): Finding[] {
    return this.isComplete ? this.project.findings(path) : this.project.fileFindings(path);
  }

  forget(path: string): void {
    this.#texts.delete(path);
    this.#lines.delete(path);
  }

  textOf(path: string): string | undefined {
    return this.#texts.get(path) ?? this.#closedText(path);
  }

  #closedText(path: string): string | undefined {
    const wanted = this.#closed?.digests.get(path);
    if (wanted === undefined || !this.#closed || this.project.workspace.file(path) === undefined) return undefined;
    const text = this.#closed.read(path);
    return text !== undefined && this.#closed.digest(text) === wanted ? text : undefined;
  }

  linesOf(path: string): LineIndex | undefined {
    const known = this.#lines.get(path);
    if (known) return known;
    const text = this.textOf(path);
    if (text === undefined) return undefined;
    const lines = new LineIndex(text);
    const [oldest] = this.#lines.keys();
    if (this.#lines.size >= LINES_KEPT && oldest !== undefined) this.#lines.delete(oldest);
    this.#lines.set(path, lines);
    return lines;
  }
}
