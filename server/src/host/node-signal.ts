// What happens to a signal that comes while files are being written? It waits until they are whole, and ends the program then.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let holders = 0;
let received: NodeJS.Signals | undefined;

function take(signal: NodeJS.Signals): void {
  received ??= signal;
}

function letGo(): void {
  if (--holders > 0) return;
  for (const signal of SIGNALS) process.off(signal, take);
  // As if nobody had listened: the exit code says by which signal it ended.
  if (received) process.kill(process.pid, received);
}

/** Does something that no signal interrupts. One that has come meanwhile ends the program at its next turn. */
export function holdingSignals<T>(work: () => T): T {
  if (holders++ === 0) for (const signal of SIGNALS) process.on(signal, take);
  try {
    return work();
  } finally {
    // Signals are told of between two turns: the first may have begun already.
    setImmediate(() => setImmediate(letGo));
  }
}
