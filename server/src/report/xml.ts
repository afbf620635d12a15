// How does text become part of an XML document without being taken for markup?

import { wellFormed } from './safe-text';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for content and attributes; what XML 1.0 cannot hold becomes the sign for an unknown character. */
function escapedXml(text: string): string {
  return wellFormed(text)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);
}

/** An element with its attributes; `content` is XML, by default none. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedXml(String(value))}"`);
  const start = `<${name}${list.join('')}`;
  return content.length === 0 ? `${start}/>\n` : `${start}>\n${content.join('')}</${name}>\n`;
}
