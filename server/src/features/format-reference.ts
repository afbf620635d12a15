// How is a reference shown in Markdown, as a reader would cite it?

import { citedForm } from '../model/cited-form';
import type { Reference } from '../model/facts';
import { addressOf, labelOf } from '../model/identifier';
import { escaped, linked, paragraph, shortened } from './markdown-text';

/** The reference as a reader would see it in a bibliography, in Markdown without its identifiers. */
export function citationText(reference: Reference): string {
  if (reference.type === 'numbered') return paragraph(escaped(reference.text));
  const { authors, title, container, publisher, place } = citedForm(reference);
  const source = container ? `*${escaped(container.replace(/\.$/, ''))}*.` : escaped(publisher);
  const parts = [escaped(authors), escaped(title), source, escaped(place)];
  return paragraph(parts.filter(Boolean).join(' ')) || escaped(reference.key);
}

/** Its identifiers as links; a web address only when nothing better is known. */
export function identifierLinks(reference: Reference): string {
  const known = reference.identifiers.filter((one) => one.scheme !== 'url');
  const shown = known.length > 0 ? known : reference.identifiers;
  return shown
    .map(({ scheme, value }) => {
      const label =
        scheme === 'url' ? shortened(value, 60) : scheme === 'pmcid' ? value : `${labelOf(scheme)} ${value}`;
      return linked(label, addressOf(scheme, value));
    })
    .join(' · ');
}
