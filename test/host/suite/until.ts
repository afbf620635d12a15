// How does a test in the editor wait for something to become true?
import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the condition gives a value; fails, naming what it waited for, when the deadline passes. */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false | PromiseLike<T | undefined | false>,
  seconds = 20,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`);
    await pause(50);
  }
}
