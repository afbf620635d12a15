// Does a path match a pattern with stars? In a time that grows with both, whatever the pattern: nothing becomes a regular expression.

/** One place of a name: a letter, any letter, any number of letters, or a letter of some. */
type Token = string | { readonly type: 'any' } | { readonly type: 'star' } | LetterClass;

interface LetterClass {
  readonly type: 'class';
  readonly has: (letter: string) => boolean;
}

/** A name between slashes; a text that has nothing special stands for itself. */
type Segment = string | readonly Token[] | typeof ANY_DEPTH;

const ANY_DEPTH = Symbol('any number of names');
const ANY = { type: 'any' } as const;
const STAR = { type: 'star' } as const;

/** Longer patterns, and more alternatives, are no person's. */
const LONGEST = 1000;
const MOST_ALTERNATIVES = 200;

const POSIX: Readonly<Record<string, (letter: string) => boolean>> = {
  alnum: (one) => /[a-z0-9]/i.test(one),
  alpha: (one) => /[a-z]/i.test(one),
  blank: (one) => one === ' ' || one === '\t',
  digit: (one) => /[0-9]/.test(one),
  lower: (one) => /[a-z]/.test(one),
  punct: (one) => /[!-/:-@[-`{-~]/.test(one),
  space: (one) => /\s/.test(one),
  upper: (one) => /[A-Z]/.test(one),
  xdigit: (one) => /[0-9a-f]/i.test(one),
};

/** The class that begins at `from` with a bracket, and where it ends; undefined for a bracket that stands for itself. */
function classAt(text: string, from: number): { readonly token: LetterClass; readonly end: number } | undefined {
  let at = from + 1;
  const isNegated = text[at] === '!' || text[at] === '^';
  if (isNegated) at++;
  const tests: ((letter: string) => boolean)[] = [];
  for (const first = at; ; ) {
    const letter = text[at];
    if (letter === undefined) return undefined;
    if (letter === ']' && at > first) break;
    const posix = letter === '[' && text[at + 1] === ':' ? text.indexOf(':]', at + 2) : -1;
    const named = posix < 0 ? undefined : POSIX[text.slice(at + 2, posix)];
    if (named) {
      tests.push(named);
      at = posix + 2;
      continue;
    }
    if (letter === '\\') at++;
    const low = text[at] ?? '\\';
    at++;
    if (text[at] !== '-' || text[at + 1] === ']' || text[at + 1] === undefined) {
      tests.push((one) => one === low);
      continue;
    }
    at += text[at + 1] === '\\' ? 2 : 1;
    const high = text[at] ?? low;
    at++;
    tests.push((one) => low <= one && one <= high);
  }
  return { token: { type: 'class', has: (one) => tests.some((test) => test(one)) !== isNegated }, end: at + 1 };
}

function segmentOf(text: string): Segment {
  if (text === '**') return ANY_DEPTH;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    const found = letter === '[' ? classAt(text, at) : undefined;
    if (found) {
      tokens.push(found.token);
      at = found.end - 1;
    } else if (letter === '\\' && at + 1 < text.length) tokens.push(text[++at] ?? '');
    else if (letter === '?') tokens.push(ANY);
    else if (letter !== '*') tokens.push(letter);
    else if (tokens.at(-1) !== STAR) tokens.push(STAR);
  }
  return tokens.every((one) => typeof one === 'string') ? tokens.join('') : tokens;
}

function fits(token: Token | undefined, letter: string): boolean {
  if (typeof token === 'string') return token === letter;
  return token?.type === 'any' || (token?.type === 'class' && token.has(letter));
}

/**
 * The way that needs no more than one look back: what the last star has taken is never worth changing again once another star has
 * been reached. `size` places of a pattern, `length` of what it is held against.
 */
function matchesWithStars(
  size: number,
  length: number,
  isStar: (place: number) => boolean,
  isFit: (place: number, at: number) => boolean,
): boolean {
  let [place, at, star, taken] = [0, 0, -1, 0];
  while (at < length) {
    if (place < size && isStar(place)) {
      star = place++;
      taken = at;
    } else if (place < size && isFit(place, at)) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++taken;
    } else return false;
  }
  while (place < size && isStar(place)) place++;
  return place === size;
}

function isName(segment: Segment | undefined, name: string): boolean {
  if (typeof segment === 'string') return segment === name;
  if (segment === undefined || segment === ANY_DEPTH) return false;
  return matchesWithStars(
    segment.length,
    name.length,
    (place) => segment[place] === STAR,
    (place, at) => fits(segment[place], name[at] ?? ''),
  );
}

/** What a pattern without alternatives says of a path's names. All that is in a folder is not the folder, as for Git. */
export function namesMatcher(pattern: string): (names: readonly string[]) => boolean {
  const segments = (pattern.endsWith('/**') ? `${pattern}/*` : pattern).split('/').map(segmentOf);
  return (names) =>
    matchesWithStars(
      segments.length,
      names.length,
      (place) => segments[place] === ANY_DEPTH,
      (place, at) => isName(segments[place], names[at] ?? ''),
    );
}

/** Where the brace at `from` closes, and the commas that are its own; undefined for a brace that stands for itself. */
function braceAt(text: string, from: number): { readonly end: number; readonly commas: readonly number[] } | undefined {
  const commas: number[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === ',' && depth === 1) commas.push(at);
    else if (letter === '}' && --depth === 0) return { end: at, commas };
  }
  return undefined;
}

/** What stands in a brace, one by one; undefined where it stands for itself. */
function alternativesIn(text: string, from: number, end: number, commas: readonly number[]): string[] | undefined {
  if (commas.length > 0)
    return [...commas, end].map((comma, index) => text.slice((commas[index - 1] ?? from) + 1, comma));
  const [, first, last] = /^(\d{1,6}|[A-Za-z])\.\.(\d{1,6}|[A-Za-z])$/.exec(text.slice(from + 1, end)) ?? [];
  if (first === undefined || last === undefined || /\d/.test(first) !== /\d/.test(last)) return undefined;
  const isNumber = /\d/.test(first);
  const [a, b] = isNumber ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  if (Math.abs(a - b) > MOST_ALTERNATIVES) return undefined;
  const values = Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index);
  return values.map((value) => (isNumber ? String(value) : String.fromCharCode(value)));
}

/** Patterns without braces that mean the same together; undefined when there are too many. */
function withoutBraces(pattern: string): string[] | undefined {
  const done: string[] = [];
  const open: { readonly text: string; readonly from: number }[] = [{ text: pattern, from: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { text, from } = next;
    const start = braceIn(text, from);
    const brace = start < 0 ? undefined : braceAt(text, start);
    const parts = brace && alternativesIn(text, start, brace.end, brace.commas);
    if (start < 0) done.push(text);
    else if (!brace || !parts) open.push({ text, from: start + 1 });
    else {
      const [head, tail] = [text.slice(0, start), text.slice(brace.end + 1)];
      for (const part of parts) open.push({ text: head + part + tail, from: start });
    }
    if (done.length + open.length > MOST_ALTERNATIVES) return undefined;
  }
  return done;
}

function braceIn(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') return at;
  }
  return -1;
}

/** Whether a pattern is too long, or has too many alternatives, to be meant by a person. */
export function isExcessive(pattern: string): boolean {
  return pattern.length > LONGEST || withoutBraces(pattern) === undefined;
}

/**
 * Whether a path matches a pattern: `*` and `?` stand for letters of a name, `**` for any number of folders, `[a-z]` for one letter,
 * `{a,b}` for either; a `!` at the beginning turns it round. Undefined for a pattern that is excessive.
 */
export function globMatcher(pattern: string): ((path: string) => boolean) | undefined {
  const [signs = ''] = /^!*/.exec(pattern) ?? [];
  const alternatives = pattern.length > LONGEST ? undefined : withoutBraces(pattern.slice(signs.length));
  if (!alternatives) return undefined;
  const matchers = alternatives.map(namesMatcher);
  const isTurned = signs.length % 2 === 1;
  return (path) => {
    const names = path.split('/');
    return matchers.some((matches) => matches(names)) !== isTurned;
  };
}
