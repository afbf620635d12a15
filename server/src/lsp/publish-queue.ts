// What is to be published next? Documents that were edited, then open documents that a change touched, then closed files.

import type { ProjectState } from './project-state';

/** A file of a project. */
export interface QueuedFile {
  readonly state: ProjectState;
  readonly path: string;
}

/** Holds each document and file once, however often it is put in. One consumer takes open documents out, another closed files. */
export class PublishQueue {
  /** Open documents whose text has changed, in the order of their changes. */
  readonly #edited = new Set<string>();
  /** Open documents that another file's change may have touched. */
  readonly #touched = new Set<string>();
  readonly #closed = new Map<ProjectState, Set<string>>();
  readonly #openArrival = new Arrival();
  readonly #closedArrival = new Arrival();

  addEdited(uri: string): void {
    this.#edited.add(uri);
    this.#openArrival.notify();
  }

  addTouched(uri: string): void {
    this.#touched.add(uri);
    this.#openArrival.notify();
  }

  addClosed({ state, path }: QueuedFile): void {
    const paths = this.#closed.get(state);
    if (paths) paths.add(path);
    else this.#closed.set(state, new Set([path]));
    this.#closedArrival.notify();
  }

  /** A document is closed, or has been published. */
  remove(uri: string): void {
    this.#edited.delete(uri);
    this.#touched.delete(uri);
  }

  /** Resolves after the pause that begins when a document waits. */
  untilOpen(pause: () => Promise<void>): Promise<void> {
    return this.#openArrival.wait(this.#edited.size + this.#touched.size > 0, pause);
  }

  /** Resolves after the pause that begins when a closed file waits. */
  untilClosed(pause: () => Promise<void>): Promise<void> {
    return this.#closedArrival.wait(this.#closed.size > 0, pause);
  }

  /** Takes out what was edited; where nothing was, what was touched. */
  takeOpen(): { readonly uris: readonly string[]; readonly areEdited: boolean } {
    const areEdited = this.#edited.size > 0;
    const from = areEdited ? this.#edited : this.#touched;
    const uris = [...from];
    from.clear();
    return { uris, areEdited };
  }

  /** Takes out closed files one by one, for as long as the consumer goes on. */
  *takeClosed(): Generator<QueuedFile> {
    for (const [state, paths] of this.#closed) {
      for (const path of paths) {
        paths.delete(path);
        yield { state, path };
      }
      this.#closed.delete(state);
    }
  }
}

/** Lets one consumer wait. The pause begins at once when something arrives, so that it ends before the next message is taken in. */
class Arrival {
  #begin: (() => void) | undefined;

  notify(): void {
    this.#begin?.();
    this.#begin = undefined;
  }

  wait(isThere: boolean, pause: () => Promise<void>): Promise<void> {
    if (isThere) return pause();
    return new Promise((resolve) => {
      this.#begin = () => resolve(pause());
    });
  }
}
