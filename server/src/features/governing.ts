// Which piece of YAML stands around an offset, and which schema governs it? Front matter, or one document of a records file.

import type { Range } from '../base/range';
import { recordKindIn } from '../model/kind-line';
import { governingSchema } from '../schema/governing';
import type { SchemaName } from '../schema/registry';
import type { Schema } from '../schema/schema';
import { frontMatterOf } from '../syntax/front-matter';
import type { YamlNode } from '../syntax/yaml-node';
import type { FeatureContext } from './context';

interface Governing {
  readonly root: YamlNode | undefined;
  readonly schema: Schema;
  readonly name: SchemaName;
  /** Text in which completion looks for the spot. */
  readonly region: Range;
}

const REFERENCES = /^(?:references\s*:|kind\s*:\s*["']?references?["']?\s*(?:#.*)?$)/m;

/** Whether nothing stands in the file but a list of references whose first item is still without its id. */
function isBegunList(text: string): boolean {
  return (
    text.length < LONGEST_BEGINNING &&
    /^references[ \t]*:\s*(?:-[ \t]*[\w-]*)?$/.test(text.replace(/^#.*/gm, '').trim())
  );
}

const LONGEST_BEGINNING = 2000;

/** The YAML around `offset`; undefined in prose and in YAML that is not ours. */
export function governingAt(context: FeatureContext, offset: number): Governing | undefined {
  const { file } = context;
  if (file.format === 'markdown') return frontMatterAt(context, offset);
  if (file.format !== 'yaml') return undefined;
  if (file.facts.role === 'config') {
    return governed(context, governingSchema({ in: 'configuration' }), { start: 0, end: file.text.length }, offset);
  }
  if (file.facts.role === 'none' && !isBegunList(file.text)) return undefined;
  const region = documentAround(file.text, offset);
  const text = file.text.slice(region.start, region.end);
  const { kinds } = context.project;
  const kind = recordKindIn(text, kinds);
  const name = governingSchema({ in: 'document', kind, hasReferences: REFERENCES.test(text) }, kinds);
  return name === undefined ? undefined : governed(context, name, region, offset);
}

function governed(context: FeatureContext, name: SchemaName, region: Range, offset: number): Governing {
  const document = context.file.yaml?.documents.find((one) => one.start <= offset && offset <= one.end);
  const root = document?.root ?? context.file.yaml?.documents.find((one) => one.root && within(one.root, region))?.root;
  return { root, schema: context.project.kinds.schemaFor(name), name, region };
}

function within(node: Range, region: Range): boolean {
  return region.start <= node.start && node.end <= region.end;
}

function frontMatterAt({ file, project }: FeatureContext, offset: number): Governing | undefined {
  const inner = file.prose?.frontMatter?.inner ?? frontMatterOf(file.text)?.inner;
  if (!inner || offset < inner.start || offset > inner.end) return undefined;
  const root = file.prose?.frontMatter?.yaml.documents[0]?.root;
  const name = governingSchema({ in: 'front matter' });
  return { root, schema: project.kinds.schemaFor(name), name, region: inner };
}

/** From the `---` line before the offset to the one after it. */
function documentAround(text: string, offset: number): Range {
  const separator = /^---(?:[ \t].*)?$/gm;
  let start = 0;
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= offset) return { start, end: match.index };
    start = Math.min(text.length, end + 1);
  }
  return { start, end: text.length };
}
