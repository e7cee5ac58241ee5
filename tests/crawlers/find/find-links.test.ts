import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../crawlers/find/find-links.ts';

const base = 'https://www.wangchao.gov.cn/zwgk/tzgg/index.html';
const html = (body: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;
const item = (href: string, text: string, date = '') =>
  `<li><a href="${href}">${text}</a><span>${date}</span></li>`;
const urls = (body: string, rule = {}) => findLinks(html(body), base, rule).map(({ url }) => url);

const nav = ['/', '/zwgk/', '/zwgk/tzgg/', '/hdjl/index.html', '/bsfw/list.jsp']
  .map((href) => `<a href="${href}">${'政务公开'}</a>`)
  .join('');
const articles = Array.from({ length: 8 }, (_, i) =>
  item(
    `./202503/t202503${String(10 + i)}_10${i}.html`,
    `关于做好第${i}批公共服务工作的通知`,
    `2025-03-${10 + i}`,
  ),
).join('');

describe('the links of a list', () => {
  it('are detected where no rule is given: headlines of one template and documents, without menus and asides', () => {
    const found = findLinks(
      html(
        `${nav}<ul>${articles}</ul>
        <a href="/zwgk/tzgg/202503/t20250301_99.html">政府工作报告</a>
        <a href="https://www.somewhere-else.com/202503/t20250310_1.html">关于另一个网站上的文章的链接</a>
        <a href="/files/2025/plan.pdf">望潮市国民经济和社会发展计划草案</a>
        <a href="/zwgk/xxgkzn/index.html">望潮市人民政府信息公开指南</a>`,
      ),
      base,
      {},
    );
    expect(found).toHaveLength(10);
    expect(found[0]).toEqual({
      url: 'https://www.wangchao.gov.cn/zwgk/tzgg/202503/t20250310_100.html',
      text: '关于做好第0批公共服务工作的通知',
      date: '2025-03-10',
    });
    expect(found.slice(-2)).toMatchObject([
      { text: '政府工作报告', date: '2025-03-01' },
      { text: '望潮市国民经济和社会发展计划草案' },
    ]);
  });

  it('are detected also where addresses are parameters', () => {
    const list = [1, 2, 3, 4]
      .map((id) => item(`show.asp?id=${id}&cid=7`, `望潮市第${id}次常务会议研究部署重点工作`))
      .join('');
    expect(urls(`${nav}${list}`)).toHaveLength(4);
  });

  it('are those a selector names, of anchors or of what holds them', () => {
    const body = `<ul class="a">${item('/1.html', '一')}</ul><ul class="b">${item('/2.html', '二')}</ul>`;
    expect(urls(body, { select: '.a' })).toEqual(['https://www.wangchao.gov.cn/1.html']);
    expect(urls(body, { select: 'li a[href*="2"]' })).toEqual(['https://www.wangchao.gov.cn/2.html']);
  });

  it('are those a glob and words let through, all conditions together', () => {
    const body =
      item('/zwgk/1.html', '2025年工作要点') +
      item('/zwgk/2.html', '放假通知') +
      item('/x/3.html', '工作要点解读');
    expect(urls(body, { match: '**/zwgk/*.html' })).toHaveLength(2);
    expect(urls(body, { match: '**/zwgk/*.html', words: ['要点', '计划'] })).toEqual([
      'https://www.wangchao.gov.cn/zwgk/1.html',
    ]);
  });

  it('are no pages of the list itself, though a glob lets them through', () => {
    const pages = ['1', '2', '下一页', '下一页>', '尾页', '»', '…']
      .map((text, n) => `<a href="/zwgk/index_${n}.html">${text}</a>`)
      .join('');
    const match = '**/zwgk/*.html';
    expect(urls(item('/zwgk/1.html', '通告') + pages, { match })).toHaveLength(1);
    expect(urls(pages, { match, select: 'a' })).toHaveLength(7);
  });

  it('are also a dated headline of another folder and template in a list of dated ones', () => {
    const dated = (href: string, text: string) => item(href, text, '2026-03-05');
    const list = Array.from({ length: 12 }, (_, i) =>
      dated(`/art/2026/3/5/art_12_${i}.html`, `关于召开第${i}次会议的通知`),
    );
    const plan = dated('/zt/2026gzyd/index_plan.shtml', '望潮市2026年工作要点印发实施');
    const aside = item('/about/site_map_of_all.jsp', '本网站使用帮助和常见问题');
    const found = urls([...list, plan, aside].join(''), {});
    expect(found).toHaveLength(13);
    expect(found).toContain('https://www.wangchao.gov.cn/zt/2026gzyd/index_plan.shtml');
  });

  it('count once each, with the fuller headline of text and title', () => {
    const body = `<a href="/1.html"><img src="x.jpg"></a><a href="/1.html#a" title="望潮市2025年国民经济和社会发展计划">望潮市2025年国民…</a>`;
    expect(findLinks(html(body), base, { match: '**' })).toEqual([
      { url: 'https://www.wangchao.gov.cn/1.html', text: '望潮市2025年国民经济和社会发展计划', date: null },
    ]);
  });

  it('are relative to a <base> of the same site only', () => {
    const at = (href: string) =>
      findLinks(`<base href="${href}">${item('1.html', '一')}`, base, { match: '**' })[0]?.url;
    expect(at('/other/')).toBe('https://www.wangchao.gov.cn/other/1.html');
    expect(at('https://evil.example/')).toBe('https://www.wangchao.gov.cn/zwgk/tzgg/1.html');
  });

  it('do not include the page itself, scripts, mail and fragments', () => {
    const body = ['#', '#top', 'index.html', 'javascript:go()', 'mailto:a@b.cn', 'tel:1', '']
      .map((href) => item(href, '不是文章'))
      .join('');
    expect(urls(body, { match: '**' })).toEqual([]);
  });

  describe('planted to catch programs are never followed', () => {
    const traps = {
      'with display:none': '<a style="display : none" href="/trap.html">robots</a>',
      'in a hidden box':
        '<div style="DISPLAY:NONE"><p><a href="/trap.html">robots and others here</a></p></div>',
      'with visibility:hidden': '<a style="visibility:hidden" href="/trap.html">robots</a>',
      'with opacity 0': '<a style="opacity:0" href="/trap.html">robots</a>',
      'of size 0': '<a style="font-size:0px" href="/trap.html">robots</a>',
      'far off the page': '<div style="position:absolute;left:-9999px"><a href="/trap.html">robots</a></div>',
      'with the attribute hidden': '<span hidden><a href="/trap.html">robots</a></span>',
      'without anything to click': '<a href="/trap.html"></a>',
      'in a comment': '<!-- <a href="/trap.html">robots</a> -->',
      'in a template': '<template><a href="/trap.html">robots</a></template>',
      'in noscript': '<noscript><a href="/trap.html">robots</a></noscript>',
    };
    for (const [where, trap] of Object.entries(traps)) {
      it(where, () => {
        expect(urls(trap + item('/1.html', '一'), { match: '**' })).toEqual([
          'https://www.wangchao.gov.cn/1.html',
        ]);
      });
    }

    it('behind the end of the page', () => {
      const page = `${html(item('/1.html', '一'))}<a href="/twaf_abc/x.html">关于人工智能的通知公告</a>`;
      expect(findLinks(page, base, { match: '**' })).toHaveLength(1);
      expect(findLinks(item('/1.html', '一'), base, { match: '**' })).toHaveLength(1);
    });
  });

  it('are given the day that stands beside them, or in their address', () => {
    const days = (body: string) => findLinks(html(body), base, { match: '**' }).map(({ date }) => date);
    expect(days(item('/1.html', '一', '[2024-03-05]'))).toEqual(['2024-03-05']);
    expect(days(item('/1.html', '一', '2024年3月5日'))).toEqual(['2024-03-05']);
    expect(days(`<table><tr><td><a href="/1.html">一</a></td><td>2024/3/5</td></tr></table>`)).toEqual([
      '2024-03-05',
    ]);
    expect(days(item('/1.html', '2019年1月1日起施行'))).toEqual([null]);
    expect(days(item('/art/2024/3/5/art_1_2.html', '一'))).toEqual(['2024-03-05']);
    expect(days(item('/202403/t20240305_1.html', '一'))).toEqual(['2024-03-05']);
    expect(days(item('/c/202403/content_6946880.html', '一'))).toEqual([null]);
    expect(days(item('/1.html', '一', '2024-13-45'))).toEqual([null]);
  });

  it('are found in pages made to be slow', () => {
    const hostile = [
      '<div>'.repeat(100_000) + item('/1.html', '一'),
      '<a href="/1.html">'.repeat(100_000),
      `${'<nav><a href="/1.html">一</a>'.repeat(1400)}${'文'.repeat(2_000_000)}`,
      `<div>${item('/1.html', '一')
        .replace(/<\/?li>/g, '')
        .repeat(20_000)}</div>`,
      `<a href="${'x'.repeat(5_000_000)}">一</a>`,
      `<a href="/1.html">${'2024-'.repeat(1_000_000)}</a>`,
      'a'.repeat(5_000_000),
    ];
    for (const page of hostile) {
      // What backtracks runs into the time limit of the test.
      expect(findLinks(page, base, {}).length, page.slice(0, 60)).toBeLessThanOrEqual(1);
    }
  });
});
