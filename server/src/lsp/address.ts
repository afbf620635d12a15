// Which file does a URI name, and which URI a file?

import { URI } from 'vscode-uri';

/** Absolute path of a file on this machine; undefined for untitled and virtual documents. */
export function pathOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}

export function addressOfPath(path: string): string {
  return URI.file(path).toString();
}

const ENDINGS: Readonly<Record<string, string>> = { markdown: '.md', yaml: '.yaml', bibtex: '.bib', quarto: '.qmd' };

/** A name for a document that no file stands behind, with an ending that says what it holds. */
export function detachedName(uri: string, languageId: string): string {
  const name =
    uri
      .replace(/[?#].*$/s, '')
      .split(/[/:\\]/)
      .at(-1) || 'untitled';
  const ending = ENDINGS[languageId];
  return ending === undefined || /\.[a-z]+$/i.test(name) ? name : name + ending;
}
