// How does a short text that was cut from a file stand alone, so that it does not keep the whole file in memory?

/** More than the citation keys of a large library; fewer, and they would be forgotten and made again and again. */
const MOST = 1 << 18;
/** Longer texts are nobody's name, and are not remembered. */
const LONGEST = 1000;
let known = new Map<string, string>();

/** V8 copies shorter pieces when they are cut; longer ones refer to the text they were cut from. */
const SHORTEST_PIECE = 13;

/** A copy of a text. What is cut from a longer text refers to all of it; a copy does not. */
export function copyOf(text: string): string {
  return text.length < SHORTEST_PIECE ? text : ` ${text}`.slice(1);
}

/** What stands between two offsets, as a text that was given before if it was; else one that stands alone. For what comes again and again. */
export function intern(text: string, start = 0, end = text.length): string {
  const piece = text.slice(start, end);
  if (piece.length > LONGEST) return copyOf(piece);
  const found = known.get(piece);
  if (found !== undefined) return found;
  if (known.size >= MOST) known = new Map();
  const copy = copyOf(piece);
  known.set(copy, copy);
  return copy;
}
