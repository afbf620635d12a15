// When may work that nobody waits for go on? When the server is idle: between keystrokes and requests, a few milliseconds at a time.

import type { Timers } from './world';

/** Work that nobody waits for goes on this long before others get their turn. */
const SLICE_MS = 5;
/** Somebody who has typed or asked within this time is about to do so again. */
const IDLE_AFTER_MS = 40;
/** Longer than this it does not wait, however much is typed. */
const LONGEST_WAIT_MS = 120;

/** Shared by everything that works in the background of one server. */
export class Idle {
  readonly #timers: Timers;
  #lastActivity = Number.NEGATIVE_INFINITY;
  #sliceBegan = 0;
  #next: Promise<void> | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Somebody typed, or asked for something. */
  recordActivity(): void {
    this.#lastActivity = this.#timers.now();
  }

  /** Whether the time of this slice is over; `nextSlice` begins another. */
  get isSliceOver(): boolean {
    return this.#timers.now() - this.#sliceBegan > SLICE_MS;
  }

  /** Resolves when the next slice begins. Those who wait share it. */
  nextSlice(): Promise<void> {
    this.#next ??= this.#untilIdle().finally(() => {
      this.#next = undefined;
      this.#sliceBegan = this.#timers.now();
    });
    return this.#next;
  }

  async #untilIdle(): Promise<void> {
    const latest = this.#timers.now() + LONGEST_WAIT_MS;
    for (;;) {
      await this.#timers.pause();
      const wait = Math.min(this.#lastActivity + IDLE_AFTER_MS, latest) - this.#timers.now();
      if (wait <= 0) return;
      await new Promise<void>((resolve) => void this.#timers.schedule(wait, resolve));
    }
  }
}
