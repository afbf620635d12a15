// What do people do to a repository all day? Opens, types, closes, saves, renames, removes, at random and in step with a server.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineIndex } from '../../server/src/base/line-index';
import { LanguageClient } from './language-client';
import { SERVER } from './program';

interface Document {
  text: string;
  version: number;
}

const PIECES = [
  '[@smith-1990-0]',
  '[@nobody-1]',
  ' [1]',
  'IL-1ß',
  ' tumour and tumor ',
  '\n\n',
  '\n## Pain\n\n',
  '\n- item\n',
  '`',
  '```\n',
  '<!-- ',
  '-->',
  '---\n',
  '[x](article-1.md#pain)',
  'a: ',
  '  - ',
  '"',
  '\n> ',
  '💊',
  '\r\n',
];
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

/** One editor on a folder with its server. All choices come from `random`, so that a run can be repeated. */
export class SoakEditor {
  readonly client = new LanguageClient(SERVER);
  readonly root: string;
  readonly open = new Map<string, Document>();
  /** What the editor shows, by address; addresses without findings are left out. */
  readonly shown = new Map<string, string>();
  readonly #random: () => number;
  readonly #paths: string[];

  constructor(root: string, random: () => number) {
    this.root = root;
    this.#random = random;
    this.#paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|yaml|bib)$/.test(path))
      .sort();
    void this.client.next(({ uri, diagnostics }) => {
      if (diagnostics.length > 0) this.shown.set(uri, JSON.stringify(diagnostics));
      else this.shown.delete(uri);
      return false;
    });
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  /** Does one thing, of which typing is the commonest. */
  async step(): Promise<void> {
    const chance = this.#random();
    const paths = [...this.open.keys()];
    if (paths.length === 0 || (chance < 0.03 && paths.length < 12)) await this.openFile(this.#pick(this.#paths));
    else if (chance < 0.05) await this.#close(this.#pick(paths));
    else if (chance < 0.07) await this.#save(this.#pick(paths));
    else if (chance < 0.08) await this.#rename();
    else if (chance < 0.085) await this.#remove();
    else if (chance < 0.09) await this.#appear();
    else if (chance < 0.13) await this.#ask(this.#pick(paths));
    else await this.#type(this.#pick(paths));
  }

  /** Opens a file with the text on the disk, or with one that is given. */
  async openFile(path: string, given?: string): Promise<void> {
    if (this.open.has(path)) return;
    const text = given ?? (existsSync(this.#at(path)) ? readFileSync(this.#at(path), 'utf8') : '');
    this.open.set(path, { text, version: 1 });
    const languageId = path.endsWith('.md') ? 'markdown' : path.endsWith('.bib') ? 'bibtex' : 'yaml';
    await this.client.open(this.uri(path), languageId, text);
  }

  /** What a check of the whole workspace counts; afterwards everything that was found has been shown. */
  async check(): Promise<unknown> {
    return (await this.client.request('clinicalContent/checkWorkspace', null)).result;
  }

  async #close(path: string): Promise<void> {
    this.open.delete(path);
    await this.#notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  async #type(path: string): Promise<void> {
    const document = this.open.get(path) as Document;
    const { text } = document;
    const start = Math.floor(this.#random() * (text.length + 1));
    // A text that has grown long loses a large piece, so that a long day ends with texts like those of the morning.
    const length = text.length > 12_000 ? 4000 : this.#random() < 0.5 ? Math.floor(this.#random() * 12) : 0;
    const end = Math.min(text.length, start + length);
    const insert =
      this.#random() < 0.6 ? this.#pick(PIECES) : String.fromCharCode(97 + Math.floor(this.#random() * 26));
    const lines = new LineIndex(text);
    const from = lines.position(start);
    const to = lines.position(end);
    // A position inside a line’s end means the end of the line: both sides must mean the same.
    document.text = text.slice(0, lines.offset(from)) + insert + text.slice(lines.offset(to));
    await this.#notify('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version: ++document.version },
      contentChanges: [{ range: { start: from, end: to }, text: insert }],
    });
  }

  async #save(path: string): Promise<void> {
    const isNew = !existsSync(this.#at(path));
    this.#write(path, this.open.get(path)?.text ?? '');
    await this.#tell([path, isNew ? CREATED : CHANGED]);
  }

  async #rename(): Promise<void> {
    const path = this.#pick(this.#paths);
    const target = path.replace(/(?:-moved)*\.(\w+)$/, path.includes('-moved') ? '.$1' : '-moved.$1');
    if (!existsSync(this.#at(path)) || existsSync(this.#at(target))) return;
    renameSync(this.#at(path), this.#at(target));
    if (!this.#paths.includes(target)) this.#paths.push(target);
    await this.#tell([path, DELETED], [target, CREATED]);
  }

  async #remove(): Promise<void> {
    const path = this.#pick(this.#paths);
    if (path.startsWith('clinical-content') || !existsSync(this.#at(path))) return;
    rmSync(this.#at(path));
    await this.#tell([path, DELETED]);
  }

  async #appear(): Promise<void> {
    const path = this.#pick(this.#paths);
    const isNew = !existsSync(this.#at(path));
    const old = isNew ? '---\nkind: article\ntitle: T\n---\n\n' : readFileSync(this.#at(path), 'utf8');
    this.#write(path, path.startsWith('clinical-content') ? old : `${old.slice(0, 12_000)}\nPain [@nobody-2].\n`);
    await this.#tell([path, isNew ? CREATED : CHANGED]);
  }

  async #ask(path: string): Promise<void> {
    const textDocument = { uri: this.uri(path) };
    const lines = new LineIndex(this.open.get(path)?.text ?? '');
    const position = lines.position(Math.floor(this.#random() * 9000));
    const method = this.#pick([
      'hover',
      'completion',
      'references',
      'definition',
      'documentSymbol',
      'codeLens',
      'foldingRange',
    ]);
    await this.client.request(`textDocument/${method}`, {
      textDocument,
      position,
      context: { includeDeclaration: true, triggerKind: 1 },
    });
  }

  #at(path: string): string {
    return join(this.root, path);
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(this.#at(path)), { recursive: true });
    writeFileSync(this.#at(path), text);
  }

  #tell(...changes: readonly (readonly [path: string, type: number])[]): Promise<void> {
    return this.#notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: this.uri(path), type })),
    });
  }

  #notify(method: string, params: unknown): Promise<void> {
    return this.client.connection.sendNotification(method, params);
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}
