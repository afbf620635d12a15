// Articles of word processors and websites as Markdown: a program part of its own, loaded only when one is imported.

import mammoth from 'mammoth';
import { type HtmlArticle, markdownOfHtml } from '../conversion/html';

export { markdownOfHtml };

/** Title and subtitle are styles of a word processor, which pages do not have. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** Reads a Word document. @throws when the bytes are none */
export async function markdownOfWord(bytes: Uint8Array): Promise<HtmlArticle> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return markdownOfHtml(value);
}
