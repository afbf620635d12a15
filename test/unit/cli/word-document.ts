// A Word document in bytes, from the paragraphs that a test gives as WordprocessingML.

import { crc32 } from 'node:zlib';

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const LINKS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A file of a zip archive, stored as it is: its local header, and its line in the directory at the end. */
function entry(name: string, text: string, offset: number): { local: Buffer; central: Buffer } {
  const data = Buffer.from(text);
  const path = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt32LE(crc32(data), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(data.length, 18);
  shared.writeUInt16LE(path.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), shared, path, data]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, path]),
  };
}

/** The document. A paragraph is `<w:r>…</w:r>` runs; `run` makes one. */
export function wordDocument(paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map((one) => `<w:p>${one}</w:p>`).join('');
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of [
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', LINKS],
    ['word/document.xml', document],
  ] as const) {
    const { local, central } = entry(name, text, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A run of text, raised if asked. */
export function run(text: string, raised = false): string {
  const style = raised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : '';
  return `<w:r>${style}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
