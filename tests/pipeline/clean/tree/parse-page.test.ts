import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { textContent } from 'domutils';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../pipeline/clean/tree/parse-page.ts';

/** The tree in a short form: `div(p(甲) p(乙))`. */
function shape(html: string): string {
  const walk = (node: Document | Element): string =>
    node.children
      .map((child) =>
        'data' in child ? child.data.trim() : 'name' in child ? `${child.name}(${walk(child)})` : '',
      )
      .filter(Boolean)
      .join(' ');
  return walk(parsePage(html).document);
}

describe('parsePage', () => {
  it('closes paragraphs, items and cells that are left open', () => {
    expect(shape('<div><p>甲<p>乙<ul><li>丙<li>丁</ul></div>')).toBe('div(p(甲) p(乙) ul(li(丙) li(丁)))');
    expect(shape('<table><tr><td>甲<td>乙<tr><td>丙</table>')).toBe('table(tr(td(甲) td(乙)) tr(td(丙)))');
    expect(shape('<dl><dt>甲<dd>乙<dt>丙</dl>')).toBe('dl(dt(甲) dd(乙) dt(丙))');
  });

  it('does not let a stray end tag in a cell close what is around the table', () => {
    expect(shape('<div><table><tr><td>甲</div></p>乙</td></tr></table>丙</div>丁')).toBe(
      'div(table(tr(td(甲 p() 乙))) 丙) 丁',
    );
  });

  it('keeps a paragraph whole when bold text ends in the wrong order', () => {
    expect(shape('<p><b>甲<i>乙</b>丙</i>丁</p>')).toContain('丁');
    expect(textContent(parsePage('<p><a href=x>甲<div>乙</a>丙</div>丁').document)).toBe('甲乙丙丁');
  });

  it('reads nested tables as nested', () => {
    expect(shape('<table><tr><td><table><tr><td>甲</td></tr></table>乙</td></tr></table>')).toBe(
      'table(tr(td(table(tr(td(甲))) 乙)))',
    );
  });

  it('decodes character references of every form once', () => {
    const text = (html: string) => textContent(parsePage(html).document);
    expect(text('<p>&amp;lt;&nbsp;&#25105;&#x6211;&ldquo;&amp&copy;&nosuch;&#150;</p>')).toBe(
      '&lt;\u00a0我我“&©&nosuch;–',
    );
    const [link] = selectAll<AnyNode, Element>(
      'a',
      parsePage('<a href="?a=1&amp;b=2&copy=3&quot;">x</a>').document,
    );
    expect(link?.attribs.href).toBe('?a=1&b=2&copy=3"');
  });

  it('keeps white space between words and drops it between blocks', () => {
    expect(textContent(parsePage('<div>\n <p><b>a</b> <i>b</i></p>\n </div>').document)).toBe('a b');
  });

  it('keeps no scripts of large pages but JSON-LD', () => {
    const filler = '<p>字</p>'.repeat(4000);
    const { noted } = parsePage(
      `<script>var a=1</script><script type="application/ld+json">{"a":1}</script>${filler}`,
    );
    expect(noted.map((element) => textContent(element))).toEqual(['', '{"a":1}']);
  });

  it('keeps all attributes only when rules may ask for them', () => {
    const attributes = (every: boolean) =>
      selectAll<AnyNode, Element>('p', parsePage('<p class=a data-b=c>甲</p>', every).document)[0]?.attribs;
    expect(attributes(false)).toEqual({ class: 'a' });
    expect(attributes(true)).toEqual({ class: 'a', 'data-b': 'c' });
  });
});
