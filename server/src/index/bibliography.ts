// Which files do articles name as their bibliographies, and whose references may they cite therefore?

import { folderOf, resolvePath } from '../base/path';
import type { FileFacts } from '../model/facts';

export class Bibliographies {
  readonly #hasPath: (path: string) => boolean;
  /** What the article last asked about may cite: its citations are asked about one after the other. */
  #last: { readonly facts: FileFacts; readonly paths: ReadonlySet<string> | undefined } | undefined;

  constructor(hasPath: (path: string) => boolean) {
    this.#hasPath = hasPath;
  }

  /** Files have come or gone. */
  forget(): void {
    this.#last = undefined;
  }

  /** Files whose references an article may cite; undefined for all, also where one that it names is not there. */
  scopeOf(facts: FileFacts): ReadonlySet<string> | undefined {
    const listed = facts.article?.bibliography;
    if (!listed) return undefined;
    if (this.#last?.facts !== facts) {
      const paths = listed.flatMap((one) => this.pathOf(facts.path, one.path) ?? []);
      this.#last = { facts, paths: paths.length === listed.length ? new Set([...paths, facts.path]) : undefined };
    }
    return this.#last.paths;
  }

  /** A bibliography as an article names it: relative to the article, or to the project's root, as pandoc's users do both. */
  pathOf(from: string, written: string): string | undefined {
    const near = resolvePath(folderOf(from), written);
    if (near !== undefined && this.#hasPath(near)) return near;
    const root = resolvePath('', written);
    return root !== undefined && this.#hasPath(root) ? root : undefined;
  }
}
