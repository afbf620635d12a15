// Which spellings in running text are a mediator's name, and how far may a spelling stray and still be recognised?

import type { VocabEntry } from './entry';
import { GREEK, LATIN, normalise, spellOut } from './normalise';

/** How a name may be spelt. */
type Habit =
  /** Plain words, right in any case and with hyphens or spaces: `interleukin-6`. */
  | 'words'
  /** A code that is unmistakable in any case and without its hyphens: `IL-6`. */
  | 'code'
  /** Letters that mean something else in another case: `FasL`, `HGF`. */
  | 'letters';

/** One accepted spelling of one entry. */
export interface ProseForm {
  readonly entry: VocabEntry;
  readonly spelling: string;
  readonly habit: Habit;
}

const UNMISTAKABLE = /^(IL|IFN|TNF|TGF|CCL|CXCL|CX3CL|XCL|MIP|MCP|GRO)(?=[-\dα-ω])/;
/** Codes that are often written with a space before the digit; `IGF 1` or `MCP 2` would be too common by chance. */
const SPACED = /^(IL|CCL|CXCL)(?=-?\d)/;
const WORDS = /(^|[\s-])[a-z]{4,}/;

const HYPHENS = '\\-\\u2010-\\u2015\\u2212';
const HYPHEN_LIKE = new RegExp(`[${HYPHENS}]`, 'g');
const PIECE = /[α-ω]|[A-Za-z]+|\d+/g;
const LOOK_ALIKE = /[ßɑ]/;

function habitOf(spelling: string): Habit {
  if (WORDS.test(spelling)) return 'words';
  return UNMISTAKABLE.test(spelling) ? 'code' : 'letters';
}

/** Names with a digit or a Greek letter are recognised as they are; of names in letters only those that the data lists. In prose `IL6` is no name of its own. */
function ownSpellings(entry: VocabEntry): string[] {
  const { name, legacy, symbol } = entry;
  const isMisspeltName = symbol && habitOf(name) === 'code' && normalise(symbol) === normalise(name);
  const names = [name, legacy, isMisspeltName ? undefined : symbol].filter((spelling) => spelling !== undefined);
  return names.filter((name) => /[\dα-ω]/.test(name));
}

/** The spellings of a mediator that are recognised in running text; a receptor chain is no mediator. */
export function proseForms(entry: VocabEntry): ProseForm[] {
  if (entry.class === 'receptor') return [];
  const words = [entry.approvedName].filter((name) => name !== undefined);
  const spellings = new Set([...ownSpellings(entry), ...(entry.prose ?? []), ...words]);
  for (const unwanted of entry.quiet ?? []) spellings.delete(unwanted);
  return [...spellings].map((spelling) => ({ entry, spelling, habit: habitOf(spelling) }));
}

const inAnyCase = (letters: string): string =>
  [...letters].map((letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`).join('');

/** Pattern of a Greek letter: itself, a look-alike, its name, or (glued or hyphenated) the Latin letter that stands for it. */
function greekPattern(letter: string): string {
  const name = GREEK.get(letter) ?? letter;
  const latin = LATIN.get(name);
  const alike = [...GREEK].flatMap(([other, itsName]) => (itsName === name ? [other] : []));
  const spelt = `[${HYPHENS} \\u00a0]?(?:[${alike.join('')}]|${inAnyCase(name)})`;
  return latin ? `(?:${spelt}|[${HYPHENS}]?${inAnyCase(latin)})` : spelt;
}

/** `IL-1β` in any case, with or without hyphens, its Greek letter in any transcription; with a space only as `IL 1β`. */
function codePattern(spelling: string): RegExp {
  let anyCase = '';
  let spaced = '';
  for (const [at, piece] of (spelling.match(PIECE) ?? []).entries()) {
    if (GREEK.has(piece)) {
      anyCase += greekPattern(piece);
      spaced += greekPattern(piece);
      continue;
    }
    const gap = at === 0 ? '' : `[${HYPHENS}]?`;
    anyCase += gap + inAnyCase(piece);
    spaced += (at === 1 ? `[ \\u00a0]` : gap) + piece;
  }
  return new RegExp(SPACED.test(spelling) ? `^(?:${anyCase}|${spaced})$` : `^${anyCase}$`);
}

const patterns = new WeakMap<ProseForm, RegExp>();

function patternOf(form: ProseForm): RegExp {
  let pattern = patterns.get(form);
  if (!pattern) {
    pattern = codePattern(form.spelling);
    patterns.set(form, pattern);
  }
  return pattern;
}

/** `substance p-value` is not substance P: single capitals keep their case. */
function keepsCapitals(text: string, spelling: string): boolean {
  return (spelling.match(/\b[A-Z](?![A-Za-z])/g) ?? []).every((letter) => text.includes(letter));
}

/** Whether a text that normalises like the form's spelling is this name, right or misspelt, and not another one. */
export function isFormOf(text: string, form: ProseForm): boolean {
  if (text === form.spelling) return true;
  if (form.habit === 'words') return keepsCapitals(text, form.spelling);
  if (form.habit === 'code') return patternOf(form).test(text);
  return text.replace(HYPHEN_LIKE, '-') === form.spelling;
}

/** Whether the text is a right spelling of the form. */
export function isRight(text: string, form: ProseForm): boolean {
  if (text === form.spelling) return true;
  return form.habit === 'words' && spellOut(text) === spellOut(form.spelling) && !LOOK_ALIKE.test(text);
}

/** Every way to write the pieces of a spelling up to each of its breaks, in lower case: the first words a mention can begin with. */
export function firstWords(form: ProseForm): string[] {
  const chunk = form.habit === 'words' ? (form.spelling.split(/[\s-]/)[0] ?? '') : form.spelling;
  let written = [''];
  const words: string[] = [];
  for (const piece of chunk.match(PIECE) ?? []) {
    written = written.flatMap((start) => spellingsOf(piece).map((spelt) => start + spelt));
    words.push(...written);
  }
  return words;
}

function spellingsOf(piece: string): string[] {
  const lower = piece.toLowerCase();
  const name = GREEK.get(lower) ?? (LATIN.has(lower) ? lower : undefined);
  if (name === undefined) return [lower, spellOut(lower)];
  const letters = [...GREEK].flatMap(([letter, itsName]) => (itsName === name ? [letter] : []));
  return [name, LATIN.get(name) ?? name, ...letters];
}

/** How many words a spelling has at most, when every hyphen and every change of letters and digits is a break. */
export function wordCount(form: ProseForm): number {
  return form.spelling.match(PIECE)?.length ?? 1;
}
