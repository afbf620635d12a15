// How do several files get their new texts, all of them or none? Whatever fails on the way, each file ends as it was, or is named.

/** What is known of a file that is there. */
export interface FileStats {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** What writing needs of a file system. Everything throws an error with a `code`; a path is absolute. */
export interface FileOperations {
  /** Undefined where nothing is; links are followed. */
  stat(path: string): FileStats | undefined;
  /** Where a path leads through links. */
  real(path: string): string;
  /** A path beside this one at which nothing is. */
  beside(path: string): string;
  /** Makes a file with these bytes on the disk, and with mode and owner of `like`. @throws with code EEXIST where something is */
  create(path: string, bytes: string | Uint8Array, like?: FileStats): void;
  /** Makes a copy of a file, with its mode and owner. @throws with code EEXIST where something is */
  copy(from: string, to: string): void;
  /** Gives a file another name as well. @throws with code EEXIST where something is */
  link(from: string, to: string): void;
  /** Takes the place of what is there. */
  rename(from: string, to: string): void;
  /** Nothing happens where nothing is. */
  remove(path: string): void;
  wait(milliseconds: number): void;
}

export interface FileToWrite {
  readonly path: string;
  readonly text: string | Uint8Array;
  /** What must be there: a file, nothing, or either. */
  readonly over: 'file' | 'nothing' | 'either';
}

/** A file that could not be given its old text again. */
interface Unrestored {
  readonly path: string;
  /** Where its old text lies; undefined for a file that is new and could not be taken away. */
  readonly oldText: string | undefined;
}

/** Nothing was written, but for what is named here. */
export class WriteFailure extends Error {
  /** As the system says it, such as ENOSPC. */
  readonly code: string;
  /** The file at which it came to that. */
  readonly path: string;
  readonly unrestored: readonly Unrestored[];
  /** Unfinished files that could not be taken away. */
  readonly leftOver: readonly string[];

  constructor(cause: unknown, path: string, unrestored: readonly Unrestored[], leftOver: readonly string[]) {
    const code = codeOf(cause);
    super(`${path} could not be written (${code})`, { cause });
    this.code = code;
    this.path = path;
    this.unrestored = unrestored;
    this.leftOver = leftOver;
  }
}

function codeOf(error: unknown): string {
  return (error as { readonly code?: string } | undefined)?.code ?? String(error);
}

/** What Windows says of a file that another program is looking at, be it for a moment. */
const BUSY = new Set(['EACCES', 'EBUSY', 'EPERM']);
/** How long to wait before each further attempt. */
const WAITS = [10, 30, 90, 270];
/** What file systems say that know no second names for a file. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL', 'EACCES', 'EXDEV']);

/** Tries again as long as the file may only be in use. */
function patiently(system: FileOperations, act: () => void, isWorthwhile = (code: string) => BUSY.has(code)): void {
  for (const wait of WAITS) {
    try {
      act();
      return;
    } catch (error) {
      if (!isWorthwhile(codeOf(error))) throw error;
      system.wait(wait);
    }
  }
  act();
}

/** One file on its way. */
interface Step {
  readonly path: string;
  /** The file itself, where its path is a link. */
  readonly target: string;
  readonly isNew: boolean;
  /** Its new text, whole, beside its place. */
  readonly fresh: string;
  /** Its old text, beside its place. */
  readonly old: string;
  isDone: boolean;
}

class FileSet {
  readonly #system: FileOperations;
  readonly #steps: Step[] = [];
  #at = '';

  constructor(system: FileOperations) {
    this.#system = system;
  }

  write(files: readonly FileToWrite[]): string[] {
    try {
      // A full disk shows here, while every file still has its old text.
      for (const file of files) this.#prepare(file, files.length > 1);
      for (const step of this.#steps) this.#place(step);
    } catch (error) {
      const unrestored = this.#restore();
      const kept = new Set(unrestored.map(({ oldText }) => oldText));
      throw new WriteFailure(error, this.#at, unrestored, this.#clean(kept));
    }
    return this.#clean(new Set());
  }

  #prepare({ path, text, over }: FileToWrite, keepsOld: boolean): void {
    const system = this.#system;
    this.#at = path;
    const stats = system.stat(path);
    if (stats && over === 'nothing') throw Object.assign(new Error(`${path} is there`), { code: 'EEXIST' });
    if (!stats && over === 'file') throw Object.assign(new Error(`${path} is gone`), { code: 'ENOENT' });
    const target = stats ? system.real(path) : path;
    const isNew = !stats;
    const step = { path, target, isNew, fresh: system.beside(target), old: system.beside(target), isDone: false };
    this.#steps.push(step);
    system.create(step.fresh, text, stats);
    if (isNew || !keepsOld) return;
    try {
      // The old file itself, so that putting it back needs no room and loses nothing.
      system.link(target, step.old);
    } catch (error) {
      if (!NO_LINKS.has(codeOf(error))) throw error;
      system.copy(target, step.old);
    }
  }

  #place(step: Step): void {
    const system = this.#system;
    const { target, fresh } = step;
    this.#at = step.path;
    if (step.isNew) this.#placeNew(step);
    else patiently(system, () => system.rename(fresh, target));
    step.isDone = true;
  }

  /** A second name is given only where nothing is; a new name would take the place of what has come there meanwhile. */
  #placeNew(step: Step): void {
    const system = this.#system;
    const { target, fresh } = step;
    try {
      system.link(fresh, target);
    } catch (error) {
      if (!NO_LINKS.has(codeOf(error))) throw error;
      patiently(system, () => system.create(target, ''));
      // From here on there is something to take away.
      step.isDone = true;
      patiently(system, () => system.rename(fresh, target));
    }
  }

  /** Gives each file its old text again, the last first. Returns those for which that could not be done. */
  #restore(): Unrestored[] {
    const system = this.#system;
    const unrestored: Unrestored[] = [];
    for (const { path, target, isNew, old, isDone } of [...this.#steps].reverse()) {
      if (!isDone) continue;
      try {
        // Whatever stands in the way is worth another attempt here.
        const isWorthwhile = () => true;
        if (isNew) patiently(system, () => system.remove(target), isWorthwhile);
        else patiently(system, () => system.rename(old, target), isWorthwhile);
      } catch {
        unrestored.push({ path, oldText: isNew ? undefined : old });
      }
    }
    return unrestored.reverse();
  }

  /** Takes away what lies beside, but for what is to be kept. Returns what could not be taken away. */
  #clean(kept: ReadonlySet<string | undefined>): string[] {
    const system = this.#system;
    const besides = this.#steps.flatMap(({ fresh, old }) => [fresh, old]).filter((path) => !kept.has(path));
    return besides.filter((path) => {
      try {
        patiently(
          system,
          () => system.remove(path),
          () => true,
        );
        return false;
      } catch {
        return true;
      }
    });
  }
}

/**
 * Writes all of the files, or none: each whole beside its place first, then each into its place. What fails on the way is taken back,
 * and old texts are kept until all is done. Returns unfinished files that could not be taken away; there are hardly ever any.
 * @throws WriteFailure
 */
export function writeSet(files: readonly FileToWrite[], system: FileOperations): string[] {
  return new FileSet(system).write(files);
}
