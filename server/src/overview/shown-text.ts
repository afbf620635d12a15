// How does a stretch of an article read without its markup?

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Stands for a citation in a text; a private sign, so that no other text is mistaken for it. Nothing that holds one is taken out. */
export const PLACE = '\uE000';

/** Markdown and HTML as a reader sees it, on one line. What could be a sign of the text itself stays. All lengths are bounded. */
export function withoutMarkup(text: string): string {
  return onOneLine(
    text
      .replace(/\n[ \t]{0,80}>[ \t>]{0,80}/g, '\n')
      .replace(/(?<!\\)<!--[^\uE000]{0,2000}?-->/g, ' ')
      .replace(/<br\s{0,9}\/?>/gi, ' ')
      .replace(/(?<!\\)<\/?[a-z][^<>\n\uE000]{0,300}>/gi, '')
      .replace(/!?\[([^[\]]{0,500})\]\([^()\n\uE000]{0,1000}(?:\([^()\n\uE000]{0,200}\)[^()\n\uE000]{0,200})?\)/g, '$1')
      .replace(/(?<!\*)\*(?=[^\s*])([^*]{0,1000}[^*\s])\*(?!\*)/g, '$1')
      .replace(/(\*{2,3})(?=[^\s*])([^*]{0,1000}[^*\s])\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]{0,1000}[^_\s])\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/~([^~\s]{1,40})~/g, '$1')
      .replace(/\^([^^\s]{1,40})\^/g, '$1')
      .replace(/(`{1,3})([^`\n]{1,1000})\1/g, '$2')
      .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] as string)
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
}

/** Line breaks and runs of spaces become one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
