// Which brace closes which in a BibTeX file? An entry at the start of a line ends whatever is open before it.

const AT = 0x40;
const BACKSLASH = 0x5c;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** An `@` that begins an entry at the start of a line: whatever is open before it was never closed. */
const ENTRY_LINE = /@\w+\s{0,20}\{[^,\n}]{0,200},/y;

export function beginsEntry(text: string, at: number): boolean {
  if (text[at - 1] !== '\n') return false;
  ENTRY_LINE.lastIndex = at;
  return ENTRY_LINE.test(text);
}

/** Closing brace of each opening one, in one pass; an entry at the start of a line ends what is open. */
export function closesOf(text: string): Map<number, number> {
  const closes = new Map<number, number>();
  let open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '{') open.push(i);
    else if (char === '}') {
      const start = open.pop();
      if (start !== undefined) closes.set(start, i);
    } else if (char === '@' && beginsEntry(text, i)) open = [];
  }
  return closes;
}

/** The brace that closes one; undefined when none does. */
export function closeOf(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === OPENING) depth++;
    else if (code === CLOSING && --depth === 0) return i;
    else if (code === AT && beginsEntry(text, i)) return undefined;
  }
  return undefined;
}
