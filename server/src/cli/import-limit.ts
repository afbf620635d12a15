// Is an article small enough to be read? A file of a few kilobytes can unpack to gigabytes, and a page be made of millions of elements.

import { inflateRawSync } from 'node:zlib';
import { countText } from '../report/count';

/** With all its pictures; what reads them needs as much memory again. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Of what is text and marks, and no picture. */
const MOST_MARKUP = 16 * 1024 * 1024;
const MOST_TAGS = 300_000;

const TOO_MANY = `is made of more than ${countText(MOST_TAGS)} elements, which no article is`;
const TOO_LONG = `holds more than ${MOST_MARKUP / 1024 / 1024} MB of text, which no article does`;
const TOO_LARGE = `holds more than ${MOST_BYTES / 1024 / 1024} MB when it is unpacked, which no article does`;
const DAMAGED = 'could not be read as a Word document';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const DEFLATED = 8;

/** Before its first element stand only spaces, and bytes that tell the encoding. */
function isMarkup(part: Uint8Array): boolean {
  for (const byte of part) {
    if (byte === 60) return true;
    if (byte > 32 && ![0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte)) return false;
  }
  return false;
}

function tagsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) count++;
  return count;
}

/** What stands against reading a page; it follows the name in a sentence. */
export function pageProblem(text: string): string | undefined {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) if (++count > MOST_TAGS) return TOO_MANY;
  return undefined;
}

/** Where the list of an archive's files begins, and how many there are. */
function directoryOf(zip: Buffer): { readonly at: number; readonly count: number } | undefined {
  for (let at = zip.length - END_SIZE; at >= Math.max(0, zip.length - END_SIZE - 0xffff); at--)
    if (zip.readUInt32LE(at) === END) return { at: zip.readUInt32LE(at + 16), count: zip.readUInt16LE(at + 10) };
  return undefined;
}

/** What stands against reading a Word document. Each of its parts is unpacked, for what it says of its size may not be true. */
export function wordProblem(bytes: Uint8Array): string | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_BYTES;
  let markup = 0;
  let tags = 0;
  try {
    const directory = directoryOf(zip);
    if (!directory) return DAMAGED;
    let { at } = directory;
    for (let index = 0; index < directory.count; index++) {
      if (zip.readUInt32LE(at) !== ENTRY) return DAMAGED;
      const local = zip.readUInt32LE(at + 42);
      const start = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      const isDeflated = zip.readUInt16LE(at + 10) === DEFLATED;
      const part = isDeflated ? inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }) : packed;
      left -= part.length;
      if (isMarkup(part)) {
        markup += part.length;
        tags += tagsIn(part);
      }
      if (markup > MOST_MARKUP) return TOO_LONG;
      if (left <= 0) return TOO_LARGE;
      if (tags > MOST_TAGS) return TOO_MANY;
      at += ENTRY_SIZE + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : DAMAGED;
  }
}
