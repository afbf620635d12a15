// Where does the comment go that switches a check off for one finding, without changing how the article looks?

import { touches } from '../base/range';
import type { Edit, Finding } from '../lint/finding';
import { UNUSED_SUPPRESSION } from '../lint/suppress';
import type { YamlNode } from '../syntax/yaml-node';
import type { FeatureContext } from './context';

const REASON = '-- reason';

/** The edit that inserts the comment; undefined where no comment can stand. */
export function suppressionEdit(context: FeatureContext, finding: Finding): Edit | undefined {
  const { file } = context;
  if (finding.rule === UNUSED_SUPPRESSION) return undefined;
  if (file.format === 'yaml') return yamlComment(context, finding, file.yaml?.documents.map((one) => one.root) ?? []);
  if (file.format !== 'markdown') return undefined;
  const matter = file.prose?.frontMatter;
  if (matter && finding.start < matter.end) {
    return finding.start >= matter.inner.start && finding.start <= matter.inner.end
      ? yamlComment(context, finding, [matter.yaml.documents[0]?.root])
      : undefined;
  }
  return markdownComment(context, finding);
}

/** A line of its own above, as far in as the line it is about. */
function yamlComment(
  { file, lines }: FeatureContext,
  finding: Finding,
  roots: readonly (YamlNode | undefined)[],
): Edit | undefined {
  const line = lines.lineRange(lines.position(finding.start).line);
  if (roots.some((root) => isInText(root, line.start))) return undefined;
  const indent = /^[ \t]*/.exec(file.text.slice(line.start, line.end))?.[0] ?? '';
  const text = `${indent}# clinical-content-disable-next-line ${finding.rule} ${REASON}${lineBreak(file.text)}`;
  return { start: line.start, end: line.start, text };
}

/** A file keeps its own line ends. */
function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Whether a line begins inside a text that spans lines: there a comment would become part of the text. */
function isInText(node: YamlNode | undefined, offset: number): boolean {
  if (!node || !touches(node, offset)) return false;
  if (node.type === 'map') return node.entries.some((entry) => isInText(entry.value, offset));
  if (node.type === 'list') return node.items.some((item) => isInText(item, offset));
  return node.start < offset && offset <= node.end;
}

/**
 * Above a heading or paragraph. Inside a paragraph, list, quotation or table a line of its own would break it in two: there the
 * comment goes to the end of the line, where it stays invisible too.
 */
function markdownComment({ file, lines }: FeatureContext, finding: Finding): Edit | undefined {
  const block = file.prose?.blocks.find((one) => touches(one, finding.start));
  if (block?.kind === 'code' || block?.kind === 'html') return undefined;
  const number = lines.position(finding.start).line;
  const line = lines.lineRange(number);
  const lead = block ? file.text.slice(line.start, Math.max(line.start, block.start)) : '';
  const begins = !block || (block.start >= line.start && /^[ ]{0,3}#*[ \t]*$/.test(lead));
  if (begins && block?.kind !== 'cell' && block?.kind !== 'item') {
    const text = `<!-- clinical-content-disable-next-line ${finding.rule} ${REASON} -->${lineBreak(file.text)}`;
    return { start: line.start, end: line.start, text };
  }
  const end = block?.kind === 'cell' ? Math.min(block.end, line.end) : line.end;
  const text = ` <!-- clinical-content-disable-line ${finding.rule} ${REASON} -->`;
  return { start: end, end, text };
}
