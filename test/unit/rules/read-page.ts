// What does a rule's page say? Its sections in order, and its fenced examples with what they promise.

import { readdirSync, readFileSync } from 'node:fs';

export const FOLDER = 'docs/rules';

/** A fenced example. `promise` is `undefined` for a fence that is shown and not run. */
export interface Example {
  readonly line: number;
  readonly section: string;
  readonly promise: 'reported' | 'fine' | undefined;
  /** Files in the form of a fixture. */
  readonly source: string;
}

export interface Page {
  readonly id: string;
  readonly text: string;
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

const FENCE = /^(`{3,})(\w+)?(?: (reported|fine))?(?: (\S+))?$/;
const ENDINGS: Readonly<Record<string, string>> = { markdown: 'article.md', bibtex: 'references.bib' };

/** Ids of all pages. */
export function pageIds(): string[] {
  return readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ''));
}

/** The page of a rule, read from docs/rules. */
export function readPage(id: string): Page {
  return readPageAt(`${FOLDER}/${id}.md`, id);
}

/** Any page of the documentation. */
export function readPageAt(path: string, id: string): Page {
  const text = readFileSync(path, 'utf8');
  const sections: string[] = [];
  const examples: Example[] = [];
  let open: { fence: string; promise: Example['promise']; path: string; line: number; lines: string[] } | undefined;
  text.split('\n').forEach((line, index) => {
    if (open) {
      if (line !== open.fence) {
        open.lines.push(line);
        return;
      }
      const body = `${open.lines.join('\n')}\n`;
      const source = body.startsWith('-- ') ? body : `-- ${open.path} --\n${body}`;
      examples.push({ line: open.line, section: sections.at(-1) ?? '', promise: open.promise, source });
      open = undefined;
      return;
    }
    const [, fence, language = '', promise, path] = FENCE.exec(line) ?? [];
    if (fence)
      open = {
        fence,
        promise: promise as Example['promise'],
        path: path ?? ENDINGS[language] ?? 'record.yaml',
        line: index + 1,
        lines: [],
      };
    else if (line.startsWith('## ')) sections.push(line.slice(3));
  });
  return { id, text, sections, examples };
}
