// Which stretch of a text did an edit change?

/** Before `from` two texts are equal, and so are they from `toA` and `toB` on. */
interface TextChange {
  readonly from: number;
  readonly toA: number;
  readonly toB: number;
}

/** Stretches are compared whole, which takes a small part of the time that one character after the other does. */
const STRETCH = 4096;

/** The changed stretch of two texts, as short as it can be. */
export function changeBetween(a: string, b: string): TextChange {
  const shortest = Math.min(a.length, b.length);
  let from = 0;
  while (from + STRETCH <= shortest && a.slice(from, from + STRETCH) === b.slice(from, from + STRETCH)) from += STRETCH;
  while (from < shortest && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  const longest = shortest - from;
  let tail = 0;
  while (tail + STRETCH <= longest && lastOf(a, tail) === lastOf(b, tail)) tail += STRETCH;
  while (tail < longest && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return { from, toA: a.length - tail, toB: b.length - tail };
}

/** The stretch that ends so many characters before the end. */
function lastOf(text: string, tail: number): string {
  return text.slice(text.length - tail - STRETCH, text.length - tail);
}
