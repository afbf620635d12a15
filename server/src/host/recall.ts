// What has changed since an earlier run? What has not is taken from its cache: whole findings where nothing changed at all.

import type { Project, Remembered } from '../project/project';
import { type FileSummary, summaryOf } from '../project/summary';
import type { CachedFile, CachedProject, CachePort, FactCache, FileToKeep, ProjectToKeep, Stamp } from './fact-cache';
import type { ReadResult } from './host';

/** One listed file of a project. */
export interface Listed {
  readonly absolute: string;
  /** Relative to the project's root. */
  readonly path: string;
  /** Whether a person named it. */
  readonly named: boolean;
  /** Whether it is worth reading. */
  readonly wanted: boolean;
}

type Seen = Omit<CachedFile, 'summary' | 'segment'>;
interface Changed extends Seen {
  /** Undefined once it is in the project. */
  readonly text: string | undefined;
}

/** Of more files than one in this many, news cost more than findings made anew. */
const FEW = 5;

export interface RecallOptions {
  readonly cache: FactCache | undefined;
  readonly port: CachePort;
  /** Root, relative to the cache's folder. */
  readonly root: string;
  readonly environment: string;
  readonly today: string;
  readonly absolute: (path: string) => string;
  readonly read: (absolute: string) => Promise<ReadResult>;
  readonly unreadable: (absolute: string, problem: string) => void;
  /** Text of an open document, which stands in place of the file's. */
  readonly overlay?: ((absolute: string) => string | undefined) | undefined;
  /** Asked between files: whether the result is no longer wanted. */
  readonly isCancelled?: (() => boolean) | undefined;
  readonly progress: () => void | Promise<void>;
  /** Lets others have their turn. */
  readonly pause: () => void | Promise<void>;
  /** Whether the summaries of an earlier run are enough where nothing has changed; else the project is always filled. */
  readonly mayStand: boolean;
}

export interface Recalled {
  /** Summaries by path when nothing has changed; the project is then empty. */
  readonly standing: ReadonlyMap<string, FileSummary> | undefined;
  readonly unwritable: ReadonlySet<string>;
  /** Fingerprints of the texts, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Whether the cache says all this already. */
  readonly isKept: boolean;
  /** What to keep for the next run, with the findings of every file. */
  readonly keep: () => ProjectToKeep;
}

/** Fills a project from what is listed, and from the cache as far as it is still true. Undefined when nobody wants it any more. */
export async function recall(
  project: Project,
  listed: readonly Listed[],
  options: RecallOptions,
): Promise<Recalled | undefined> {
  const before = options.cache?.project(options.root, options.environment);
  const known = new Map(before?.files.map((file) => [file.path, file]));
  // Where nothing is known each file goes into the project at once, so that texts need not be held.
  const take = before ? undefined : (path: string, text: string, named: boolean) => project.add(path, text, { named });
  const compared = await compare(listed, known, options, take);
  if (!compared) return undefined;
  const { same, changed, isTouched } = compared;
  const seen: Seen[] = [...same, ...changed];
  const unwritable = new Set(seen.filter((one) => !one.writable).map((one) => one.path));
  const digests = new Map(seen.map((one) => [one.path, one.digest]));
  const others = listed.filter((one) => !one.wanted).map((one) => one.path);
  const paths = new Set(seen.map((one) => one.path));
  // Also what is still there, and cannot be read any more or is no longer asked for.
  const gone = [...known.keys()].filter((path) => !paths.has(path));
  const hasSameOthers = before !== undefined && isEqual(before.others, others);
  const isStanding = hasSameOthers && changed.length + gone.length === 0 && before.today === options.today;
  const header = { root: options.root, environment: options.environment, today: options.today, others };
  if (isStanding && options.mayStand) {
    const standing = new Map(same.flatMap(({ path, summary }) => (summary ? [[path, summary] as const] : [])));
    const files = () => same.map((file) => ({ file, facts: options.cache?.packed(file) }));
    return { standing, unwritable, digests, isKept: !isTouched, keep: () => ({ ...header, files: files() }) };
  }
  const fill = new Filling(project, options);
  if (before && changed.length + gone.length <= known.size / FEW) await fill.update(before, changed, gone, others);
  else await fill.anew(same, changed, others);
  const keep = () => ({ ...header, files: seen.map((one) => fill.toKeep(one)) });
  if (options.isCancelled?.()) return undefined;
  return { standing: undefined, unwritable, digests, isKept: isStanding && !isTouched, keep };
}

/** The stamp of what is no file. */
const NOWHERE: Stamp = { size: 0, time: 0, changed: 0 };

async function compare(
  listed: readonly Listed[],
  known: ReadonlyMap<string, CachedFile>,
  { cache, port, read, unreadable, progress, overlay, isCancelled }: RecallOptions,
  take: ((path: string, text: string, named: boolean) => void) | undefined,
): Promise<{ same: CachedFile[]; changed: Changed[]; isTouched: boolean } | undefined> {
  const same: CachedFile[] = [];
  const changed: Changed[] = [];
  let isTouched = false;
  for (const { absolute, path, named, wanted } of listed) {
    const pause = progress();
    if (pause) await pause;
    if (isCancelled?.()) return undefined;
    if (!wanted) continue;
    const open = overlay?.(absolute);
    if (open !== undefined) {
      isTouched = true;
      take?.(path, open, named);
      // No file is like this: it is compared by its bytes next time.
      const seen = { path, size: -1, time: 0, changed: 0, digest: port.digest(open), named, writable: true };
      changed.push({ ...seen, text: take ? undefined : open });
      continue;
    }
    const old = known.get(path);
    const isKnown = old !== undefined && old.named === named;
    // Asked before the file is read: a change between the two is then found out next time.
    const stamp = port.stat(absolute) ?? NOWHERE;
    if (isKnown && stamp !== NOWHERE && cache?.isSame(old, stamp)) {
      same.push(old);
      continue;
    }
    if (isKnown && stamp !== NOWHERE && port.fingerprint(absolute, stamp.size) === old.digest) {
      isTouched = true;
      same.push({ ...old, ...stamp });
      continue;
    }
    const result = await read(absolute);
    if ('problem' in result) {
      unreadable(absolute, result.problem);
      continue;
    }
    isTouched = true;
    const { text, writable } = result;
    const digest = port.digest(text);
    if (isKnown && old.digest === digest && old.writable === writable) same.push({ ...old, ...stamp });
    else {
      take?.(path, text, named);
      changed.push({ path, ...stamp, digest, named, writable, text: take ? undefined : text });
    }
  }
  return { same, changed, isTouched };
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Puts files into a project, and knows which of them came from the cache. */
class Filling {
  readonly #project: Project;
  readonly #options: RecallOptions;
  readonly #restored = new Map<string, { readonly file: CachedFile; readonly remembered: Remembered }>();

  constructor(project: Project, options: RecallOptions) {
    this.#project = project;
    this.#options = options;
  }

  /** As it was, and then what has changed: findings that nothing concerns stay. */
  async update(before: CachedProject, changed: readonly Changed[], gone: readonly string[], others: readonly string[]) {
    const isToday = before.today === this.#options.today;
    const lost: CachedFile[] = [];
    for (const file of before.files) {
      if (!this.#restore(file, isToday)) lost.push(file);
      if (!(await this.#goOn())) return;
    }
    for (const path of gone) this.#project.remove(path);
    for (const path of before.others) this.#project.setPath(path, true);
    const there = new Set(others);
    for (const path of before.others) if (!there.has(path)) this.#project.setPath(path, false);
    for (const path of others) this.#project.setPath(path, true);
    for (const { path, text, named } of changed) if (text !== undefined) this.#project.update(path, text, { named });
    const known = new Set([...gone, ...changed.map((one) => one.path)]);
    for (const file of lost) if (!known.has(file.path)) await this.#reread(file);
  }

  /** All findings are made anew; files that have not changed need not be read for that. */
  async anew(same: readonly CachedFile[], changed: readonly Changed[], others: readonly string[]) {
    for (const path of others) this.#project.setPath(path, true);
    for (const file of same) {
      if (!this.#restore(file, false)) await this.#reread(file);
      if (!(await this.#goOn())) return;
    }
    for (const { path, text, named } of changed) {
      if (text !== undefined) this.#project.add(path, text, { named });
      if (!(await this.#goOn())) return;
    }
  }

  /** Lets others have their turn; false when nobody wants the result any more. */
  async #goOn(): Promise<boolean> {
    const pause = this.#options.pause();
    if (pause) await pause;
    return !this.#options.isCancelled?.();
  }

  /** False when the cache has lost the file's facts. */
  #restore(file: CachedFile, withAcross: boolean): boolean {
    if (!file.segment) {
      this.#project.setPath(file.path, true);
      return true;
    }
    const found = this.#options.cache?.facts(file);
    if (!found) return false;
    const remembered = withAcross ? found : { ...found, across: undefined };
    this.#project.restore(file.path, remembered);
    this.#restored.set(file.path, { file, remembered });
    return true;
  }

  async #reread({ path, named }: CachedFile): Promise<void> {
    const result = await this.#options.read(this.#options.absolute(path));
    if ('text' in result) this.#project.update(path, result.text, { named });
  }

  /** What to keep of a file. */
  toKeep({ path, size, time, changed, digest, named, writable }: Seen): FileToKeep {
    const seen = { path, size, time, changed, digest, named, writable };
    if (this.#project.workspace.file(path) === undefined)
      return { file: { ...seen, summary: undefined }, facts: undefined };
    const summary = summaryOf(this.#project, path);
    const now = this.#project.remembered(path);
    const old = this.#restored.get(path);
    const isOld =
      old?.remembered.facts === now?.facts &&
      old?.remembered.own === now?.own &&
      old?.remembered.across === now?.across;
    return { file: { ...seen, summary }, facts: isOld && old ? this.#options.cache?.packed(old.file) : now };
  }
}
