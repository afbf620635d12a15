// Which projects are in a workspace folder? Reads them in the background, a few milliseconds at a time, and puts them in place whole.

import { type LoadedProject, load } from '../host/load';
import { Project } from '../project/project';
import { RULES } from '../rules/table';
import { isInside } from './address';
import { ProjectState } from './project-state';
import type { World } from './world';

/** Longer than this a request never waits for the reading of files. */
const SLICE_MS = 6;

export interface ReadOptions {
  readonly overlay: (path: string) => string | undefined;
  readonly progress: (done: number, all: number) => void;
}

/** One folder of the workspace. While its files are being read, what was there before answers. */
export class Folder {
  readonly root: string;
  readonly #world: World;
  #states: readonly ProjectState[];
  #generation = 0;
  #reading = false;

  constructor(root: string, world: World) {
    this.root = root;
    this.#world = world;
    this.#states = [new ProjectState(root, new Project(RULES, world.today()), false)];
  }

  get states(): readonly ProjectState[] {
    return this.#states;
  }

  get isReading(): boolean {
    return this.#reading;
  }

  /** The project of an absolute path: the nearest root above it. */
  stateOf(path: string): ProjectState | undefined {
    return this.#states.find((state) => state.root !== undefined && isInside(state.root, path));
  }

  /** Makes the configuration at the root known before anything is read. */
  async configure(): Promise<void> {
    for (const name of ['clinical-content.yaml', 'clinical-content.yml']) {
      const path = this.#world.style.join(this.root, name);
      if (!(await this.#world.host.exists(path))) continue;
      const result = await this.#world.host.read(path);
      if ('text' in result) this.#states[0]?.project.configure(result.text);
      return;
    }
  }

  /** Reads every file anew. False when another reading has begun meanwhile, and nothing was changed. */
  async read(options: ReadOptions): Promise<boolean> {
    const generation = ++this.#generation;
    this.#reading = true;
    const texts = new Map<string, Map<string, string>>();
    let since = performance.now();
    const { projects } = await load(this.root, this.#world.host, this.#world.style, {
      rules: RULES,
      today: this.#world.today(),
      named: new Set(),
      overlay: options.overlay,
      isCancelled: () => generation !== this.#generation,
      seen: (root, path, text) => {
        const own = texts.get(root);
        if (own) own.set(path, text);
        else texts.set(root, new Map([[path, text]]));
      },
      progress: (done, all) => {
        if (performance.now() - since < SLICE_MS) return;
        options.progress(done, all);
        return new Promise((resolve) => {
          setImmediate(() => {
            since = performance.now();
            resolve();
          });
        });
      },
    });
    if (generation !== this.#generation) return false;
    this.#reading = false;
    this.#states = projects.map((one) => this.#stateOf(one, texts.get(one.root))).sort(innermostFirst);
    return true;
  }

  /** Gives up a reading that is under way. */
  close(): void {
    this.#generation++;
  }

  #stateOf({ root, project }: LoadedProject, texts: ReadonlyMap<string, string> | undefined): ProjectState {
    const state = new ProjectState(root, project, true);
    for (const [path, text] of texts ?? []) state.setText(path, text);
    return state;
  }
}

function innermostFirst(a: ProjectState, b: ProjectState): number {
  return (b.root?.length ?? 0) - (a.root?.length ?? 0);
}
