import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExtractError } from '../../../core/errors.ts';
import { explainPage } from '../../../pipeline/clean/explain-page.ts';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const text = '<p>这是一段正常的文字，说明今年的目标是增长百分之五，比上年有所提高。</p>'.repeat(5);
const clean = (html: string) => extractArticle({ html, url: 'https://news.example/1.html' });

describe('hostile pages', () => {
  it.each([
    ['100,000 nested boxes', '<div>'.repeat(100_000) + text],
    ['100,000 nested tables', '<table><tr><td>'.repeat(33_000) + text],
    ['100,000 nested lists', '<ul><li>'.repeat(50_000) + text],
    ['100,000 end tags', '</div></p></table></b>'.repeat(100_000) + text],
    ['NUL bytes everywhere', '\0'.repeat(100_000) + text.replaceAll('正常', '正\0常')],
    ['broken character references', `<p>&#xFFFFFFFF;&#0;&amp&&&;&#99999999;&nosuch;&lt</p>${text}`],
    ['an attribute of 5 MB', `<div class="${'x '.repeat(2_500_000)}">${text}</div>`],
    ['a style of 5 MB', `<p style="${'display :'.repeat(500_000)}">${text}`],
    ['a comment that never ends', `${text}<!--${'-'.repeat(1_000_000)}`],
    ['a tag that never ends', `${text}<div class="${'y'.repeat(1_000_000)}`],
    [
      'JSON-LD nested without end',
      `<script type="application/ld+json">${'['.repeat(100_000)}</script>${text}`,
    ],
    ['a title of 5 MB', `<title>${'某某_'.repeat(1_500_000)}</title>${text}`],
  ])('are read through %s', (_, html) => {
    const article = clean(html);
    expect(article.text).toContain('增长百分之五');
    expect(article.text).not.toContain('\0');
  });

  it.each([
    ['50 MB on one line', 'a'.repeat(50_000_000)],
    ['5 MB of one Chinese character', '字'.repeat(5_000_000)],
    ['5 MB of spaces', `<p>${' '.repeat(5_000_000)}x`],
    ['5 MB of colons', `<p>${'：'.repeat(5_000_000)}`],
    ['5 MB of brackets', `<p>${'（'.repeat(5_000_000)}`],
    ['5 MB of digits', `<p>${'2020'.repeat(1_250_000)}`],
    ['5 MB of <', '<'.repeat(5_000_000)],
    ['5 MB of &', '&'.repeat(5_000_000)],
    ['repeated words of credits', `<p>${'运营编辑'.repeat(15)}</p>${'<p>相关推荐新闻文章</p>'.repeat(2000)}`],
    [
      'a table with enormous spans',
      `<table>${`<tr>${'<td rowspan=65534 colspan=1000>1</td>'.repeat(40)}</tr>`.repeat(40)}</table>`,
    ],
    ['nothing', ''],
    ['lone surrogates', '\ud800'.repeat(1000)],
  ])('give an answer and no exception for %s', (_, html) => {
    expect(clean(html).blocks.length).toBeLessThan(5000);
  });

  it.each([...'-<|【、；'])('give an answer for 5 MB of %s below a title and a date', (sign) => {
    const html = `<h1>某某标题文字</h1><p>2026-01-05</p>${text}<p>${sign.repeat(5_000_000)}</p>`;
    expect(clean(html).text).toContain('增长百分之五');
  });

  it.each([...'(（[【>》|·-—/:：1年相关来文记编版'])(
    'take no long look at a line of 60,000 times %s',
    (sign) => {
      for (const end of ['字', 'x', '。']) {
        const line = `<p>${sign.repeat(60_000)}${end}</p>`;
        expect(clean(`<h1>某某标题文字</h1>${line}${text}`).reason).not.toBe('');
        expect(clean(`${text}${line}`).reason).not.toBe('');
      }
    },
  );

  it('are read however the pieces of a page are thrown together', () => {
    const pieces = [
      ...[
        '<',
        '</',
        '>',
        '/>',
        '<!',
        '<!--',
        '-->',
        '--!>',
        '<![CDATA[',
        ']]>',
        '<?',
        '<!DOCTYPE',
        '="',
        "='",
        '=',
        '&',
        '&#',
        '&#x',
        ';',
      ],
      ...[
        '&amp',
        '&notin;',
        '&#xD800;',
        '&#0;',
        '\0',
        '\r\n',
        '\ufeff',
        '\ud83d',
        '\u200b',
        '"',
        "'",
        ' ',
        '\t',
        '`',
      ],
      ...[
        'script',
        'style',
        'title',
        'textarea',
        'table',
        'tr',
        'td',
        'p',
        'li',
        'div',
        'a',
        'br',
        'svg',
        'template',
        'noscript',
        'plaintext',
      ],
      ...[
        'href',
        'class',
        'style',
        'hidden',
        'colspan',
        '发布时间：2026-01-02',
        '来源：某报',
        '今年目标是增长百分之五。',
      ],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), (parts) => {
        const article = clean(parts.join(''));
        expect(article.text).toBe(article.blocks.map((block) => block.text).join('\n'));
      }),
      { numRuns: 2000, seed: 20_261_122 },
    );
  });

  it('are refused with a typed error when they are too large to be articles', () => {
    const million = '<a href=/x>某某新闻标题</a> '.repeat(1_000_000);
    expect(() => clean(million)).toThrow(ExtractError);
    expect(() => clean(million)).toThrow(/more than 1000000 elements/);
    expect(() => clean(' '.repeat(60_000_001))).toThrow(/60000001 characters/);
  });

  it('cannot send attachments elsewhere by a base address', () => {
    const html = `<base href="https://evil.example/"><h1>关于公布名单的通知</h1>${text}<p>附件：<a href="a.pdf">名单.pdf</a></p><p><a href="javascript:x.pdf">假附件.pdf</a></p>`;
    const hrefs = clean(html).blocks.flatMap((block) => block.href ?? []);
    expect(hrefs).toEqual(['https://news.example/a.pdf']);
  });

  it('bring no markup of theirs into the explanation', () => {
    const html = `<title>"><script>alert(1)</script></title><p onclick="x" class="&quot;><img src=x onerror=alert(1)>">&lt;script>alert(1)&lt;/script></p>${text}`;
    const explained = explainPage({ html, url: null });
    expect(explained).not.toMatch(/<script|<img|<p on/);
    expect(explained).toContain("default-src 'none'");
  });
});
