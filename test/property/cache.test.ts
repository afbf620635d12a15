import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import fc from 'fast-check';
import { type CachePort, cacheBytes, FactCache, type ProjectToKeep } from '../../server/src/host/fact-cache';
import type { Host } from '../../server/src/host/host';
import { type LoadedProject, load, pathsOf, summaryIn } from '../../server/src/host/load';
import { RULES } from '../../server/src/rules/table';
import { change } from './repository';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);
const CACHE = '/repository/.cache';

/** A file system in memory, with a clock that the test moves. */
class Disk implements Host, CachePort {
  readonly files = new Map<string, { text: string; time: number; changed: number; isLocked?: boolean }>();
  clock = 1_000_000;
  #changes = 0;

  /** With `time`, as a program writes that sets the time of what it unpacks. */
  write(path: string, text: string, time = this.clock): void {
    this.files.set(`/repository/${path}`, { text, time, changed: ++this.#changes });
  }
  lock(path: string): void {
    const file = this.files.get(`/repository/${path}`);
    if (file) Object.assign(file, { isLocked: true, changed: ++this.#changes });
  }
  async list() {
    return [...this.files.keys()].sort();
  }
  async lists() {
    return true;
  }
  async read(path: string) {
    const file = this.files.get(path);
    return file && !file.isLocked ? { text: file.text, writable: true } : { problem: 'may not be read' };
  }
  async exists(path: string) {
    return this.files.has(path);
  }
  stat(path: string) {
    const file = this.files.get(path);
    return file && { size: file.text.length, time: file.time, changed: file.changed };
  }
  digest(data: string | Uint8Array) {
    return createHash('sha1').update(data).digest('base64');
  }
  fingerprint(path: string) {
    const file = this.files.get(path);
    return file && !file.isLocked ? this.digest(file.text) : undefined;
  }
  now() {
    return this.clock;
  }
}

const style = { dirname: posix.dirname, join: posix.join, relative: posix.relative };

async function check(
  disk: Disk,
  today: string,
  bytes?: Uint8Array,
  mayStand = true,
  named: ReadonlySet<string> = new Set(),
): Promise<LoadedProject[]> {
  const cache = bytes && FactCache.read(bytes, disk);
  const cached = { cache, port: disk, path: CACHE, folder: '/repository', build: 'test', mayStand };
  const isCached = bytes !== undefined;
  const options = { rules: RULES, today, named, ...(isCached && { cached }) };
  return (await load('/repository', disk, style, options)).projects;
}

function findings(projects: readonly LoadedProject[]): unknown {
  const plain = JSON.stringify(
    projects.flatMap((one) => [...pathsOf(one)].sort().map((path) => [one.root, path, summaryIn(one, path)])),
  );
  return JSON.parse(plain);
}

const step = fc.record({
  changes: fc.array(
    fc.oneof<fc.MaybeWeightedArbitrary<[string, string | null]>[]>(
      { arbitrary: change, weight: 9 },
      {
        arbitrary: fc.tuple(
          fc.constant('clinical-content.yaml'),
          fc.option<string>(
            fc.constantFrom('language: en-GB\n', 'rules:\n  uncited-reference: off\n', 'ignore: [b.md]\n'),
          ),
        ),
        weight: 1,
      },
    ),
    { maxLength: 6 },
  ),
  touched: fc.boolean(),
  unpacked: fc.boolean(),
  locked: fc.option(fc.constantFrom('a.md', 'b.md', 'r.yaml', 'refs.yaml')),
  named: fc.subarray(['/repository/notes.txt', '/repository/a.md']),
  pause: fc.constantFrom(0, 1, 10_000),
  today: fc.constantFrom('2026-01-01', '2026-01-01', '2030-01-01'),
  mayStand: fc.boolean(),
});

describe('a check with a cache', () => {
  it('finds after any changes what a check without one finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const disk = new Disk();
        let bytes: Uint8Array = new Uint8Array();
        disk.write('notes.txt', 'Pain [@smith-2021] and IL6.\n');
        for (const { changes, touched, unpacked, locked, named, pause, today, mayStand } of steps) {
          disk.clock += pause;
          for (const [path, text] of changes) {
            if (text === null) disk.files.delete(`/repository/${path}`);
            else disk.write(path, text, unpacked ? 1 : disk.clock);
          }
          if (touched) for (const file of disk.files.values()) file.time = disk.clock;
          if (locked !== null) disk.lock(locked);
          const asked = new Set(named.filter((path) => disk.files.has(path)));
          const projects = await check(disk, today, bytes, mayStand, asked);
          assert.deepEqual(findings(projects), findings(await check(disk, today, undefined, true, asked)));
          disk.clock += pause;
          if (!projects.every((one) => one.isKept))
            bytes = cacheBytes(
              projects.flatMap((one) => one.keep?.() ?? []),
              disk,
            );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('reads nothing again when nothing has changed, and only what has changed otherwise', async () => {
    const disk = new Disk();
    disk.write('a.md', '---\nkind: article\ntitle: T\n---\n\nPain [@smith-2021].\n');
    disk.write('b.md', '---\nkind: article\ntitle: U\n---\n\nPain [@doe-2019].\n');
    for (let i = 0; i < 10; i++) disk.write(`r${i}.yaml`, `references:\n  - id: smith-${i}\n    title: A title\n`);
    disk.clock += 10_000;
    const first = await check(disk, '2026-01-01', new Uint8Array());
    const bytes = cacheBytes(
      first.flatMap((one) => one.keep?.() ?? []),
      disk,
    );
    const read: string[] = [];
    const { read: plain } = disk;
    disk.read = (path) => {
      read.push(path);
      return plain.call(disk, path);
    };
    const [second] = await check(disk, '2026-01-01', bytes);
    assert.deepEqual(read, []);
    assert.equal(second?.standing?.size, 12);
    assert.equal(second?.isKept, true);
    disk.write('b.md', '---\nkind: article\ntitle: U\n---\n\nPain [@smith-2021].\n');
    const [third] = await check(disk, '2026-01-01', bytes);
    assert.deepEqual(read, ['/repository/b.md']);
    assert.equal(third?.standing, undefined);
    assert.equal(third?.project.findings('b.md').length, 2);
  });

  it('finds the same when any byte of the cache was changed', async () => {
    const disk = new Disk();
    disk.write('a.md', '---\nkind: article\ntitle: T\n---\n\nPain [@smith-2021] and IL6.\n');
    disk.write('r.yaml', 'references:\n  - id: smith-2012\n    title: A title\n');
    disk.clock += 10_000;
    const first = await check(disk, '2026-01-01', new Uint8Array());
    const wanted = findings(first);
    const bytes = cacheBytes(
      first.flatMap((one) => one.keep?.() ?? []),
      disk,
    );
    for (let at = 0; at < bytes.length; at++) {
      const broken = bytes.slice();
      broken[at] = (broken[at] as number) ^ 5;
      assert.deepEqual(findings(await check(disk, '2026-01-01', broken, false)), wanted, `byte ${at}`);
    }
  });

  it('is no worse for a cache that says what none can, though it be whole', async () => {
    const disk = new Disk();
    disk.write('a.md', '---\nkind: article\ntitle: T\n---\n\nPain [@smith-2021] and IL6.\n');
    disk.clock += 10_000;
    const first = await check(disk, '2026-01-01', new Uint8Array());
    const wanted = findings(first);
    const [project] = first.flatMap((one) => one.keep?.() ?? []);
    const poison = (change: object) => [cacheBytes([{ ...project, ...change } as ProjectToKeep], disk)];
    const [file] = project?.files ?? [];
    for (const bytes of [
      ...poison({ files: [{ file: { path: 5 } }] }),
      ...poison({ files: [{ file: { ...file?.file, summary: null }, facts: undefined }] }),
      ...poison({ files: [{ file: { ...file?.file, summary: {} }, facts: undefined }] }),
      ...poison({ files: [{ file: { ...file?.file, summary: { findings: [{}] } }, facts: undefined }] }),
      ...poison({ others: 5 }),
      ...poison({ others: [null] }),
    ])
      assert.deepEqual(findings(await check(disk, '2026-01-01', bytes)), wanted);
  });
});
