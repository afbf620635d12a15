// What does a stretch of text say when it is read as YAML? Text in, tree and problems out, never an exception.

import { Composer, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import type { Comment, SyntaxProblem } from './problem';
import type { YamlDocument, YamlFile } from './yaml-node';
import { readPlainPiece, readPlainYaml } from './yaml-plain';
import { explainError, type Hints } from './yaml-problem';
import { buildTree } from './yaml-tree';

/** Open constructions (lists, maps, documents) at one time; deeper text is no content, and recursion stays within bounds. */
const DEPTH_LIMIT = 256;
/** Problems worth listing in one file. */
const PROBLEM_LIMIT = 100;
/** Comments are wanted for suppressions alone. */
export const COMMENT_MARK = 'clinical-content-';
/** The lexer's control signs: they take no room in the text. */
const DOCUMENT_SIGN = '\x02';
const FLOW_END_SIGN = '\x18';
const SCALAR_SIGN = '\x1f';

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads `text.slice(start, end)` as YAML 1.2 (one or more documents). All offsets in the result are offsets in `text`.
 * Comments are collected only when the text mentions `clinical-content-`; duplicate keys are kept and are no problem.
 */
export function parseYaml(text: string, start = 0, end = text.length): YamlFile {
  return readPlainYaml(text, start, end) ?? parseFullYaml(text, start, end);
}

/** Reads a piece that was copied from a text; all offsets in the result are offsets in that text. */
export function parseYamlPiece(piece: string, offset: number): YamlFile {
  return readPlainPiece(piece, offset) ?? parseFullPiece(piece, offset);
}

/** `parseYaml` by the parser alone, without the quick way for plain text. */
export function parseFullYaml(text: string, start = 0, end = text.length): YamlFile {
  return parseFullPiece(text.slice(start, end), start);
}

function parseFullPiece(piece: string, offset: number): YamlFile {
  try {
    return new YamlReader(piece, offset).read();
  } catch {
    const whole = { start: offset, end: offset + piece.length };
    return { documents: [], problems: [{ ...whole, message: 'This text cannot be read as YAML.' }], comments: [] };
  }
}

/** One reading of one text: feeds lexer, parser and composer in step, so that comments and open brackets are seen in passing. */
class YamlReader {
  readonly #source: string;
  readonly #base: number;
  readonly #composer = new Composer(OPTIONS);
  readonly #parsed: Document.Parsed<ParsedNode>[] = [];
  readonly #comments: Comment[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #hints: Hints;
  readonly #brackets: number[] = [];

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
    this.#hints = { source, unclosedQuotes: new Map(), unclosedBrackets: [] };
  }

  read(): YamlFile {
    this.#feed();
    this.#parsed.push(...this.#composer.end());
    const documents = this.#parsed.map((parsed) => this.#document(parsed));
    for (const error of this.#composer.streamInfo().errors) this.#addProblem(error);
    return { documents, problems: firstOfEachLine(this.#source, this.#problems, this.#base), comments: this.#comments };
  }

  #feed(): void {
    const parser = new Parser();
    const wantsComments = this.#source.includes(COMMENT_MARK);
    let offset = 0;
    let atScalar = false;
    for (const lexeme of new Lexer().lex(this.#source)) {
      for (const token of parser.next(lexeme)) this.#parsed.push(...this.#composer.next(token));
      if (atScalar) {
        atScalar = false;
      } else if (lexeme === SCALAR_SIGN) {
        atScalar = true;
        continue;
      } else if (lexeme === DOCUMENT_SIGN || lexeme === FLOW_END_SIGN) {
        if (lexeme === FLOW_END_SIGN) this.#hints.unclosedBrackets.push(...this.#brackets.splice(0));
        continue;
      } else {
        this.#notice(lexeme, offset, wantsComments);
      }
      offset += lexeme.length;
      if (parser.stack.length > DEPTH_LIMIT) {
        this.#stopAt(offset - lexeme.length);
        return;
      }
    }
    for (const token of parser.end()) this.#parsed.push(...this.#composer.next(token));
  }

  #notice(lexeme: string, offset: number, wantsComments: boolean): void {
    const first = lexeme[0];
    if (first === '#') {
      if (!wantsComments) return;
      const start = this.#base + offset;
      this.#comments.push({ start, end: start + lexeme.length, text: lexeme.replace(/^#+/, '').trim() });
    } else if (first === '[' || first === '{') this.#brackets.push(offset);
    else if (first === ']' || first === '}') this.#brackets.pop();
    else if ((first === '"' || first === "'") && (lexeme.length === 1 || !lexeme.endsWith(first)))
      this.#hints.unclosedQuotes.set(offset + lexeme.length, offset);
  }

  #stopAt(offset: number): void {
    const start = this.#base + offset;
    this.#problems.push({
      start,
      end: start + 1,
      message: 'This is nested too deeply to be read; remove some of the levels.',
    });
  }

  #document(parsed: Document.Parsed<ParsedNode>): YamlDocument {
    let previous = -1;
    for (const error of parsed.errors) {
      if (error.pos[0] !== previous) this.#addProblem(error);
      previous = error.pos[0];
    }
    const root = buildTree(parsed.contents, this.#source, this.#base);
    if (root) return { start: root.start, end: root.end, root };
    const [start, , end] = parsed.range;
    return {
      start: this.#base + Math.min(start, this.#source.length),
      end: this.#base + Math.min(end, this.#source.length),
      root,
    };
  }

  #addProblem(error: YAMLError): void {
    const { start, end, message } = explainError(error, this.#hints);
    this.#problems.push({ start: this.#base + start, end: this.#base + end, message });
  }
}

/** One mistake makes the parser stumble several times; what it says first about a line is what the author needs. */
function firstOfEachLine(source: string, problems: readonly SyntaxProblem[], base: number): SyntaxProblem[] {
  const kept: SyntaxProblem[] = [];
  let lineEnd = -1;
  for (const problem of problems.toSorted((a, b) => a.start - b.start)) {
    if (problem.start - base <= lineEnd) continue;
    if (kept.push(problem) === PROBLEM_LIMIT) break;
    const next = source.indexOf('\n', problem.start - base);
    lineEnd = next < 0 ? source.length : next;
  }
  return kept;
}
