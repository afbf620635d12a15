// What in an article that cites by keys has no form as a number?

import { hasKey } from '../index/reference';
import { resolveCitation } from '../index/resolution';
import type { Workspace } from '../index/workspace';
import { frontMatterRoot } from '../model/article';
import { citationName, citationNameRange } from '../model/cited-name';
import type { Citation, KeyCitation } from '../model/facts';
import { announcesReferences } from '../model/heading';
import type { SourceFile } from '../model/source-file';
import { inTextAt } from '../syntax/citation';
import type { ProseFile } from '../syntax/prose';
import { entryOf } from '../syntax/yaml-node';
import { brokenRefusal, lineOf, NOT_MARKDOWN } from './outcome';

/** Where pandoc is told to put the references. */
const PLACE_OF_REFERENCES = /^[ \t]*(?::::.*#refs\b|<div[^<>]*\bid\s*=\s*["']?refs\b)/m;
const MOST_SHOWN = 60;

/** `@name` in running text that leads nowhere and does not look like a key: a person, or a package. */
function isMereName(workspace: Workspace, { facts }: SourceFile, citation: Citation): boolean {
  if (citation.type !== 'key' || citation.mode !== 'in-text' || /\d/.test(citation.key)) return false;
  return resolveCitation(workspace, facts, citation).state === 'unknown';
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line}”`;
}

/** The section of references that the article has, or where a tool is told to write one. */
function sectionStart({ text, blocks }: ProseFile): number | undefined {
  const heading = blocks.find((block) => announcesReferences(text, block));
  return heading?.start ?? PLACE_OF_REFERENCES.exec(text)?.index;
}

function obstacleOfArticle({ text, format, facts, prose, problems }: SourceFile): string | undefined {
  if (format !== 'markdown' || !prose) return NOT_MARKDOWN;
  const [problem] = problems;
  if (problem) return brokenRefusal(text, problem.start);
  const listed = facts.references.find((one) => one.type === 'numbered');
  if (listed) return `it has a numbered list already (line ${lineOf(text, listed.start)}).`;
  const section = sectionStart(prose);
  if (section !== undefined)
    return `it has a section for its references already (line ${lineOf(text, section)}). Take that out first.`;
  if (entryOf(frontMatterRoot(prose), 'nocite'))
    return 'its front matter names references under “nocite”, which a numbered list has no place for.';
  const number = prose.links.find(
    (one) => one.kind === 'definition' && one.label && /^\d+$/.test(text.slice(one.label.start, one.label.end)),
  );
  return number && `line ${lineOf(text, number.start)} defines a number as a link, so numbers would be links.`;
}

/** Whether a bracket holds keys and nothing else, so that numbers can stand for all of it. */
function isPlain(text: string, { group }: KeyCitation, citations: readonly Citation[]): boolean {
  const inside = text.slice(group.start + 1, group.end - 1);
  const keys = citations.filter((one) => one.group.start === group.start).map(citationName);
  const parts = inside.split(';').map((part) => part.trim());
  return parts.length === keys.length && parts.every((part, i) => part === `@${keys[i]}` || part === `@{${keys[i]}}`);
}

function obstacleOfCitation(text: string, citation: Citation, all: readonly Citation[]): string | undefined {
  const { group } = citation;
  const written = shown(text.slice(group.start, group.end));
  const line = lineOf(text, group.start);
  if (citation.type !== 'key')
    return `line ${line} cites in the way of another tool (${written}). Write it as [@key] first.`;
  if (text[group.start] !== '[' || citation.mode === 'in-text')
    return `line ${line} cites inside the sentence (${written}), which a number cannot do. Name the authors there, and put the key in square brackets.`;
  if (citation.mode === 'suppressed')
    return `line ${line} leaves out the authors of its source (${written}), which a number does anyway. Take out the “-”.`;
  if (!isPlain(text, citation, all))
    return `line ${line} says more than keys in its brackets (${written}), which numbers have no place for. Move the other words into the sentence.`;
  return undefined;
}

/** A key of the repository that stands where it is not read as a citation: in code, a comment, a link. */
function unreadKey(workspace: Workspace, { text, facts, prose }: SourceFile): string | undefined {
  const read = new Set(facts.citations.map((one) => citationNameRange(one).start));
  for (let at = text.indexOf('@', prose?.frontMatter?.end ?? 0); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = inTextAt(text, at)?.keys[0];
    if (!found || read.has(found.keyRange.start) || !hasKey(workspace, found.key)) continue;
    return `line ${lineOf(text, at)} names “${found.key}” where it is not read as a citation: in code, in a comment or in a link.`;
  }
  return undefined;
}

/** The citations of the text that are to become numbers, in order. */
export function keyedCitations(workspace: Workspace, file: SourceFile): Citation[] {
  const start = file.prose?.frontMatter?.end ?? 0;
  return file.facts.citations
    .filter((one) => one.group.start >= start && !isMereName(workspace, file, one))
    .sort((a, b) => a.start - b.start);
}

/** Why the citations of an article cannot become numbers without something being lost; undefined when they can. */
export function keyedObstacle(workspace: Workspace, file: SourceFile): string | undefined {
  const ofArticle = obstacleOfArticle(file);
  if (ofArticle !== undefined) return ofArticle;
  const citations = keyedCitations(workspace, file);
  if (citations.length === 0) return 'nothing in it cites by a key.';
  for (const one of citations) {
    const found = obstacleOfCitation(file.text, one, citations);
    if (found !== undefined) return found;
  }
  return unreadKey(workspace, file);
}
