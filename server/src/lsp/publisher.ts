// In which order do findings reach the editor? The edited file at once, then other open files, then the rest when nothing else waits.

import { CodeLensRefreshRequest, type Diagnostic } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics';
import type { OpenFile } from './open-file';
import type { ProjectState } from './project-state';
import type { Session } from './session';

export class Publisher {
  readonly #session: Session;
  /** Open documents whose text has changed, in the order of their changes. */
  readonly #edited = new Set<string>();
  /** Open documents that another file's change may have touched. */
  readonly #touched = new Set<string>();
  /** Closed files to look at. */
  readonly #waiting = new Map<ProjectState, Set<string>>();
  /** Addresses that show findings now. */
  readonly #shown = new Set<string>();
  /** Open documents for which the editor has asked; from then on it is not told unasked. */
  readonly #pulled = new Set<string>();
  #isScheduled = false;
  /** Whether closed files wait for their turn. */
  #isAtLeisure = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** A document was opened or edited. */
  edited(uri: string): void {
    this.#session.leisure.asked();
    this.#edited.add(uri);
    this.#schedule();
  }

  /** Findings of these paths may differ now. */
  affected(state: ProjectState, paths: Iterable<string>): void {
    for (const path of paths) {
      const open = this.#openIn(state, path);
      if (open) this.#touched.add(open.uri);
      else this.#await(state, path);
    }
    this.#schedule();
  }

  /** Everything may differ: a project was read, or preferences changed. */
  all(): void {
    for (const uri of this.#session.documents.keys()) this.#touched.add(uri);
    const wanted = new Set<string>();
    for (const state of this.#session.states) {
      for (const path of state.project.paths) {
        wanted.add(this.#session.addressOf(state, path));
        if (!this.#openIn(state, path)) this.#await(state, path);
      }
    }
    for (const uri of [...this.#shown])
      if (!wanted.has(uri) && !this.#session.documents.get(uri)) this.#send(uri, undefined, []);
    this.#schedule();
  }

  /** A document was closed: what the editor asked for itself is gone there, so a closed file's findings are sent anew. */
  closed({ uri, state, path }: OpenFile): void {
    this.#pulled.delete(uri);
    this.#edited.delete(uri);
    this.#touched.delete(uri);
    if (state.root === undefined || !state.project.wants(path) || this.#openIn(state, path))
      this.#send(uri, undefined, []);
    else this.#await(state, path);
    this.#schedule();
  }

  /** The editor asks for an open document: what was sent for the closed file must not stand beside the answer. */
  pulled(uri: string): Diagnostic[] {
    const open = this.#session.read(uri);
    if (!open) return [];
    this.#pulled.add(uri);
    if (this.#shown.has(uri)) this.#send(uri, undefined, []);
    return this.#of(open);
  }

  /** Diagnostics of an open document as it is now. */
  #of(open: OpenFile): Diagnostic[] {
    return diagnostics(this.#session.contextOf(open), this.#session.findings(open.state, open.path));
  }

  /** Shows every finding of every project at once, whatever the preferences say. */
  everything(): void {
    for (const state of this.#session.states)
      for (const path of state.project.paths) if (!this.#openIn(state, path)) this.#publishClosed(state, path, true);
  }

  #openIn(state: ProjectState, path: string): OpenFile | undefined {
    if (state.root !== undefined) return this.#session.openAt(this.#session.world.style.join(state.root, path));
    const uri = this.#session.addressOf(state, path);
    for (const open of this.#session.openFiles) if (open.uri === uri) return open;
    return undefined;
  }

  #await(state: ProjectState, path: string): void {
    const paths = this.#waiting.get(state);
    if (paths) paths.add(path);
    else this.#waiting.set(state, new Set([path]));
  }

  #schedule(): void {
    if (this.#edited.size + this.#touched.size > 0 && !this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => {
        this.#isScheduled = false;
        this.#quietly(() => {
          if (this.#edited.size > 0) this.#editedFiles();
          else this.#touchedFiles();
        });
      });
    }
    if (this.#waiting.size > 0 && !this.#isAtLeisure) {
      this.#isAtLeisure = true;
      void this.#session.leisure.turn().then(() => {
        this.#isAtLeisure = false;
        this.#quietly(() => this.#closedFiles());
      });
    }
  }

  /** One document that cannot be looked at must not end the server. */
  #quietly(work: () => void): void {
    try {
      work();
    } catch (error) {
      const reason = error instanceof Error ? error.stack : String(error);
      this.#session.connection.console.error(`Findings could not be published: ${reason}`);
    }
    this.#schedule();
  }

  #editedFiles(): void {
    const uris = [...this.#edited];
    this.#edited.clear();
    for (const uri of uris) {
      this.#touched.delete(uri);
      const open = this.#session.read(uri);
      this.#touched.delete(uri);
      if (open) this.#publishOpen(open);
    }
  }

  #touchedFiles(): void {
    const uris = [...this.#touched];
    this.#touched.clear();
    const opened = uris.flatMap((uri) => this.#session.read(uri) ?? []);
    for (const uri of uris) this.#touched.delete(uri);
    const { client, connection } = this.#session;
    for (const open of opened) this.#publishOpen(open);
    if (opened.length > 0) this.#refreshShown();
    if (client.refreshesDiagnostics && opened.some((open) => this.#pulled.has(open.uri))) {
      // An editor that is closing down refuses; nothing is lost then.
      connection.languages.diagnostics.refresh().catch(() => {});
    }
  }

  /** What stands beside the text in open files depends on other files as well. An editor that is closing down refuses. */
  #refreshShown(): void {
    const { client, connection } = this.#session;
    if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(() => {});
  }

  #closedFiles(): void {
    for (const [state, paths] of this.#waiting) {
      for (const path of paths) {
        paths.delete(path);
        if (!this.#openIn(state, path)) this.#publishClosed(state, path, false);
        if (this.#session.leisure.isOver) return;
      }
      this.#waiting.delete(state);
    }
  }

  #publishClosed(state: ProjectState, path: string, force: boolean): void {
    const { preferences, states } = this.#session;
    const uri = this.#session.addressOf(state, path);
    if (!states.includes(state)) return;
    const wanted = (force || preferences.diagnosticsScope === 'workspace') && state.isComplete;
    const findings = wanted ? this.#session.findings(state, path) : [];
    // The lines of a closed file are read only where there is something to show.
    const lines = findings.length > 0 ? state.linesOf(path) : undefined;
    const found = lines ? diagnostics({ ...this.#session.projectContext(state), path, lines }, findings) : [];
    if (found.length > 0 || this.#shown.has(uri)) this.#send(uri, undefined, found);
  }

  /** An editor that asks by itself is told only as long as it has not asked and shows something that may be out of date. */
  #publishOpen(open: OpenFile): void {
    const waits = this.#session.client.pullsDiagnostics && (this.#pulled.has(open.uri) || !this.#shown.has(open.uri));
    if (!waits) this.#send(open.uri, open.version, this.#of(open));
  }

  #send(uri: string, version: number | undefined, found: Diagnostic[]): void {
    if (found.length > 0) this.#shown.add(uri);
    else this.#shown.delete(uri);
    void this.#session.connection.sendDiagnostics({
      uri,
      diagnostics: found,
      ...(version !== undefined && { version }),
    });
  }
}
