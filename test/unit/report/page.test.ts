import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { page } from '../../../server/src/report/page/page';
import { overviewFrom } from '../overview/overview-of';
import { assertSelfContained, tagsOf, textOf } from './markup';

const digest = (text: string) => createHash('sha256').update(text).digest('base64');
const pageOf = (source: string) => page(overviewFrom(source), { today: '2026-11-22', digest });

const REFERENCES = `
-- references/r.yaml --
references:
  - id: field-2020
    type: article-journal
    title: A field of wheat
    author: [{family: Field, given: Ann}]
    issued: 2020
    container-title: Journal of Fields
    DOI: 10.5555/field
  - id: brook-2011
    type: webpage
    title: A brook
    URL: https://example.org/brook
`;

const HOSTILE = `
-- a.md --
---
kind: article
title: "</title><script>alert(1)</script> & \\"quotes\\""
---

# <img src=x onerror=alert(1)>

Walks & talks < "help" 'all' [@field-2020, p. "><b>4; @<script>]. More </div></section> text [@evil-2020].

## A <b>heading</b> with [@evil-2020] "quotes"

Sleep \u202eturned\u202c about [@no"><i>key]. A nobody [@nobody-"2020].

<script>alert("[@field-2020]")</script>

<p onclick="x">In a block of HTML [@brook-2011].</p>
-- references/e.yaml --
references:
  - id: evil-2020
    type: "<script>"
    title: "<script>alert(1)</script> </style> <!-- "
    author: [{family: "O'<b>Evil</b>", given: "&amp;"}]
    URL: javascript:alert(1)
    DOI: "10.5555/a\\"onmouseover=alert(1)<b>"
    issued: 2020
    PMID: "<b>1"
${REFERENCES}`;

describe('the page for editors', () => {
  it('closes every tag, loads nothing and links only to the web and to places of its own', () => {
    for (const source of [HOSTILE, REFERENCES, '-- a.md --\nNothing.\n']) assertSelfContained(pageOf(source));
  });

  it('shows whatever a file says as text', () => {
    const text = pageOf(HOSTILE);
    assert.doesNotMatch(text, /<script|<img|<i>|onerror="|javascript:[^<]*"/);
    assert.match(textOf(text), /<script>alert\(1\)<\/script> & "quotes"/);
    assert.match(textOf(text), /O'<b>Evil<\/b>/);
    assert.ok(!text.includes('\u202e'));
  });

  it('allows the browser its own style sheet and nothing else', () => {
    const text = pageOf(REFERENCES);
    const policy = tagsOf(text).find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const expected = `default-src 'none'; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'`;
    assert.equal(policy?.attributes.get('content')?.replaceAll('&#39;', "'"), expected);
  });

  it('gives a reference in short and in full, with its identifiers as links and those it lacks', () => {
    const text = pageOf(`-- a.md --\nWheat grows [@field-2020; @pmid:42].\n${REFERENCES}`);
    assert.match(text, /<summary>Field 2020 · Journal of Fields<\/summary>/);
    assert.match(textOf(text), /Field A\. A field of wheat\. Journal of Fields\. 2020\./);
    assert.match(text, /<a href="https:\/\/doi\.org\/10\.5555\/field"[^>]*>DOI 10\.5555\/field<\/a>/);
    assert.match(text, /<a href="https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/42\/"[^>]*>PMID 42<\/a>/);
    assert.match(textOf(text), /no PMID, no PMCID/);
    assert.equal(text.match(/>Not verified</g)?.length, 3);
  });

  it('says which references the lock file knows', () => {
    const lock = '-- references.lock.json --\n{"version": 1, "papers": [{"pmid": "42"}]}\n';
    const text = pageOf(`-- a.md --\nWheat grows [@field-2020; @pmid:42].\n${REFERENCES}${lock}`);
    assert.equal(text.match(/>In the lock file</g)?.length, 1);
    assert.match(textOf(text), /references\.lock\.json knows 1 reference; nothing else here has been verified\./);
  });

  it('shows each citing sentence once, and says what no reference is known for', () => {
    const text = textOf(pageOf(`-- a.md --\nWheat grows [@field-2020; @nobody-1999]. Rye too.\n${REFERENCES}`));
    assert.equal(text.split('Wheat grows').length, 2);
    assert.match(text, /No reference is known for “nobody-1999”\./);
    assert.match(text, /1 sentence without a citation\s+Rye too\./);
  });

  it('leads from a reference to the sentences that rest on it', () => {
    const text = pageOf(
      `-- a.md --\n# Fields\n\nRye [@brook-2011]. Wheat [@field-2020]. Oats [@field-2020].\n${REFERENCES}`,
    );
    assert.match(textOf(text), /2 timesFields: sentences 2, 3/);
    assert.match(text, /<a href="#a1-s3">3<\/a>/);
    assert.match(text, /<div class="claim" id="a1-s3">\s*<p><span class="number">3<\/span> Oats/);
  });

  it('says that years and kinds are unknown where they are', () => {
    const list = '\n\n## References\n\n1. https://pubmed.ncbi.nlm.nih.gov/11/\n';
    assert.match(
      textOf(pageOf(`-- a.md --\n# A\n\nWheat.[1]${list}`)),
      /The year of publication is not known for any of the one/,
    );
    const text = pageOf(`-- a.md --\n# A\n\nWheat [@field-2020] and rye [@brook-2011].\n${REFERENCES}`);
    assert.match(text, /aria-label="2020: 1, unknown: 1"/);
    assert.match(text, /aria-label="Journal article: 1, Web page: 1"/);
  });

  it('maps sentences to references, with a mark for each pair and the whole of it in words', () => {
    const sentences = Array.from(
      { length: 400 },
      (_, i) => `Wheat grew in year ${i + 1} [@${i % 2 ? 'brook-2011' : 'field-2020'}].`,
    );
    const short = pageOf(`-- a.md --\n${sentences.slice(0, 10).join(' ')}\n${REFERENCES}`);
    assert.equal(short.match(/<title>Sentence \d+: /g)?.length, 10);
    assert.match(
      short,
      /10 sentences that cite, and the 2 references they rest on\. Field 2020 · Journal of Fields: 5 sentences; /,
    );
    const long = pageOf(`-- a.md --\n${sentences.join(' ')}\n${REFERENCES}`);
    assert.match(long, /Each column is 3 sentences that cite/);
    const marks = [...long.matchAll(/<title>Sentences? ([\d, ]+): /g)].flatMap(([, numbers]) =>
      (numbers ?? '').split(', '),
    );
    assert.deepEqual(
      marks.map(Number).sort((a, b) => a - b),
      sentences.map((_, i) => i + 1),
    );
  });

  it('maps the references cited most when there are too many, and says how many it leaves out', () => {
    const keys = Array.from({ length: 90 }, (_, i) => `paper-${i}`);
    const listed = keys.map((key) => `  - id: ${key}\n    title: The paper ${key}\n`).join('');
    const cited = keys.map((key) => `A claim [@${key}].`).join(' ');
    const text = pageOf(`-- a.md --\n${cited}\n-- r.yaml --\nreferences:\n${listed}`);
    assert.match(text, /The 30 references cited least often are left out here\./);
    assertSelfContained(text);
  });
});
