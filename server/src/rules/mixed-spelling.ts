// Does an article keep to one spelling, British or American?

import type { Range } from '../base/range';
import { headOf, NumberSet } from '../base/words';
import type { FileRule } from '../lint/rule';
import type { SourceFile } from '../model/source-file';
import { scalarText, valueAt } from '../syntax/yaml-node';
import { proseWords } from './prose-word';
import { counterpart, ISE_STEMS, isAlike, STEMS } from './spelling-pair';

type Spelling = 'British' | 'American';

interface Found extends Range {
  readonly word: string;
  readonly spelling: Spelling;
  /** -ise and -ize words are a matter of their own: -ize is British too (Oxford). */
  readonly isIse: boolean;
  readonly other: string;
}

/** Stems whose American form is also British in another sense, or the start of other words: only the unmistakable side counts. */
const ONE_SIDED = new Set([
  'foet',
  'metre',
  'counsell',
  'labell',
  'modell',
  'signall',
  'travell',
  'analys',
  'catalys',
  'hydrolys',
  'paralys',
  'grey',
  'sulph',
  'titre',
  'harbour',
  'labour',
]);
/** Names keep their own spelling. */
const NAME =
  /\btumou?r necrosis factors?\b|\bWorld Health Organi[sz]ation\b|\b(?:Center|Centre)s? (?:for|of) \p{Lu}/giu;

const british = new Map(STEMS.map(([b, a]) => [b, a]));
const american = new Map(STEMS.filter(([b]) => !ONE_SIDED.has(b)).map(([b, a]) => [a, b]));

const ALL_STEMS = [...british.keys(), ...american.keys(), ...ISE_STEMS];
/** First letters of all stems: words that begin otherwise are not looked at. */
const HEADS = new NumberSet(ALL_STEMS.map(headOf));
const patterns = new Map<number, RegExp>();

/** Finds the stems that begin with the letters of `head`; among all stems a word would be looked for in vain too often. */
function patternOf(head: number): RegExp {
  const known = patterns.get(head);
  if (known) return known;
  const from = (stems: Iterable<string>) => [...stems].filter((stem) => headOf(stem) === head).join('|') || '(?!)';
  const ise = `(${from(ISE_STEMS)})i([sz])(?=(?:e|ed|es|er|ers|ing|ation|ations|able)\\b)`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(${from(british.keys())})|(${from(american.keys())})|${ise})\\p{L}*`,
    'iuy',
  );
  patterns.set(head, pattern);
  return pattern;
}

function wordsIn(file: SourceFile): Found[] {
  const { words } = proseWords(file);
  const found: Found[] = [];
  for (let i = 0; i < words.count; i++) {
    if (!HEADS.has(words.head(i))) continue;
    const pattern = patternOf(words.head(i));
    pattern.lastIndex = words.start(i);
    const match = pattern.exec(file.text);
    const one = match && !isName(file.text, match.index) ? classify(match) : undefined;
    if (one) found.push(one);
  }
  return found;
}

/** Whether the word at `index` is part of a name that keeps its own spelling. */
function isName(text: string, index: number): boolean {
  if (isCapitalWithin(text, index)) return true;
  const from = Math.max(0, index - 30);
  const context = text.slice(from, index + 40);
  return [...context.matchAll(NAME)].some(
    (name) => from + name.index <= index && index < from + name.index + name[0].length,
  );
}

/** A capital inside a sentence: a society, a journal, a programme, a person. */
function isCapitalWithin(text: string, index: number): boolean {
  if (!/^\p{Lu}/u.test(text.slice(index, index + 2))) return false;
  return /[\p{L}\p{N},&](?:[ \t]+|[ \t]*\r?\n[ \t]*)$/u.test(text.slice(Math.max(0, index - 20), index));
}

function classify(match: RegExpExecArray): Found | undefined {
  const word = match[0];
  const start = match.index;
  const [, b, a, ise, letter] = match;
  const range = { start, end: start + word.length, word };
  if (isAlike(word)) return undefined;
  if (ise && letter) {
    const at = ise.length + 1;
    const other = word.slice(0, at) + swapped(letter) + word.slice(at + 1);
    return { ...range, spelling: letter.toLowerCase() === 's' ? 'British' : 'American', isIse: true, other };
  }
  const stem = (b ?? a ?? '').toLowerCase();
  const replacement = b ? british.get(stem) : american.get(stem);
  if (!replacement) return undefined;
  return {
    ...range,
    spelling: b ? 'British' : 'American',
    isIse: false,
    other: counterpart(word, stem, replacement),
  };
}

/** How many words of an article are spelt in one way only. -ise is British; -ize is American and also British. */
export interface SpellingCount {
  readonly british: number;
  readonly american: number;
  readonly ise: number;
  readonly ize: number;
}

/** Counts the words by which an article shows its spelling. */
export function spellingCount(file: SourceFile): SpellingCount {
  const counts = { british: 0, american: 0, ise: 0, ize: 0 };
  for (const { spelling, isIse } of wordsIn(file)) {
    if (spelling === 'British') counts[isIse ? 'ise' : 'british']++;
    else counts[isIse ? 'ize' : 'american']++;
  }
  return counts;
}

function swapped(letter: string): string {
  return letter === 's' ? 'z' : letter === 'z' ? 's' : letter === 'S' ? 'Z' : 'S';
}

function majority(words: readonly Found[]): Spelling | undefined {
  const count = words.filter((word) => word.spelling === 'British').length;
  return count * 2 === words.length ? words[0]?.spelling : count * 2 > words.length ? 'British' : 'American';
}

/** The language an article is said to be in: its front matter, else the project's. */
function declared(file: SourceFile, language: string | undefined): Spelling | undefined {
  const root = file.prose?.frontMatter?.yaml.documents[0]?.root;
  const said = scalarText(valueAt(root, 'language')) ?? scalarText(valueAt(root, 'lang')) ?? language;
  return said === 'en-GB' || said === 'en-AU' || said === 'en-NZ'
    ? 'British'
    : said === 'en-US'
      ? 'American'
      : undefined;
}

export const mixedSpelling: FileRule = {
  scope: 'file',
  meta: {
    id: 'mixed-spelling',
    group: 'words',
    summary: 'British and American spellings in one article, or spellings other than those the article says it uses.',
    severity: 'hint',
    confidence: 'medium',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report, context) {
    const words = wordsIn(file);
    const said = declared(file, context.language);
    const plain = said ?? majority(words.filter((word) => !word.isIse));
    const ise = said === 'American' || plain === 'American' ? 'American' : majority(words.filter((word) => word.isIse));
    const reported = new Set<string>();
    for (const { word, spelling, isIse, other, start, end } of words) {
      const wanted = isIse ? ise : plain;
      if (!wanted || spelling === wanted || reported.has(word.toLowerCase())) continue;
      reported.add(word.toLowerCase());
      const rest = isIse && plain !== 'American' ? (wanted === 'American' ? '-ize' : '-ise') : wanted;
      const isSaid = said !== undefined && !rest.startsWith('-');
      const reason = isSaid
        ? `this article is to be in ${said} English`
        : `the rest of this article uses ${rest} spelling`;
      report({
        start,
        end,
        message: `“${word}” is ${isIse ? (spelling === 'British' ? 'the -ise' : 'the -ize') : `the ${spelling}`} spelling; ${reason}: “${other}”.`,
        suggestions: [{ title: `Change to “${other}”`, edits: [{ start, end, text: other }] }],
      });
    }
  },
};
