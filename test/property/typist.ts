// How does an author who takes what is proposed write a record? Types the beginning of each word, and takes the right proposal where there is one.

import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type YAMLMap, type YAMLSeq } from 'yaml';
import { LineIndex } from '../../server/src/base/line-index';
import { completion } from '../../server/src/features/completion';
import type { FeatureContext } from '../../server/src/features/context';
import type { Project } from '../../server/src/project/project';
import { RULES } from '../../server/src/rules/table';

/** How an author works. */
export interface Habit {
  /** Letters of a word before a look at the proposals. */
  readonly letters: number;
  /** Whether a further key or item begins where the editor has put the cursor, at the column of the dash above. */
  readonly staysAtDash: boolean;
  /** Whether dashes stand at the column of the key above. */
  readonly compact: boolean;
}

interface Value {
  readonly map?: readonly (readonly [string, Value])[];
  readonly list?: readonly Value[];
  readonly text?: unknown;
}

/** What a file of records says, with keys that stand twice. */
export function treesOf(text: string): Value[] {
  return documentsOf(text).map(treeOf);
}

function documentsOf(text: string): (Node | null)[] {
  return parseAllDocuments(text, { uniqueKeys: false }).map((document) => document.contents);
}

function treeOf(node: Node | null): Value {
  if (isMap(node)) return { map: node.items.map((pair) => [nameOf(pair), treeOf(pair.value as Node | null)] as const) };
  if (isSeq(node)) return { list: node.items.map((item) => treeOf(item as Node | null)) };
  return { text: isScalar(node) ? node.value : null };
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Letters as they are written; what cannot stand plain on one line in quotation marks. */
function writtenOf(node: Node | null): string {
  if (!isScalar(node)) return '';
  const { source, value, type } = node;
  return type === 'PLAIN' && source !== undefined && !source.includes('\n') ? source : JSON.stringify(value);
}

/** One author at one new file of a project. */
export class Typist {
  text = '';
  /** How often a proposal was taken. */
  taken = 0;
  readonly #project: Project;
  readonly #path: string;
  readonly #habit: Habit;

  constructor(project: Project, path: string, habit: Habit) {
    this.#project = project;
    this.#path = path;
    this.#habit = habit;
  }

  /** Types what the file says. */
  write(source: string): void {
    for (const [index, document] of documentsOf(source).entries()) {
      if (index > 0) this.text += '\n---\n';
      this.#value(document);
    }
  }

  get #column(): number {
    return this.text.length - this.text.lastIndexOf('\n') - 1;
  }

  #value(node: Node | null): void {
    if (isMap(node)) this.#map(node, undefined);
    else if (isSeq(node)) this.#list(node);
    else this.#word(writtenOf(node));
  }

  /** The cursor stands where the first key begins, or at the column `dash` where the dash before it is to come. */
  #map(map: YAMLMap, dash: number | undefined): void {
    const isDashMissing = this.#column === dash;
    const column = isDashMissing ? this.#column + 2 : this.#column;
    for (const [index, pair] of map.items.entries()) {
      if (index > 0) this.#line(column, dash);
      const byHand = index === 0 && isDashMissing ? '- ' : ' '.repeat(column - this.#column);
      this.#key(nameOf(pair), column, byHand);
      this.#behindKey(nameOf(pair), column, pair.value as Node | null);
    }
  }

  /** Where nothing is proposed, the key goes where it belongs by hand. */
  #key(name: string, column: number, byHand: string): void {
    const before = this.text;
    if (!this.#word(name, byHand)) this.text = `${before}${byHand}${name}: `;
    const at = this.text.lastIndexOf(`${name}:`);
    assert.equal(at - this.text.lastIndexOf('\n', at) - 1, column, `The key ${name} stands elsewhere:\n${this.text}`);
  }

  /** A proposal may have begun a list or a mapping below its key. Where the value is of another sort, that is taken back. */
  #behindKey(name: string, column: number, value: Node | null): void {
    const key = this.text.lastIndexOf(`${name}:`);
    const behind = this.text.slice(key + name.length + 1);
    const isBlock = (isSeq(value) || isMap(value)) && value.items.length > 0;
    if (!isBlock) {
      this.text = `${this.text.slice(0, key + name.length + 1)} `;
      if (isSeq(value)) this.text += '[]';
      else if (isMap(value)) this.text += '{}';
      else this.#word(writtenOf(value));
      return;
    }
    const indent = column + (isSeq(value) && this.#habit.compact ? 0 : 2);
    const wanted = `\n${' '.repeat(indent)}${isSeq(value) ? '- ' : ''}`;
    if (behind !== wanted) this.text = `${this.text.slice(0, key + name.length + 1)}${wanted}`;
    if (isSeq(value)) this.#list(value);
    else this.#map(value as YAMLMap, undefined);
  }

  /** The cursor stands behind the first dash. */
  #list(list: YAMLSeq): void {
    const dash = this.#column - 2;
    for (const [index, item] of list.items.entries()) {
      const node = item as Node | null;
      const isFilledMap = isMap(node) && node.items.length > 0;
      if (index > 0) this.#line(dash, undefined);
      if (index > 0 && !(isFilledMap && this.#habit.staysAtDash)) this.text += '- ';
      if (isFilledMap) this.#map(node, dash);
      else this.#value(node);
    }
  }

  /** Enter. VS Code repeats the indentation of the line above, two more behind a colon; the author goes on from there. */
  #line(column: number, dash: number | undefined): void {
    const last = this.text.slice(this.text.lastIndexOf('\n') + 1);
    const indent = (/^ */.exec(last)?.[0].length ?? 0) + (/(?::|-) ?$/.test(last) ? 2 : 0);
    const stays = this.#habit.staysAtDash && dash !== undefined && indent === dash;
    this.text += `\n${' '.repeat(stays ? dash : column)}`;
  }

  /** Types a word and takes the proposal of that name as soon as there is one; the rest by hand. Whether one was taken. */
  #word(word: string, before = ''): boolean {
    const letters = Math.min(this.#habit.letters, word.length);
    this.text += word.slice(0, letters);
    const items = this.#proposals();
    const item = items.find(({ label }) => label === before + word) ?? items.find(({ label }) => label === word);
    if (!item?.textEdit || !('range' in item.textEdit)) {
      this.text += word.slice(letters);
      return false;
    }
    this.#take(item.textEdit.range.start, item.textEdit.newText);
    this.taken++;
    return true;
  }

  #proposals(): readonly CompletionItem[] {
    const context = this.#context();
    return completion(context, this.text.length)?.items ?? [];
  }

  #context(): FeatureContext {
    const { text } = this;
    return {
      project: this.#project,
      path: this.#path,
      file: this.#project.update(this.#path, text).file,
      lines: new LineIndex(text),
      rules: RULES.map((rule) => rule.meta),
      client: { snippets: true, vscode: true, createsFiles: true },
      linesOf: () => undefined,
      textOf: () => undefined,
      uriOf: (path) => `file:///work/${path}`,
    };
  }

  /** As VS Code inserts: further lines are indented like the one they are inserted in. */
  #take(start: { line: number; character: number }, newText: string): void {
    const at = new LineIndex(this.text).offset(start);
    const line = this.text.slice(this.text.lastIndexOf('\n', at - 1) + 1, at);
    const indent = /^ */.exec(line)?.[0] ?? '';
    this.text = this.text.slice(0, at) + newText.replace('$0', '').replaceAll('\n', `\n${indent}`);
  }
}
