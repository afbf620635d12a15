// Which texts of this file lead somewhere: identifiers to their pages, bibliographies to their files?

import type { DocumentLink } from 'vscode-languageserver-types';
import { contains, type Range } from '../base/range';
import { bibliographyPath } from '../index/bibliography';
import { citationNameRange, identifierOf } from '../model/cited-name';
import { addressOf, labelOf } from '../model/identifier';
import { innerRange } from '../model/reference';
import { itemsOf, scalarText, valueAt, type YamlNode } from '../syntax/yaml-node';
import { classificationOf } from './code-link';
import type { FeatureContext } from './context';
import { toRange } from './protocol-shape';

/** Links that an editor does not see by itself. Markdown's own links are left to the editor. */
export function documentLinks(context: FeatureContext): DocumentLink[] {
  const { file, lines, project } = context;
  const links: DocumentLink[] = [];
  const add = (range: Range, target: string, tooltip: string) => {
    links.push({ range: toRange(lines, range), target, tooltip });
  };
  for (const reference of file.facts.references) {
    if (reference.type === 'numbered') continue;
    for (const { scheme, value, ...range } of reference.identifiers)
      if (scheme !== 'url') add(range, addressOf(scheme, value), `Open ${labelOf(scheme)} ${value}`);
  }
  for (const citation of file.facts.citations) {
    const identifier = identifierOf(citation);
    if (identifier && identifier.scheme !== 'url')
      add(
        citationNameRange(citation),
        addressOf(identifier.scheme, identifier.value),
        `Open ${labelOf(identifier.scheme)} ${identifier.value}`,
      );
  }
  for (const one of file.facts.article?.bibliography ?? []) {
    const path = bibliographyPath(project.workspace, file.path, one.path);
    if (path !== undefined) add(one, context.uriOf(path), `Open ${path}`);
  }
  for (const document of file.yaml?.documents ?? []) addCodes(document.root, add);
  const places = new Map<string, DocumentLink>();
  for (const link of links) {
    const place = `${link.range.start.line}:${link.range.start.character}`;
    if (!places.has(place)) places.set(place, link);
  }
  return [...places.values()];
}

function addCodes(root: YamlNode | undefined, add: (range: Range, target: string, tooltip: string) => void): void {
  const codes = valueAt(root, 'codes');
  if (codes?.type !== 'map') return;
  for (const { key, value } of codes.entries) {
    for (const item of itemsOf(value)) {
      const code = scalarText(item);
      const known = code === undefined ? undefined : classificationOf(key.source, code);
      if (item.type === 'scalar' && known?.address && contains(codes, item))
        add(innerRange(item), known.address, `Open ${known.label} ${code}`);
    }
  }
}
