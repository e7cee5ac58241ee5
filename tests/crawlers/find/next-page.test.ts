import { describe, expect, it } from 'vitest';
import type { Pagination } from '../../../core/source.ts';
import { nextPage } from '../../../crawlers/find/next-page.ts';
import { nextPart } from '../../../crawlers/find/next-part.ts';

const root = 'https://www.wangchao.gov.cn';
const first = `${root}/zwgk/index.html`;

function next(
  text: string,
  page: { number?: number; url?: string; first?: string } = {},
  pagination: Partial<Pagination> = {},
) {
  const from = page.first ?? first;
  return nextPage(
    { kind: 'next', maxPages: 50, ...pagination },
    { number: page.number ?? 1, first: from, url: page.url ?? from, text },
  );
}

describe('the next page of a list', () => {
  it('is the link that says so', () => {
    for (const label of ['下一页', '下页', '下一頁', '后一页', 'Next', '下一页 >', '下页»', '下一页&gt;'])
      expect(next(`<a href="index_1.html"> ${label} </a>`), label).toBe(`${root}/zwgk/index_1.html`);
    expect(next('<link rel="next" href="?page=2">')).toBe(`${first}?page=2`);
    expect(next('<a href="?page=2" title="下一页"><img src="n.gif"></a>')).toBe(`${first}?page=2`);
    expect(next('<base href="/other/"><a href="2.html">下一页</a>')).toBe(`${root}/other/2.html`);
  });

  it('is none where nothing says so, or the last page points to itself or to a script', () => {
    for (const text of [
      '',
      '<a href="/2.html">下一篇</a>',
      '<a href="#">下一页</a>',
      '<a href="index.html">下一页</a>',
      '<a href="javascript:go(2)">下一页</a>',
      '<a>下一页</a>',
    ])
      expect(next(text), text).toBeNull();
  });

  it('is on the same site, whatever the host, and none where no address can be read', () => {
    expect(next('<a href="http://list.wangchao.gov.cn/2.html">下一页</a>')).toBe(
      'http://list.wangchao.gov.cn/2.html',
    );
    for (const text of [
      '<a href="https://www.elsewhere.example/list">下一页</a>',
      '<nextgroup><![CDATA[<a href="http://[bad"></a>]]></nextgroup>',
      `<script>load("http://[bad/dataproxy.jsp"); unitid:'5', totalRecord:99, perPage:15</script>`,
      '<a href="http://[bad">下一页</a>',
    ])
      expect(next(text), text).toBeNull();
  });

  it('is counted by the script of TRS, from 0 or from 1', () => {
    const zero = '<script>createPageHTML(3, 0, "index", "html");</script>';
    expect(next(zero)).toBe(`${root}/zwgk/index_1.html`);
    expect(next('createPageHTML(3,1,"index","html")', { number: 2, url: `${root}/zwgk/index_1.html` })).toBe(
      `${root}/zwgk/index_2.html`,
    );
    expect(next('createPageHTML(3,2,"index","html")', { number: 3 })).toBeNull();
    expect(next("createPageHTML('page-div',25, 1,'index','shtml',491);")).toBe(`${root}/zwgk/index_2.shtml`);
    expect(
      next('<a href="javascript:void(0)">下一页</a><script>createPageHTML(3, 0, "index", "html")</script>'),
    ).toBe(`${root}/zwgk/index_1.html`);
    expect(next('function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}')).toBeNull();
  });

  it('is the next group of jpage, taken as it stands', () => {
    const text = `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&amp;webid=1&path=/&key=9f%2B"></a>]]></nextgroup>`;
    expect(next(text)).toBe(`${root}/module/web/jpage/dataproxy.jsp?page=1&webid=1&path=/&key=9f%2B`);
    expect(next('<nextgroup></nextgroup>')).toBeNull();
  });

  it('is made from the settings of jpage where the data names none, to the last record', () => {
    const script = (shown: number) =>
      `${'<record>x</record>'.repeat(shown)}<script>$('#77').jpage({perPage: 15, totalRecord:100, proxyUrl:'/module/web/jpage/dataproxy.jsp',
        ajaxParam:{col:1,appid:1,webid:1,path:'/',columnid:104,sourceContentType:1,unitid:'77',webname:'望潮市人民政府',permissiontype:0}});</script>`;
    const second = next(script(45)) ?? '';
    const query = new URL(second).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      startrecord: '46',
      endrecord: '90',
      perpage: '15',
      columnid: '104',
      unitid: '77',
      path: '/',
      webname: '望潮市人民政府',
    });
    const third = next('<totalrecord>100</totalrecord><record></record>', { number: 2, url: second }) ?? '';
    expect(third).toContain('startrecord=91&endrecord=135');
    expect(next('<totalrecord>100</totalrecord><record></record>', { number: 3, url: third })).toBeNull();
    expect(next('<datastore></datastore>', { number: 3, url: second })).toBeNull();
    expect(next(script(100))).toBeNull();
  });

  it('is the interface of gkmlpt for its empty page, by the column in the address', () => {
    const page = `<script>window._CONFIG = { SID: '755031', title: 'x' }</script>`;
    expect(next(page, { first: `${root}/fgw/gkmlpt/index#2811`, url: `${root}/fgw/gkmlpt/index` })).toBe(
      `${root}/fgw/gkmlpt/api/all/2811?page=1&sid=755031`,
    );
    expect(next(page, { first: `${root}/gkmlpt/index` })).toBe(`${root}/gkmlpt/api/all/0?page=1&sid=755031`);
  });

  it('of an interface is the next number, also inside a JSON parameter', () => {
    const json = '{"articles":[{"title":"一","url":"/1.html"}]}';
    expect(next(json, { url: `${root}/gkmlpt/api/all/5?page=9&sid=2` })).toBe(
      `${root}/gkmlpt/api/all/5?page=10&sid=2`,
    );
    const param = encodeURIComponent('{"pageNo":1,"pageSize":15}');
    expect(decodeURIComponent(next(json, { url: `${root}/build/unit?paramJson=${param}` }) ?? '')).toContain(
      '{"pageNo":2,"pageSize":15}',
    );
    expect(next(json, { url: `${root}/list.json` })).toBeNull();
    expect(next('<p>html</p>', { url: `${root}/list?page=1` })).toBeNull();
  });

  it('is counted by the operator’s word', () => {
    expect(next('', {}, { kind: 'static' })).toBe(`${root}/zwgk/index_1.html`);
    expect(next('', { number: 2, first: `${root}/zwgk/` }, { kind: 'static' })).toBe(
      `${root}/zwgk/index_2.html`,
    );
    expect(next('', { number: 4, first: `${root}/list.jsp?id=3` }, { kind: 'query' })).toBe(
      `${root}/list.jsp?id=3&page=5`,
    );
    expect(next('', {}, { kind: 'query', parameter: 'PageIndex' })).toBe(`${first}?PageIndex=2`);
    expect(next('<a href="2.html">下一页</a>', {}, { kind: 'none' })).toBeNull();
    expect(next('<a href="2.html">下一页</a>', { number: 50 })).toBeNull();
  });

  it('is looked for in pages made to be slow', () => {
    for (const text of [
      `下一页${'createPageHTML('.repeat(300_000)}`,
      `createPageHTML(${' '.repeat(2_000_000)}`,
      `<nextgroup>${' '.repeat(2_000_000)}`,
      `<nextgroup><a ${'x'.repeat(2_000_000)}`,
      `'${'dataproxy.jsp'.repeat(100_000)}`,
      `next${'<a href="x">'.repeat(100_000)}`,
    ]) {
      // What backtracks runs into the time limit of the test.
      expect(next(text), text.slice(0, 40)).toSatisfy((url) => url === null || typeof url === 'string');
    }
  });
});

describe('the next part of an article', () => {
  const article = `${root}/art/t20250301_7.html`;
  const part = (text: string, number = 1, url = article) => nextPart(text, { first: article, url, number });

  it('is the same address with a number', () => {
    expect(part('<a href="t20250301_7_1.html">下一页</a>')).toBe(`${root}/art/t20250301_7_1.html`);
    expect(part('<a href="t20250301_7_2.html">下一页</a>')).toBe(`${root}/art/t20250301_7_2.html`);
    expect(part('<a href="t20250301_7-2.html">下页</a>')).toBe(`${root}/art/t20250301_7-2.html`);
    expect(part('<a href="?page=2">下一页</a>')).toBe(`${article}?page=2`);
    expect(part('createPageHTML(3, 0, "t20250301_7", "html")')).toBe(`${root}/art/t20250301_7_1.html`);
    expect(part('createPageHTML(3, 1, "t20250301_7", "html")', 2, `${root}/art/t20250301_7_1.html`)).toBe(
      `${root}/art/t20250301_7_2.html`,
    );
  });

  it('is none where the link leads to another article, back, or away', () => {
    for (const href of [
      't20250301_8.html',
      't20250301_7.html',
      't20250301_77.html',
      't20250301_7_9.html',
      '/index.html',
      'https://other.gov.cn/art/t20250301_7_1.html',
      '?page=7',
    ])
      expect(part(`<a href="${href}">下一页</a>`), href).toBeNull();
    expect(part('createPageHTML(1, 0, "t20250301_7", "html")')).toBeNull();
    expect(part('<a href="t20250301_7_1.html">下一篇</a>')).toBeNull();
    expect(part('<a href="t20250301_7_1.html">下一页</a>', 2, `${root}/art/t20250301_7_1.html`)).toBeNull();
  });
});
