// Is a page well made, and does it load anything?

import assert from 'node:assert/strict';

const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>/y;

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The tags of a page. Fails when one is not closed where it should be, or a sign stands where only markup may. */
export function tagsOf(page: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const body = page.replace('<!doctype html>', '').replace(/<style>[\s\S]*?<\/style>/, '<style></style>');
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    const [, closing, name, attributes, selfClosing] =
      TAG.exec(body) ?? assert.fail(`no tag: ${body.slice(at, at + 80)}`);
    if (closing) assert.equal(open.pop(), name, `closed too early before: ${body.slice(at, at + 80)}`);
    else {
      const pairs = [...(attributes ?? '').matchAll(/([a-zA-Z-]+)="([^"]*)"/g)];
      tags.push({
        name: name as string,
        attributes: new Map(pairs.map(([, key, value]) => [key as string, value as string])),
      });
      if (!selfClosing && !VOID.has(name as string)) open.push(name as string);
    }
  }
  assert.deepEqual(open, []);
  return tags;
}

/** Fails when a page loads or runs anything, links to anything but the web and itself, or to a place that is not there. */
export function assertSelfContained(page: string): void {
  const tags = tagsOf(page);
  const names = new Set(tags.map((tag) => tag.name));
  for (const name of ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base', 'use', 'image'])
    assert.ok(!names.has(name), `there is a <${name}>`);
  assert.doesNotMatch(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? assert.fail('no style'), /url\(|@import|<|\\/);
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  assert.equal(new Set(ids).size, ids.length, 'an id comes twice');
  for (const { name, attributes } of tags) {
    for (const key of attributes.keys()) assert.doesNotMatch(key, /^on|^src|^style$|^srcset$|^background$/, name);
    const href = attributes.get('href');
    if (href?.startsWith('#')) assert.ok(ids.includes(href.slice(1)), `nothing has the id ${href}`);
    else if (href !== undefined) assert.match(href, /^https?:\/\/[^\s]+$/);
  }
}

/** The text of a page as a reader sees it. */
export function textOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'");
}
