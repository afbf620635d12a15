// Where does a web address in running text end? Decided here alone, for whoever reads one and whoever changes one.

/** Where a web address begins. */
const ADDRESS_START = /\b(?:https?:\/\/|www\.)/gi;

/** Signs of ASCII that no address holds as they are. */
const NEVER = new Set([...' "<>\\^`{|}\u007f'].map((sign) => sign.charCodeAt(0)));
/** Beyond ASCII, letters and digits belong to an address; dashes, quotation marks and raised digits to the text around it. */
const LETTER = /[\p{L}\p{M}\p{Nd}]/u;
/** Signs that close a sentence, a quotation or an emphasis when they stand last. */
const TAIL = ".,;:!?'*_~";
/** `&gt;` is a sign of the text; `&amp;` is how HTML writes the `&` of an address. */
const ENTITY = /&(?!amp;)#?[a-z\d]{1,8};/iy;
/** A bracket in an address, as in `10.1641/0006-3568(2000)050[0529:TROGNM]2.0.CO;2`, holds something that is no citation. */
const INNER_BRACKET = /\[(?![@^[]|-@|[\d\s,;–—‑-]*\])[^\s[\]]{1,100}\](?=[\w.])/y;

function isStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code < 32 || NEVER.has(code);
  const isHalf = code >= 0xd800 && code < 0xe000;
  return !isHalf && !LETTER.test(text.charAt(at));
}

function matchesAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

/** The quotation mark or emphasis in front of an address, which closes it as well. */
function closingSign(text: string, start: number): string | undefined {
  const before = text[start - 1];
  return before === "'" || before === '*' ? before : undefined;
}

/** The end of the address that begins at `start`: half open, and `start` where there is none. Linear in its length. */
export function addressEnd(text: string, start: number, limit = text.length): number {
  const closing = closingSign(text, start);
  const open: number[] = [];
  let at = start;
  for (; at < limit; at++) {
    const sign = text[at] as string;
    if (isStop(text, at) || sign === closing || sign === ']') break;
    if (sign === '*' && text[at + 1] === '*') break;
    if (sign === '(') open.push(at);
    else if (sign === ')' && open.pop() === undefined) break;
    else if (sign === '&' && matchesAt(ENTITY, text, at) > 0) break;
    else if (sign === '[') {
      const inner = matchesAt(INNER_BRACKET, text, at);
      if (inner === 0 || at + inner > limit) break;
      at += inner - 1;
    }
  }
  let end = open[0] ?? at;
  while (end > start && TAIL.includes(text[end - 1] as string)) end--;
  return end;
}

/** The web addresses in a stretch of text that begin with `http://` or `https://`, in order. */
export function* addressesIn(text: string, from = 0, to = text.length): Generator<{ start: number; end: number }> {
  for (let at = from; at < to; ) {
    ADDRESS_START.lastIndex = at;
    const start = ADDRESS_START.exec(text)?.index ?? to;
    if (start >= to) return;
    const end = Math.max(start + 1, addressEnd(text, start, to));
    if (text[start] !== 'w' && text[start] !== 'W') yield { start, end };
    at = end;
  }
}
