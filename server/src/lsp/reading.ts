// When are the files of a folder read, and what happens to changes that arrive meanwhile?

import type { FileEvent, WorkDoneProgressReporter } from 'vscode-languageserver';
import { prepareSearch } from '../features/reference-search';
import type { Folder } from './folder';
import { STATUS_METHOD, type StatusParams } from './protocol';
import type { Publisher } from './publisher';
import type { Session } from './session';

/** Edits of the configuration come letter by letter; the repository is read again when they pause. */
const PAUSE_MS = 250;

export class Reading {
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #timers = new Map<Folder, NodeJS.Timeout>();
  readonly #running = new Map<Folder, Promise<void>>();
  /** Changes on disk that came while a folder was being read. */
  readonly #late = new Map<Folder, FileEvent[]>();
  onLate: (folder: Folder, events: readonly FileEvent[]) => void = () => {};

  constructor(session: Session, publisher: Publisher) {
    this.#session = session;
    this.#publisher = publisher;
  }

  /** Reads a folder soon, once, however often it is asked for. */
  soon(folder: Folder): void {
    clearTimeout(this.#timers.get(folder));
    this.#timers.set(
      folder,
      setTimeout(() => void this.now(folder), PAUSE_MS),
    );
  }

  /** Reads a folder. */
  now(folder: Folder): Promise<void> {
    clearTimeout(this.#timers.get(folder));
    const running = this.#read(folder).catch((error: unknown) => {
      this.#session.connection.console.error(`Reading ${folder.root} failed: ${String(error)}`);
    });
    this.#running.set(folder, running);
    return running;
  }

  /** When everything that is being read has been read. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  /** Whether a folder is being read; then its changes are kept for later. */
  defer(folder: Folder, event: FileEvent): boolean {
    if (!folder.isReading) return false;
    const late = this.#late.get(folder);
    if (late) late.push(event);
    else this.#late.set(folder, [event]);
    return true;
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const folder of this.#session.folders) folder.close();
  }

  async #read(folder: Folder): Promise<void> {
    const session = this.#session;
    this.#tell('reading');
    const progress = await this.#progress();
    const isCurrent = await folder.read({
      overlay: (path) => session.overlay(path),
      progress: (done, all) => progress?.report(Math.round((100 * done) / all), `${done} of ${all} files`),
    });
    progress?.done();
    if (!isCurrent || !session.folders.includes(folder)) return;
    this.#publisher.all();
    this.#tell(session.folders.some((one) => one.isReading) ? 'reading' : 'ready');
    await this.#prepare(folder);
    const late = this.#late.get(folder) ?? [];
    this.#late.delete(folder);
    if (late.length > 0) this.onLate(folder, late);
  }

  /** Citations are searched from the first letter on: what that needs is made while nobody waits. */
  async #prepare(folder: Folder): Promise<void> {
    for (const { project } of folder.states) {
      for (const facts of [...project.workspace.files]) {
        for (const _ of prepareSearch(facts)) if (this.#session.leisure.isOver) await this.#session.leisure.turn();
      }
    }
  }

  async #progress(): Promise<WorkDoneProgressReporter | undefined> {
    if (!this.#session.client.workDoneProgress) return undefined;
    const progress = await this.#session.connection.window.createWorkDoneProgress();
    progress.begin('Clinical Content: reading files', 0, undefined, false);
    return progress;
  }

  #tell(state: StatusParams['state']): void {
    const files = this.#session.states.reduce((sum, one) => sum + [...one.project.paths].length, 0);
    const params: StatusParams = { state, files };
    void this.#session.connection.sendNotification(STATUS_METHOD, params);
  }
}
