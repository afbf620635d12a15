import assert from 'node:assert/strict';
import { importArticle } from '../../../server/src/conversion/article';
import { markdownOfHtml } from '../../../server/src/conversion/html';

const md = (html: string) => markdownOfHtml(html).markdown.trimEnd();

describe('a web page as Markdown', () => {
  it('keeps headings, lists, quotations, tables and code', () => {
    assert.equal(
      md(
        '<h1>Nerves under <em>stress</em></h1><p>One</p><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol start="3"><li>d</li><li>e</li></ol>' +
          '<blockquote><p>f</p><p>g</p></blockquote><pre>h *i*\n j</pre><hr>' +
          '<table><tr><th>k</th><th>l | m</th></tr><tr><td><p>n</p><p>o</p></td></tr></table>',
      ),
      '# Nerves under *stress*\n\nOne\n\n- a\n  - b\n- c\n\n3. d\n4. e\n\n> f\n>\n> g\n\n```\nh *i*\n j\n```\n\n---\n\n| k | l \\| m |\n| --- | --- |\n| n<br>o |  |',
    );
  });

  it('shows signs as signs', () =>
    assert.equal(
      md('<p>a*b &lt;i&gt; &amp;lt; 1 &lt; 2</p><p># no</p><p>- no</p>'),
      'a\\*b \\<i> \\&lt; 1 < 2\n\n\\# no\n\n\\- no',
    ));

  it('marks emphasis so that it is read as such beside any letter', () => {
    assert.equal(md('<p>a <b>bold </b>word, <i>in</i>side</p>'), 'a **bold** word, *in*side');
    assert.equal(md('<p><b>Note:</b>take care</p>'), '<strong>Note:</strong>take care');
    assert.equal(md('<p><b></b>nothing</p>'), 'nothing');
  });

  it('keeps links, but none that leads into the page itself or runs a program', () => {
    assert.equal(
      md(
        '<p><a href="https://example.org/a (b)">there</a> <a href="#x">here</a> <a href="javascript:go()">run</a></p>',
      ),
      '[there](https://example.org/a%20%28b%29) here run',
    );
    assert.equal(md('<p><a href="https://example.org/">https://example.org/</a></p>'), 'https://example.org/');
  });

  it('sees a citation through links, raised or in brackets', () => {
    const list = '<h2>References</h2><ol><li>PMID: 11</li><li>PMID: 22 <a href="#b2">↑</a></li></ol>';
    const bodyOf = (html: string) =>
      importArticle({ name: 'pain', ...markdownOfHtml(html + list), bibliography: 'x' }).article.replace(
        /^---[\s\S]*?\n---\n\n/,
        '',
      );
    assert.equal(bodyOf('<p>Pain [<a href="#r1">1</a>, <a href="#r2">2</a>].</p>'), 'Pain [@pmid-11; @pmid-22].\n');
    assert.equal(
      bodyOf('<p>Pain.<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup></p>'),
      'Pain.[@pmid-11; @pmid-22]\n',
    );
    assert.equal(bodyOf('<p>Pain.<sup>[2]</sup></p>'), 'Pain.[@pmid-22]\n');
  });

  it('keeps the link of a number that stands for a page the list does not have', () => {
    const page = '<p>Pain <a href="https://example.org/a">[1]</a>.</p>';
    assert.equal(md(page), 'Pain [[1]](https://example.org/a).');
    assert.equal(
      md(`${page}<ol><li><a href="https://example.org/a">A page</a></li></ol>`),
      'Pain [1].\n\n1. [A page](https://example.org/a)',
    );
  });

  it('makes footnotes of a word processor’s notes', () =>
    assert.equal(
      md(
        '<p>Pain<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup>.</p><ol><li id="footnote-2"><p>A remark. <a href="#footnote-ref-2">↑</a></p></li></ol>',
      ),
      'Pain[^2].\n\n[^2]: A remark.',
    ));

  it('says what the page says of itself, and how many pictures were lost', () => {
    const { title, language, authors, remarks, markdown } = markdownOfHtml(
      '<html lang="en-AU"><head><title>A &amp; B</title><meta name="Author" content="Ann Example"></head><body><script>x</script><p>Text <img src="data:image/png;base64,AA" alt="A nerve"></p></body>',
    );
    assert.deepEqual([title, language, authors], ['A & B', 'en-AU', [{ name: 'Ann Example' }]]);
    assert.equal(markdown, 'Text (Picture: A nerve)\n');
    assert.deepEqual(remarks, [
      'A picture inside the article could not be taken over. Save it as a file, and put it in again.',
    ]);
  });
});
