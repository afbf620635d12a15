// Does a word contain a letter that only looks right?

import type { FileRule, Reporter } from '../lint/rule';
import { proseRanges } from '../syntax/prose';

/** Nothing without one of these is looked at twice. */
const SUSPECT = /[ß–−Ѐ-ӿΟΑΒΕΙΚΜΝΡΤΧο]/u;
/** Eszett where Greek beta is meant: after a capital name or a number, never inside a German word. */
const ESZETT = /(?<=(?:\b(?:IL|TNF|TGF|IFN|NF|MIP|GRO|PDGF|INF)[-‐‑– ]?(?:κ[-‐‑–]?)?\d{0,2}[-‐‑– ]?))ß(?!\p{Ll})/gu;
/** Dashes that look like a hyphen, in the names of mediators only. U+2010 and U+2011 are hyphens that typesetters put there. */
const HYPHEN = /(?<=\b(?:IL|TNF|TGF|IFN|CCL|CXCL|MCP|MIP|GM|G|M))[–−](?=(?:\d|α|β|γ|CSF\b))/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  ο: 'o',
  Ο: 'O',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ρ: 'P',
  Τ: 'T',
  Χ: 'X',
};

function mixedWords(text: string, offset: number, report: Reporter): void {
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!/[a-z]{2}/i.test(word) || !/[Ѐ-ӿΟΑΒΕΙΚΜΝΡΤΧο]/u.test(word)) continue;
    const letters = [...word];
    if (!letters.every((letter) => /\p{Script=Latin}/u.test(letter) || LATIN[letter])) continue;
    const start = offset + match.index;
    const plain = letters.map((letter) => LATIN[letter] ?? letter).join('');
    const strange = letters.find((letter) => LATIN[letter]) ?? '';
    report({
      start,
      end: start + word.length,
      message: `“${word}” contains “${strange}” from another alphabet, so a search for “${plain}” does not find it: type the word again.`,
      fix: { title: `Change to “${plain}”`, edits: [{ start, end: start + word.length, text: plain }] },
    });
  }
}

export const lookAlikeLetter: FileRule = {
  scope: 'file',
  meta: {
    id: 'look-alike-letter',
    group: 'words',
    summary: 'A letter or hyphen that only looks like the right one: ß for β, a Cyrillic а, a dash inside IL–6.',
    severity: 'warning',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check(file, report) {
    if (!SUSPECT.test(file.text)) return;
    const blocks = file.prose?.blocks.filter((block) => block.kind !== 'code') ?? [];
    const ranges = file.prose ? blocks.flatMap(proseRanges) : [{ start: 0, end: file.text.length }];
    for (const { start, end } of ranges) {
      const text = file.text.slice(start, end);
      if (!SUSPECT.test(text)) continue;
      for (const match of text.matchAll(ESZETT)) {
        const at = start + match.index;
        report({
          start: at,
          end: at + 1,
          message: 'This is the German letter ß where the Greek letter β is meant: write β.',
          fix: { title: 'Change to β', edits: [{ start: at, end: at + 1, text: 'β' }] },
        });
      }
      for (const match of text.matchAll(HYPHEN)) {
        const at = start + match.index;
        report({
          start: at,
          end: at + 1,
          message: 'This dash is not a hyphen, so a search for the name does not find it: write a hyphen.',
          fix: { title: 'Change to a hyphen', edits: [{ start: at, end: at + 1, text: '-' }] },
        });
      }
      mixedWords(text, start, report);
    }
  },
};
