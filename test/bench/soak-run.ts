// After a long day, does the server know what a fresh one knows, in no more memory than at noon?

import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seeded, writeCorpus } from './corpus';
import { SoakEditor } from './soak-editor';

export interface Soaked {
  /** Resident memory in bytes, after each part of the day and a pause. */
  readonly memory: readonly number[];
  /** Addresses at which the two servers show something else; empty when they agree. */
  readonly differing: readonly string[];
  /** Addresses that show findings. */
  readonly shown: number;
}

/** Resident memory of a process in bytes, where the system tells it in /proc. */
function residentMemory(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Asks until both say the same, or patience ends: changes on the disk are read a moment after they are told. */
async function compared(old: SoakEditor, fresh: SoakEditor): Promise<string[]> {
  for (let tries = 40; ; tries--) {
    const [before, now] = [await old.check(), await fresh.check()];
    const uris = new Set([...old.shown.keys(), ...fresh.shown.keys()]);
    const differing = [...uris].filter((uri) => old.shown.get(uri) !== fresh.shown.get(uri));
    if (JSON.stringify(before) !== JSON.stringify(now)) differing.push(`counts: ${JSON.stringify([before, now])}`);
    if (differing.length === 0 || tries === 0) return differing;
    await pause(100);
  }
}

/** Works `parts` times `edits` steps on a made-up repository, with a pause after each part in which memory is read. */
export async function soaked(parts: number, edits: number, seed: number, pauseMs: number): Promise<Soaked> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'clinical-content-soak-')));
  writeCorpus(root, { articles: 40, references: 500 });
  const random = seeded(seed);
  const old = new SoakEditor(root, random);
  const fresh = new SoakEditor(root, random);
  try {
    await old.client.initialize(root);
    const memory: number[] = [];
    for (let part = 0; part < parts; part++) {
      for (let edit = 0; edit < edits; edit++) {
        await old.step();
        // The editor waits for the server now and then, as a person does.
        if (edit % 50 === 49) await old.check();
      }
      await pause(pauseMs);
      memory.push(residentMemory(old.client.pid));
    }
    await fresh.client.initialize(root);
    await fresh.check();
    for (const [path, { text }] of old.open) await fresh.openFile(path, text);
    return { memory, differing: await compared(old, fresh), shown: fresh.shown.size };
  } finally {
    old.client.stop();
    fresh.client.stop();
    rmSync(root, { recursive: true, force: true });
  }
}
