// Do several files get their new texts, all of them or none, whatever fails on the way?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FileOperations, type FileToWrite, WriteFailure, writeSet } from '../../../server/src/host/file-set';

interface Node {
  text: string;
  mode: number;
}

type Operation = Exclude<keyof FileOperations, 'beside' | 'wait'>;

/** Which call fails, with which code, and how. */
interface Fault {
  /** Of all calls of all operations. */
  readonly call: number;
  readonly code: string;
  /** Whether the same operation on the same path fails from then on. */
  readonly isLasting: boolean;
}

/** Files in memory; each operation can be made to fail. */
class Memory implements FileOperations {
  readonly files = new Map<string, Node>();
  readonly links = new Map<string, string>();
  calls = 0;
  waited = 0;
  hasLinks = true;
  fault: Fault | undefined;
  #broken: string | undefined;
  #beside = 0;

  #enter(operation: Operation, path: string): void {
    const what = `${operation} ${path}`;
    if (this.calls++ === this.fault?.call) {
      if (this.fault.isLasting) this.#broken = what;
      this.fail(this.fault.code);
    }
    if (what === this.#broken) this.fail(this.fault?.code ?? '');
  }
  fail(code: string): never {
    throw Object.assign(new Error(code), { code });
  }
  #find(path: string): Node {
    return this.files.get(path) ?? this.fail('ENOENT');
  }
  #put(path: string, node: Node): void {
    if (this.files.has(path)) this.fail('EEXIST');
    this.files.set(path, node);
  }
  stat(path: string) {
    this.#enter('stat', path);
    const node = this.files.get(this.links.get(path) ?? path);
    return node && { mode: node.mode, uid: 1, gid: 1 };
  }
  real(path: string) {
    this.#enter('real', path);
    return this.links.get(path) ?? path;
  }
  beside(path: string) {
    return `${path}.${this.#beside++}.tmp`;
  }
  create(path: string, bytes: string | Uint8Array, like?: { mode: number }) {
    this.#enter('create', path);
    this.#put(path, { text: String(bytes), mode: like?.mode ?? 0o644 });
  }
  copy(from: string, to: string) {
    this.#enter('copy', to);
    this.#put(to, { ...this.#find(from) });
  }
  link(from: string, to: string) {
    this.#enter('link', to);
    if (!this.hasLinks) this.fail('EPERM');
    this.#put(to, this.#find(from));
  }
  rename(from: string, to: string) {
    this.#enter('rename', to);
    this.files.set(to, this.#find(from));
    this.files.delete(from);
  }
  remove(path: string) {
    this.#enter('remove', path);
    this.files.delete(path);
  }
  wait(milliseconds: number) {
    this.waited += milliseconds;
  }
  texts(): Record<string, string> {
    return Object.fromEntries([...this.files].map(([path, { text, mode }]) => [path, `${mode} ${text}`]).sort());
  }
}

const SET: readonly FileToWrite[] = [
  { path: '/new.yaml', text: 'list', over: 'nothing' },
  { path: '/a.md', text: 'A', over: 'file' },
  { path: '/link.md', text: 'B', over: 'file' },
  { path: '/c.md', text: 'C', over: 'either' },
  { path: '/d.yaml', text: 'more', over: 'either' },
];

function memory(): Memory {
  const system = new Memory();
  for (const path of ['/a.md', '/real/b.md', '/c.md']) system.files.set(path, { text: `old ${path}`, mode: 0o640 });
  system.links.set('/link.md', '/real/b.md');
  return system;
}

const CODES = ['EACCES', 'EBUSY', 'EPERM', 'ENOSPC', 'EROFS', 'EIO', 'EDQUOT', 'EMFILE', 'ENAMETOOLONG'];

/** Writes with a fault, and says what is wrong with what is there then. */
function outcome(system: Memory, fault: Fault | undefined): { failure: WriteFailure | undefined; isWhole: boolean } {
  const before = system.texts();
  Object.assign(system, { fault, calls: 0 });
  let failure: WriteFailure | undefined;
  let leftOver: readonly string[] = [];
  try {
    leftOver = writeSet(SET, system);
  } catch (error) {
    assert.ok(error instanceof WriteFailure, String(error));
    failure = error;
    leftOver = error.leftOver;
  }
  const now = system.texts();
  const kept = new Set((failure?.unrestored ?? []).flatMap(({ oldText }) => oldText ?? []));
  for (const path of Object.keys(now).filter((one) => one.endsWith('.tmp')))
    assert.ok(kept.has(path) || leftOver.includes(path), `${path} stays and is not named`);
  if (failure) {
    const named = new Set(failure.unrestored.map(({ path }) => system.links.get(path) ?? path));
    for (const path of new Set([...Object.keys(before), ...Object.keys(now)]))
      if (!path.endsWith('.tmp') && !named.has(path)) assert.equal(now[path], before[path], `${path} is not as it was`);
    for (const { path, oldText } of failure.unrestored)
      if (oldText !== undefined) assert.equal(now[oldText], before[system.links.get(path) ?? path]);
    return { failure, isWhole: false };
  }
  for (const { path, text } of SET)
    assert.equal(now[system.links.get(path) ?? path]?.slice(4), text, `${path} has not its new text`);
  return { failure, isWhole: true };
}

describe('a set of files', () => {
  it('is written whole, each file with the mode it had, and through a link the file itself', () => {
    const system = memory();
    assert.deepEqual(outcome(system, undefined), { failure: undefined, isWhole: true });
    assert.equal(system.texts()['/real/b.md'], '416 B');
    assert.ok(!system.files.has('/link.md'));
  });

  for (const hasLinks of [true, false])
    it(`is written whole or not at all when any call fails once, ${hasLinks ? 'with' : 'without'} second names for files`, () => {
      let failed = 0;
      for (const code of CODES)
        for (let call = 0; ; call++) {
          const system = memory();
          system.hasLinks = hasLinks;
          const { failure } = outcome(system, { call, code, isLasting: false });
          if (system.calls <= call) break;
          if (!failure) continue;
          failed++;
          assert.equal(failure.code, code);
          assert.deepEqual(failure.unrestored, [], `${code} at call ${call}`);
          assert.deepEqual(failure.leftOver, []);
        }
      assert.ok(failed > 50);
    });

  it('names what could not be given its old text again, with where that lies', () => {
    let named = 0;
    for (const code of CODES)
      for (let call = 0; ; call++) {
        const system = memory();
        const { failure } = outcome(system, { call, code, isLasting: true });
        if (system.calls <= call) break;
        named += failure?.unrestored.length ?? 0;
      }
    // One place that cannot be written to is never one that was written to before.
    assert.equal(named, 0);
    const system = memory();
    const rename = system.rename.bind(system);
    // The first file is written, and cannot be taken back either.
    let tries = 0;
    system.rename = (from, to) => (tries++ === 0 ? rename(from, to) : system.fail('EIO'));
    const { failure } = outcome(system, undefined);
    assert.deepEqual(
      failure?.unrestored.map(({ path }) => path),
      ['/a.md'],
    );
  });

  it('waits for a file that another program holds for a moment, and not for a full disk', () => {
    for (const [code, isPatient] of [
      ['EBUSY', true],
      ['EPERM', true],
      ['EACCES', true],
      ['ENOSPC', false],
      ['EROFS', false],
    ] as const) {
      const system = memory();
      const rename = system.rename.bind(system);
      let left = 3;
      system.rename = (from, to) => (to === '/c.md' && left-- > 0 ? system.fail(code) : rename(from, to));
      const { isWhole } = outcome(system, undefined);
      assert.equal(isWhole, isPatient, code);
      // A full disk is waited for only while an old text is put back.
      if (isPatient) assert.ok(system.waited > 0 && system.waited < 1000);
    }
  });

  it('holds to that with any number of faults', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 60 }), fc.constantFrom(...CODES)), { maxLength: 6 }),
        fc.boolean(),
        (faults, hasLinks) => {
          const system = memory();
          system.hasLinks = hasLinks;
          const codes = new Map(faults);
          let call = 0;
          for (const name of ['stat', 'real', 'create', 'copy', 'link', 'rename', 'remove'] as const) {
            const real = system[name].bind(system) as (...args: never[]) => unknown;
            Object.assign(system, {
              [name]: (...args: never[]) => {
                const code = codes.get(call++);
                return code === undefined ? real(...args) : system.fail(code);
              },
            });
          }
          outcome(system, undefined);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes the place of nothing that must not be there, and makes nothing that must be there', () => {
    for (const [path, over, code] of [
      ['/c.md', 'nothing', 'EEXIST'],
      ['/gone.md', 'file', 'ENOENT'],
    ] as const) {
      const system = memory();
      const before = system.texts();
      assert.throws(
        () =>
          writeSet(
            [
              { path: '/a.md', text: 'A', over: 'file' },
              { path, text: 'x', over },
            ],
            system,
          ),
        (error: WriteFailure) => error.code === code && error.path === path,
      );
      assert.deepEqual(system.texts(), before);
    }
  });

  it('leaves alone what another program puts into the place of a new file meanwhile', () => {
    for (const hasLinks of [true, false]) {
      const system = memory();
      system.hasLinks = hasLinks;
      const create = system.create.bind(system);
      system.create = (path, bytes, like) => {
        create(path, bytes, like);
        if (bytes === 'more') system.files.set('/d.yaml', { text: 'theirs', mode: 0o600 });
      };
      assert.throws(() => writeSet(SET, system), { code: 'EEXIST' });
      assert.equal(system.files.get('/d.yaml')?.text, 'theirs');
      assert.equal(system.files.get('/a.md')?.text, 'old /a.md');
      assert.ok(!system.files.has('/new.yaml'));
    }
  });
});
