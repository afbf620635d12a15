// A language client of a few lines: enough to time a server over stdio.

import { type ChildProcess, spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

export interface Diagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

export class LanguageClient {
  readonly started = performance.now();
  readonly connection: MessageConnection;
  readonly #child: ChildProcess;
  /** Resolves when the server has read the whole workspace. */
  readonly indexed: Promise<void>;
  readonly #waiting = new Set<(diagnostics: Diagnostics) => void>();

  constructor(script: string) {
    const env = { ...process.env };
    // It adds a tenth of a second to each start of Node.
    delete env.NODE_EXTRA_CA_CERTS;
    this.#child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], env });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout as NodeJS.ReadableStream),
      new StreamMessageWriter(this.#child.stdin as NodeJS.WritableStream),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Diagnostics) => {
      for (const listen of [...this.#waiting]) listen(params);
    });
    this.indexed = new Promise((done) => {
      this.connection.onNotification('$/progress', (params: { value?: { kind?: string } }) => {
        if (params.value?.kind === 'end') done();
      });
    });
    this.connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
      params.items.map(() => ({})),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.listen();
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  async initialize(folder: string): Promise<number> {
    const uri = `file://${folder}`;
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        workspace: { workspaceFolders: true, configuration: true },
        textDocument: { publishDiagnostics: { versionSupport: true } },
        window: { workDoneProgress: true },
      },
    });
    const took = performance.now() - this.started;
    await this.connection.sendNotification('initialized', {});
    return took;
  }

  /** Resolves with the next diagnostics for which `wanted` holds. */
  next(wanted: (diagnostics: Diagnostics) => boolean): Promise<Diagnostics> {
    return new Promise((resolve) => {
      const listen = (diagnostics: Diagnostics) => {
        if (!wanted(diagnostics)) return;
        this.#waiting.delete(listen);
        resolve(diagnostics);
      };
      this.#waiting.add(listen);
    });
  }

  open(uri: string, languageId: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Types `insert` at a position and waits for the diagnostics of that version. Milliseconds. */
  async type(
    uri: string,
    version: number,
    position: { line: number; character: number },
    insert: string,
  ): Promise<number> {
    const answered = this.next((one) => one.uri === uri && one.version === version);
    const start = performance.now();
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: insert }],
    });
    await answered;
    return performance.now() - start;
  }

  async request(method: string, params: unknown): Promise<{ took: number; result: unknown }> {
    const start = performance.now();
    const result = await this.connection.sendRequest(method, params);
    return { took: performance.now() - start, result };
  }

  stop(): void {
    this.connection.dispose();
    this.#child.kill('SIGKILL');
  }
}
