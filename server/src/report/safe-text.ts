// How is text from a file shown in a terminal or on a line of its own? Without anything that could steer it.

/** Control characters and marks that turn the direction of writing become spaces, so that one finding stays one line. */
export function safeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
}

/** Halves of characters, which no encoding can write and some readers refuse, become the sign for an unknown one. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** A sentence about text from a file, for programs that show it: one line, of whole characters. */
export function plainText(text: string): string {
  return wellFormed(safeText(text));
}
