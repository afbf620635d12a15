// When may work that nobody waits for go on? Between keystrokes and questions, a few milliseconds at a time.

/** Work that nobody waits for goes on this long before others get their turn. */
const SLICE_MS = 5;
/** Somebody who has typed or asked within this time is about to do so again. */
const QUIET_MS = 40;
/** Longer than this it does not wait, however much is typed. */
const PATIENCE_MS = 120;

/** Shared by everything that works in the background of one server. */
export class Leisure {
  #asked = Number.NEGATIVE_INFINITY;
  #began = 0;
  #waiting: Promise<void> | undefined;

  /** Somebody typed, or asked for something. */
  asked(): void {
    this.#asked = performance.now();
  }

  /** Whether the time of this slice is over; `turn` begins the next. */
  get isOver(): boolean {
    return performance.now() - this.#began > SLICE_MS;
  }

  /** Resolves when the next slice may begin. Those who wait share it. */
  turn(): Promise<void> {
    this.#waiting ??= this.#quiet().finally(() => {
      this.#waiting = undefined;
      this.#began = performance.now();
    });
    return this.#waiting;
  }

  async #quiet(): Promise<void> {
    const latest = performance.now() + PATIENCE_MS;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const now = performance.now();
      const wait = Math.min(this.#asked + QUIET_MS, latest) - now;
      if (wait <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
