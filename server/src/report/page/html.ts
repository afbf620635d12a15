// How does text become part of a page without being taken for markup? Whatever is put into a template is escaped, but for markup.

import { safeText } from '../safe-text';

/** Markup that was made by `html` and by nothing else. */
export class Html {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** Markup that holds no text from a file: the page's own style sheet. */
  static trusted(text: string): Html {
    return new Html(text);
  }
}

export type Content = Html | string | number | undefined | readonly Content[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand between tags and in quoted attributes; marks that turn the direction of writing become spaces. */
function escapedHtml(text: string): string {
  return safeText(text)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);
}

function rendered(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'object') return content.map(rendered).join('');
  return escapedHtml(String(content));
}

/** A template of markup. Attributes must be in double quotes. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return Html.trusted(parts.map((part, index) => part + rendered(contents[index])).join(''));
}

/** A link to a page of the web; an address of any other kind stays text. */
export function webLink(label: string, address: string): Html {
  return /^https?:\/\/\S+$/i.test(address) ? html`<a href="${address}" rel="noreferrer">${label}</a>` : html`${label}`;
}
