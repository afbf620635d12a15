// How does text from a repository appear in a hover without being read as Markdown or HTML?

const MARKS = /[\\`*_{}[\]<>#|~&!$]/g;

/** Escapes everything that Markdown could take for markup inside a line; line breaks become spaces. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(MARKS, '\\$&');
}

/** A paragraph of escaped text, whose beginning must not be taken for a list or a heading's underline. */
export function paragraph(text: string): string {
  return text.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+=]/, '\\$&');
}

/** A link; the address is encoded so that it cannot end the link early, and anything but http(s) and file stays text. */
export function linked(label: string, address: string): string {
  if (!/^(?:https?|file):/i.test(address)) return escaped(label);
  const safe = address.replace(/[\s<>()"'\\]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escaped(label)}](${safe})`;
}

/** “1 time”, “3 times”. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Cut at a word, with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20)).trimEnd()} …`;
}
