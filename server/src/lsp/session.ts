// What does the server know while it runs? Folders, open documents, preferences; the one place that reads an open document.

import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isInside } from '../base/absolute-path';
import { LineIndex } from '../base/line-index';
import type { FeatureContext } from '../features/context';
import type { Finding } from '../lint/finding';
import type { RuleMeta } from '../lint/rule';
import { readFile } from '../model/read-file';
import { isConfig } from '../model/role';
import { Project } from '../project/project';
import { RULES } from '../rules/table';
import { addressOfPath, looseName, pathOf } from './address';
import type { Client } from './client';
import { Folder } from './folder';
import { Leisure } from './leisure';
import type { OpenFile } from './open-file';
import { ProjectState } from './project-state';
import { DEFAULT_PREFERENCES, type Preferences } from './setting-table';
import type { World } from './world';

const METAS: readonly RuleMeta[] = RULES.map((rule) => rule.meta);

/** Tells of paths whose findings may differ now. */
export type AffectedListener = (state: ProjectState, paths: ReadonlySet<string>) => void;

export class Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly world: World;
  /** When work that nobody waits for may go on. */
  readonly leisure = new Leisure();
  /** Before the editor has said hello, and after its goodbye, no question has an answer. */
  phase: 'new' | 'ready' | 'ended' = 'new';
  client: Client;
  preferences: Preferences = DEFAULT_PREFERENCES;
  onAffected: AffectedListener = () => {};
  onConfigurationEdited: (folder: Folder) => void = () => {};
  #folders: Folder[] = [];
  readonly #open = new Map<string, OpenFile>();
  readonly #addresses = new Map<string, string>();
  readonly #loose = new Map<string, ProjectState>();

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, world: World, client: Client) {
    this.connection = connection;
    this.documents = documents;
    this.world = world;
    this.client = client;
  }

  get folders(): readonly Folder[] {
    return this.#folders;
  }

  addFolder(root: string): Folder {
    const folder = new Folder(root, this.world);
    this.#folders = [...this.#folders, folder].sort((a, b) => b.root.length - a.root.length);
    return folder;
  }

  removeFolder(root: string): Folder | undefined {
    const folder = this.#folders.find((one) => one.root === root);
    folder?.close();
    this.#folders = this.#folders.filter((one) => one !== folder);
    return folder;
  }

  folderOf(path: string): Folder | undefined {
    return this.#folders.find((folder) => isInside(folder.root, path));
  }

  get states(): readonly ProjectState[] {
    return this.#folders.flatMap((folder) => folder.states);
  }

  get openFiles(): Iterable<OpenFile> {
    return this.#open.values();
  }

  /** The open document at an absolute path. */
  openAt(path: string): OpenFile | undefined {
    const uri = this.#addresses.get(path);
    return uri === undefined ? undefined : this.#open.get(uri);
  }

  /** Text of the open document at an absolute path, which stands in place of the file's. */
  overlay(path: string): string | undefined {
    const uri = this.#addresses.get(path);
    return uri === undefined ? undefined : this.documents.get(uri)?.getText();
  }

  /** The open document as it is now, read again if it or its project has changed; undefined when it is not open. */
  read(uri: string): OpenFile | undefined {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const absolute = pathOf(uri);
    const known = this.#open.get(uri);
    const state = this.#stateFor(uri, absolute);
    // An editor that counts wrongly may change the text and keep the version.
    const isSame = known?.version === document.version && known.file.text === document.getText();
    if (known && isSame && known.state === state) return known;
    if (absolute !== undefined) this.#addresses.set(absolute, uri);
    const path =
      absolute !== undefined && state.root !== undefined
        ? this.world.style.relative(state.root, absolute)
        : looseName(uri, document.languageId);
    const text = document.getText();
    // What an editor restores may differ from the file as it was read a moment ago.
    const before = known?.state === state ? known.file.text : state.isComplete ? state.textOf(path) : undefined;
    const file = this.#readText(state, path, text, known);
    const opened = { uri, absolute, version: document.version, state, path, file, lines: new LineIndex(text) };
    this.#open.set(uri, opened);
    if (isConfig(path) && absolute !== undefined && before !== undefined && before !== text) {
      const folder = this.folderOf(absolute);
      if (folder) this.onConfigurationEdited(folder);
    }
    return opened;
  }

  #readText(state: ProjectState, path: string, text: string, known: OpenFile | undefined) {
    if (!state.project.wants(path)) return readFile(path, text);
    if (state.textOf(path) === text && known === undefined) {
      // Opening a file that is as it was read changes nothing for anybody.
      return state.project.update(path, text, { open: true }).file;
    }
    const { file, affected } = state.project.update(path, text, { open: true, previous: known?.file });
    state.keep(file);
    this.onAffected(state, affected);
    return file;
  }

  #stateFor(uri: string, absolute: string | undefined): ProjectState {
    const state = absolute === undefined ? undefined : this.folderOf(absolute)?.stateOf(absolute);
    if (state) {
      this.#loose.delete(uri);
      return state;
    }
    const loose = this.#loose.get(uri) ?? new ProjectState(undefined, new Project(RULES, this.world.today()), false);
    this.#loose.set(uri, loose);
    return loose;
  }

  /** Forgets that a document is open. Where its file is open under another address as well, that one counts from now on. */
  close(uri: string): OpenFile | undefined {
    const known = this.#open.get(uri);
    this.#open.delete(uri);
    this.#loose.delete(uri);
    if (known?.absolute === undefined) return known;
    this.#addresses.delete(known.absolute);
    for (const other of this.#open.values()) {
      if (other.absolute !== known.absolute) continue;
      this.#open.delete(other.uri);
      this.read(other.uri);
      break;
    }
    return known;
  }

  /** Takes over the text of a file that is not open, or that it is gone. */
  apply(state: ProjectState, path: string, text: string | undefined): void {
    if (text === undefined) {
      state.forget(path);
      this.onAffected(state, state.project.remove(path));
      return;
    }
    const { file, affected } = state.project.update(path, text);
    state.keep(file);
    this.onAffected(state, affected);
  }

  /** Findings as far as they can be known: before all files are read, those that need no other file. */
  findings(state: ProjectState, path: string): Finding[] {
    return state.isComplete ? state.project.findings(path) : state.project.ownFindings(path);
  }

  /** Address of a file of a project; the one under which it is open, if it is. */
  addressOf(state: ProjectState, path: string): string {
    if (state.root === undefined) {
      for (const [uri, loose] of this.#loose) if (loose === state) return uri;
      return `untitled:${path}`;
    }
    const absolute = this.world.style.join(state.root, path);
    return this.#addresses.get(absolute) ?? addressOfPath(absolute);
  }

  /** What a feature needs to answer about an open document. */
  contextOf({ state, path, file, lines }: OpenFile): FeatureContext {
    return { ...this.projectContext(state), path, file, lines, rules: METAS, client: this.client.traits };
  }

  /** What can be said of a project without an open document. */
  projectContext(state: ProjectState): Pick<FeatureContext, 'project' | 'linesOf' | 'textOf' | 'uriOf'> {
    return {
      project: state.project,
      linesOf: (other) => state.linesOf(other),
      textOf: (other) => state.textOf(other),
      uriOf: (other) => this.addressOf(state, other),
    };
  }
}
