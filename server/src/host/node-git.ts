// What does the installed Git answer, when nothing of the repository may run and nothing may be fetched?

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { isInside } from '../base/absolute-path';
import { realPath } from './node-link';

interface GitAnswer {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Git cannot be asked, and why; a sentence for people. */
export class NoGit extends Error {}

/** A repository’s own settings can name programs for Git to run; these switch them off. */
const HARMLESS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'credential.helper=',
  'diff.external=',
  'diff.submodule=short',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
  'submodule.recurse=false',
].flatMap((setting) => ['-c', setting]);

/** Where a person's own settings and the system's programs are; nothing else of the environment reaches Git. */
const KEPT = [
  ...['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'SUDO_UID', 'TMPDIR'],
  ...['SystemRoot', 'SystemDrive', 'ProgramData', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA'],
  ...['TEMP', 'TMP', 'PATHEXT'],
];
const LARGEST = 1 << 30;
/** The first Git in which settings of any name can be switched off from outside. */
const OLDEST: readonly [number, number] = [2, 31];

/** The outermost checkout in which a folder lies, or the folder itself; asked without Git. */
function checkoutOf(folder: string): string {
  let top = folder;
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, '.git'))) top = at;
  return top;
}

/** What tools put on the path that start programs of packages. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin[\\/]?$/;

/** The folders in which programs are looked for: none of the checkout, of packages, or that depends on where we stand. */
function trustedFolders(path: string, cwd: string): string[] {
  const top = realPath(checkoutOf(realPath(cwd)));
  return path.split(delimiter).filter((folder) => {
    if (!isAbsolute(folder) || OF_PACKAGES.test(folder)) return false;
    const real = realPath(folder);
    return real !== top && !isInside(top, real);
  });
}

function programIn(folders: readonly string[]): string | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats?.isFile() && (process.platform === 'win32' || (stats.mode & 0o111) !== 0);
    });
}

/** A copy of Git that answers questions about one folder. */
export class Git {
  readonly #cwd: string;
  readonly #program: string;
  readonly #env: Record<string, string>;

  /** @throws NoGit where there is none, or one that is too old */
  constructor(cwd: string, env: Environment = process.env) {
    const folders = trustedFolders(env.PATH ?? env.Path ?? '', cwd);
    const program = programIn(folders);
    if (program === undefined) throw new NoGit('Git could not be found: is it installed?');
    this.#cwd = cwd;
    this.#program = program;
    this.#env = {
      PATH: folders.join(delimiter),
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      // What a clone lacks is not fetched, by any way of fetching.
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: '',
    };
    for (const name of KEPT) {
      const value = env[name];
      if (value !== undefined) this.#env[name] = value;
    }
    const [, major = '0', minor = '0'] =
      /^git version (\d+)\.(\d+)/.exec(this.ask(['version']).out.toString('utf8')) ?? [];
    if (Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]))
      throw new NoGit(`Git ${OLDEST.join('.')} or later is needed, and this is ${major}.${minor}.`);
  }

  /** Asks what reads no file of the working tree. @throws NoGit when Git does not start */
  ask(args: readonly string[], input?: string): GitAnswer {
    return this.#run(args, {}, input);
  }

  /** Asks what compares files of the working tree: they go through none of the programs that settings name as filters. */
  askAboutFiles(args: readonly string[]): GitAnswer {
    const { out } = this.ask(['config', '--null', '--name-only', '--get-regexp', '^filter\\.']);
    const names = [...new Set(out.toString('utf8').split('\0').filter(Boolean))];
    // Unlike -c, these take any name.
    const settings: Record<string, string> = { GIT_CONFIG_COUNT: String(names.length) };
    names.forEach((name, index) => {
      settings[`GIT_CONFIG_KEY_${index}`] = name;
      settings[`GIT_CONFIG_VALUE_${index}`] = /\.required$/i.test(name) ? 'false' : '';
    });
    return this.#run(args, settings);
  }

  #run(args: readonly string[], settings: Readonly<Record<string, string>>, input?: string): GitAnswer {
    const { status, stdout, stderr, error } = spawnSync(this.#program, [...HARMLESS, ...args], {
      cwd: this.#cwd,
      env: { ...this.#env, ...settings },
      maxBuffer: LARGEST,
      windowsHide: true,
      ...(input !== undefined && { input }),
    });
    if (error) throw new NoGit(`Git could not be asked (${(error as NodeJS.ErrnoException).code}): is it installed?`);
    return { code: status, out: stdout, err: stderr.toString('utf8').trim() };
  }
}

/**
 * Whether Git keeps a file, under its own name or that of what it is a link to; `unknown` in a checkout of which Git cannot be asked.
 */
export function trackedByGit(path: string): 'tracked' | 'untracked' | 'unknown' {
  const states = new Set([path, realPath(path)].map(trackedAt));
  if (states.has('tracked')) return 'tracked';
  return states.has('unknown') ? 'unknown' : 'untracked';
}

function trackedAt(path: string): ReturnType<typeof trackedByGit> {
  const folder = dirname(path);
  const top = checkoutOf(folder);
  if (!existsSync(join(top, '.git'))) return 'untracked';
  try {
    // On some disks a name in other letters is the same file.
    const name = path.slice(folder.length).replace(/^[\\/]/, '');
    const { code, out } = new Git(folder).ask(['ls-files', '-z', '--', `:(icase,literal)${name}`]);
    if (code !== 0) return 'unknown';
    return out.length > 0 ? 'tracked' : 'untracked';
  } catch (error) {
    if (error instanceof NoGit) return 'unknown';
    throw error;
  }
}
