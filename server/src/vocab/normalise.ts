// When are two spellings the same name? When they differ only in case, hyphens, spaces, Greek letters or British spelling.

/** Greek letters as they are spelled out; `ß` and `ɑ` are look-alikes that people type for β and α. */
export const GREEK: ReadonlyMap<string, string> = new Map([
  ['α', 'alpha'],
  ['ɑ', 'alpha'],
  ['β', 'beta'],
  ['ß', 'beta'],
  ['γ', 'gamma'],
  ['δ', 'delta'],
  ['ε', 'epsilon'],
  ['ζ', 'zeta'],
  ['η', 'eta'],
  ['θ', 'theta'],
  ['κ', 'kappa'],
  ['λ', 'lambda'],
  ['μ', 'mu'],
  ['σ', 'sigma'],
  ['ω', 'omega'],
]);

/** The Latin letter that stands for a Greek one in plain typing; `w` for omega follows the gene IFNW1. */
export const LATIN: ReadonlyMap<string, string> = new Map([
  ['alpha', 'a'],
  ['beta', 'b'],
  ['gamma', 'g'],
  ['delta', 'd'],
  ['epsilon', 'e'],
  ['kappa', 'k'],
  ['lambda', 'l'],
  ['omega', 'w'],
]);

const AMERICAN: ReadonlyMap<string, string> = new Map([
  ['tumour', 'tumor'],
  ['isation', 'ization'],
  ['signalling', 'signaling'],
  ['fibre', 'fiber'],
  ['behaviour', 'behavior'],
  ['aesthe', 'esthe'],
  ['leukaem', 'leukem'],
  ['leucocyte', 'leukocyte'],
  ['neurone', 'neuron'],
]);

const GREEK_LETTER = /[αɑβßγδεζηθκλμσω]/g;
const BRITISH = new RegExp([...AMERICAN.keys()].join('|'), 'g');
const GREEK_NAME = new RegExp([...LATIN.keys()].join('|'), 'g');
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Like `normalise`, but Greek letters become words: keeps `IL-1Rα` (a receptor chain) apart from `IL-1RA` (an antagonist). */
export function spellOut(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(GREEK_LETTER, (letter) => GREEK.get(letter) ?? letter)
    .replace(NEITHER_LETTER_NOR_DIGIT, '')
    .replace(BRITISH, (word) => AMERICAN.get(word) ?? word);
}

/** Greek letters that were spelt out, each as the one Latin letter that stands for it. */
export function abbreviateGreek(spelt: string): string {
  return spelt.replace(GREEK_NAME, (word) => LATIN.get(word) ?? word);
}

/** The one key under which all spellings of a name meet: `TNF-α`, `TNF alpha` and `tnfa` are all `tnfa`. */
export function normalise(text: string): string {
  return abbreviateGreek(spellOut(text));
}

/** The kebab-case id of a name: `IL-1β` is `il-1-beta`. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(GREEK_LETTER, (letter) => ` ${GREEK.get(letter)} `)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
