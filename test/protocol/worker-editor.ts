// What does an editor do to a server in a web worker? A small one for tests; the worker has what browsers give one, and nothing of Node.

import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The server and all it needs in one script, as a web page would load it. */
export async function workerScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/protocol/worker-main.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    loader: { '.jsonl': 'text', '.css': 'text' },
    define: { CLINICAL_CONTENT_VERSION: '"0.0.0"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Of what the server uses or may use; `self`, `globalThis` and the language itself come with every context. */
const WORKER_GLOBALS = {
  setTimeout,
  clearTimeout,
  queueMicrotask,
  structuredClone,
  TextEncoder,
  TextDecoder,
  performance,
  URL,
  console,
  crypto,
  MessageChannel,
  // For errors of the port, of which there are none.
  addEventListener() {},
};

/** A server in a context of its own, joined by messages that are copied as a worker's are. */
export class WorkerEditor {
  readonly notifications: Message[] = [];
  readonly #context: object;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #waiting = new Set<() => void>();
  #count = 0;

  constructor(script: string) {
    const postMessage = (message: unknown) => {
      // A copy as a port makes it: what cannot be copied is refused.
      const copy = structuredClone(message) as Message;
      setImmediate(() => this.#receive(copy));
    };
    this.#context = createContext({ ...WORKER_GLOBALS, postMessage });
    runInContext('globalThis.self = globalThis', this.#context);
    runInContext(script, this.#context);
  }

  /** The value of an expression in the worker. */
  evaluate(expression: string): unknown {
    return runInContext(expression, this.#context);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result as T)));
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** The last notification of a kind that makes a condition hold; waits for it. */
  async until<T>(method: string, isIt: (params: T) => boolean): Promise<T> {
    const find = () => this.notifications.findLast((one) => one.method === method && isIt(one.params as T));
    for (let found = find(); ; found = find()) {
      if (found) return found.params as T;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    // The worker's own objects, as a browser would make them there.
    setImmediate(() => runInContext(`onmessage({ data: JSON.parse(${JSON.stringify(text)}) })`, this.#context));
  }

  #receive(message: Message): void {
    if (message.method === undefined) this.#answers.get(message.id ?? 0)?.(message);
    else this.notifications.push(message);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
