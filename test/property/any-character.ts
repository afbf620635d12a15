import fc from 'fast-check';

/** Any character of Unicode, but for halves of one. Made at once, where fast-check's own takes most of a second to be ready. */
export const anyCharacter = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x7f }) },
    { weight: 1, arbitrary: fc.integer({ min: 0x80, max: 0x10ffff }) },
  )
  .map((code) => (code >= 0xd800 && code < 0xe000 ? '\ufffd' : String.fromCodePoint(code)));
