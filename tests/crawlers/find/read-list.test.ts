import { describe, expect, it } from 'vitest';
import { readList } from '../../../crawlers/find/read-list.ts';

const base = 'https://www.wangchao.gov.cn/col/col1/index.html';
const root = 'https://www.wangchao.gov.cn';

describe('a list that is data', () => {
  const record = (id: number) =>
    `<record><![CDATA[<li><a target="_blank" href="/art/2025/3/${id}/art_1_${id}.html" title="望潮市第${id}号通知全文">望潮市第${id}…</a><b>2025-03-0${id}</b></li>]]></record>`;
  const datastore = `<datastore><nextgroup><![CDATA[<a href="/x"></a>]]></nextgroup><recordset>${record(1)}${record(2)}</recordset></datastore>`;
  const expected = [
    { url: `${root}/art/2025/3/1/art_1_1.html`, text: '望潮市第1号通知全文', date: '2025-03-01' },
    { url: `${root}/art/2025/3/2/art_1_2.html`, text: '望潮市第2号通知全文', date: '2025-03-02' },
  ];

  it('in a script of the page (jpage)', () => {
    const page = `<html><body><div id="77" class="list"><script type="text/xml">${datastore}</script></div><script>go()</script></body></html>`;
    expect(readList(page, base, { match: '**/art_*' })).toEqual(expected);
    expect(readList(page, base, { select: '.list li a' })).toEqual(expected);
    expect(readList(page, base, {})).toEqual(expected);
  });

  it('answered by dataproxy.jsp', () => {
    const url = `${root}/module/web/jpage/dataproxy.jsp?page=1&columnid=7`;
    expect(readList(`<?xml version="1.0" encoding="UTF-8"?>\n${datastore}`, url, {})).toEqual(expected);
    const escaped =
      '<datastore><recordset><record>&lt;a href="/1.html"&gt;一&lt;/a&gt;</record></recordset></datastore>';
    expect(readList(escaped, url, { match: '**' })).toMatchObject([{ url: `${root}/1.html`, text: '一' }]);
  });

  it('answered by TRS as records with fields', () => {
    const xml = `<recordset><record><doctitle>望潮市2025年工作要点 &lt;试行&gt;</doctitle><docpuburl>./202503/t20250301_1.html</docpuburl><docreltime>2025-03-01 10:00:00</docreltime></record>
      <record><doctitle>没有地址的</doctitle></record></recordset>`;
    expect(readList(xml, base, {})).toEqual([
      {
        url: `${root}/col/col1/202503/t20250301_1.html`,
        text: '望潮市2025年工作要点 <试行>',
        date: '2025-03-01',
      },
    ]);
  });

  it('answered by gkmlpt', () => {
    const json = {
      total: 2,
      classify: {
        id: 5,
        name: '政府文件',
        url: '/gkmlpt/index#5',
        children: [{ name: '规划', url: '/gkmlpt/index#6' }],
      },
      articles: [
        {
          id: 10,
          title: '关于印发工作要点的通知',
          url: 'http://www.wangchao.gov.cn/gkmlpt/content/2/10/post_10.html',
          post_url: 'http://other.cn/',
          first_publish_time: 1740800000,
          display_publish_time: 1740800000,
        },
        { id: 11, title: '发展计划', url: '/gkmlpt/content/2/11/post_11.html', date: 1740800000000 },
      ],
    };
    expect(readList(JSON.stringify(json), `${root}/gkmlpt/api/all/5?page=1&sid=2`, {})).toEqual([
      {
        url: 'http://www.wangchao.gov.cn/gkmlpt/content/2/10/post_10.html',
        text: '关于印发工作要点的通知',
        date: '2025-03-01',
      },
      { url: `${root}/gkmlpt/content/2/11/post_11.html`, text: '发展计划', date: '2025-03-01' },
    ]);
  });

  it('kept as a JSON file of upper-case fields, with a byte order mark', () => {
    const json = [
      {
        TITLE: '国务院关于计划的<em>报告</em>',
        SUB_TITLE: '',
        URL: 'https://www.gov.cn/content_1.htm',
        DOCRELPUBTIME: '2025-03-02',
      },
    ];
    expect(readList(`\uFEFF${JSON.stringify(json)}`, 'https://www.gov.cn/zhengce/list.json', {})).toEqual([
      { url: 'https://www.gov.cn/content_1.htm', text: '国务院关于计划的报告', date: '2025-03-02' },
    ]);
  });

  it('answered as JSONP, and as HTML inside of JSON (jpaas)', () => {
    expect(
      readList('cb_1({"list":[{"title":"一","linkurl":"/1.html"}]});', base, { words: ['一'] }),
    ).toMatchObject([{ url: `${root}/1.html` }]);
    const html = expected
      .map(({ url, text, date }) => `<li><a href="${url}">${text}</a><span>${date}</span></li>`)
      .join('');
    expect(readList(JSON.stringify({ code: '200', data: { html } }), base, {})).toEqual(expected);
  });

  it('narrowed by words and address like any other', () => {
    const json = JSON.stringify([
      { title: '工作要点', url: '/a/1.html' },
      { title: '招聘公告', url: '/a/2.html' },
      { title: '工作要点', url: '/b/3.html' },
      { title: '图片', url: 'javascript:void(0)' },
    ]);
    expect(readList(json, base, { words: ['要点'], match: '**/a/*' })).toMatchObject([
      { url: `${root}/a/1.html` },
    ]);
  });

  it('broken off, or made to be slow, is no list', () => {
    const hostile = [
      '{"list":[{"title":"一"',
      '['.repeat(200_000),
      '<datastore>'.repeat(100_000),
      `<datastore>${'<record>'.repeat(100_000)}</datastore>`,
      `${'<recordset></recordset>'.repeat(50_000)}`,
      `cb(${'('.repeat(1_000_000)}`,
      `{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}`,
    ];
    for (const text of hostile) {
      // What backtracks runs into the time limit of the test.
      expect(readList(text, base, {})).toEqual([]);
    }
  });
});
