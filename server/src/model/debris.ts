// Which marks do chat services leave in a text that no author writes?

interface Debris {
  /** What every match contains, rare signs first: a text without it is found out many times as fast as by the pattern. */
  readonly hints: readonly string[];
  /** What every match has behind its first hint. */
  readonly next?: RegExp;
  readonly pattern: RegExp;
  readonly what: string;
  readonly remedy: string;
}

/** What to do about a file that somebody gave to a chat service, and which nobody else can open. */
export const UPLOAD = 'Remove it, or give the source that the file was taken from.';
const PLACEHOLDER = 'Replace it with a real citation, or remove it.';

/** Marks that no author writes. Shapes as collected from published articles; each is certain. */
export const DEBRIS: readonly Debris[] = [
  {
    hints: ['://'],
    pattern: /https?:\/\/(?:(?!:\/\/)[^\s<>"')\]])*?ppl-ai-file-upload[^\s<>"')\]]*/g,
    what: 'a file uploaded to a chat service, not a source',
    remedy: UPLOAD,
  },
  {
    hints: ['[oaicite:'],
    pattern: /:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?/g,
    what: 'a citation mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: ['_', 'oai_citation'],
    pattern: /\[?oai_citation[:‡][^\s\])]*\]?/g,
    what: 'a citation mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: ['turn'],
    pattern: /\b(?:cite)?(?:turn\d+(?:search|view|news|image|file|fetch)\d+)+\b/g,
    what: 'a citation mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: [':/mnt/data'],
    pattern: /sandbox:\/mnt\/data[^\s)\]>"']*/g,
    what: 'a path on a chat service’s machine',
    remedy: UPLOAD,
  },
  {
    hints: ['['],
    next: /[acfimosw]/,
    pattern:
      /(?<!contentReference)\[(?:attached_file|web|file|cite|citation|oaicite|image|memory|source):\s?\d+(?:\s?,\s?(?:(?:attached_file|web|cite):\s?)?\d+)*\]/g,
    what: 'a citation mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: ['[cite_'],
    pattern: /\[cite_(?:start|end)\]/g,
    what: 'a citation mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: ['【'],
    pattern: /【(?:\d+(?::\d+)?†[^【】\n]{0,80}|oaicite:\d+)】/g,
    what: 'a citation mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: ['<grok-card'],
    pattern: /<grok-card\b[^<>]*>/g,
    what: 'a mark of a chat service',
    remedy: PLACEHOLDER,
  },
  {
    hints: ['_', 'grok_'],
    pattern: /\bgrok_(?:card|render)[\w-]*/g,
    what: 'a mark of a chat service',
    remedy: PLACEHOLDER,
  },
];

/** The first mark in a text, or undefined. */
export function debrisIn(text: string): string | undefined {
  for (const debris of DEBRIS) {
    const found = mayHold(text, debris) ? text.match(debris.pattern)?.[0] : undefined;
    if (found) return found;
  }
  return undefined;
}

/** False for nearly every text that holds none of these marks. */
export function mayHold(text: string, { hints, next }: Debris): boolean {
  if (!hints.every((hint) => text.includes(hint))) return false;
  const [hint = ''] = hints;
  if (!next) return true;
  for (let at = text.indexOf(hint); at >= 0; at = text.indexOf(hint, at + 1))
    if (next.test(text.charAt(at + hint.length))) return true;
  return false;
}
