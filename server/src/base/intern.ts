// How does a short text that was cut from a file stand alone, so that it does not keep the whole file in memory?

/** More than the citation keys of a large library; fewer, and they would be forgotten and made again and again. */
const MOST = 1 << 18;
const known = new Map<string, string>();

/** A copy of a text. What is cut from a longer text refers to all of it; a copy does not. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** The same text as was given before, if it was; else a copy that stands alone. For what comes again and again. */
export function intern(text: string): string {
  const same = known.get(text);
  if (same !== undefined) return same;
  const copy = copyOf(text);
  if (known.size >= MOST) known.clear();
  known.set(copy, copy);
  return copy;
}
