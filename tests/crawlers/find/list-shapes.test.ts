import { describe, expect, it } from 'vitest';
import { nextPage } from '../../../crawlers/find/next-page.ts';
import { readList } from '../../../crawlers/find/read-list.ts';

const root = 'http://www.wangchao.gov.cn';
const titles = [
  '关于印发《望潮市2026年数字经济工作要点》的通知',
  '望潮市2026年国民经济和社会发展计划',
  '政府工作报告',
  '关于开展全市安全生产大检查的通知',
  '2026年为民办实事项目公示',
  '望潮市“十五五”规划纲要',
];
const day = (n: number) => `2026-03-${28 - n}`;
const each = (item: (title: string, n: number) => string) => titles.map(item).join('\n');

const menu = `<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/col/col1234/index.html">法定主动公开内容</a></li><li><a href="/zwgk/zn/t1.html">政府信息公开工作指南</a></li></ul></div>
<div class="pos">您的位置：<a href="/">首页</a>&gt;<a href="/zwgk/tzgg/">通知公告</a></div>`;
const foot = `<div class="links"><a href="/gywm/gywm.html">关于我们网站声明</a> <a href="/wzdt/">网站地图</a>
<a href="http://fgw.wangchao.gov.cn/">望潮市发展和改革委员会</a><a href="https://zfwzgl.example.cn/jc.html?site=37">政府网站找错</a></div>`;
const page = (body: string) =>
  `<html><head><title>通知公告</title></head><body>${menu}${body}${foot}</body></html>`;

interface Shape {
  readonly at: string;
  readonly html: string;
  readonly articles: readonly string[];
  readonly next: string | null;
}

/** Lists as the common systems write them. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'of TRS, with cut headlines': {
    at: `${root}/zwgk/tzgg/index.html`,
    html: page(
      `<ul>${each((t, n) => `<li><span>${day(n)}</span><a href="./202603/t202603${28 - n}_${n}.html" title="${t}">${t.slice(0, 12)}…</a></li>`)}</ul>
      <script>createPageHTML(25, 0, "index", "html");</script><h3>热点</h3><a href="/ztzl/2026lh/">2026年望潮市两会专题报道</a>`,
    ),
    articles: titles.map((_, n) => `/zwgk/tzgg/202603/t202603${28 - n}_${n}.html`),
    next: '/zwgk/tzgg/index_1.html',
  },
  'of UCAP': {
    at: `${root}/zhengce/index.htm`,
    html: page(
      `<div class="list"><ul>${each((t, n) => `<li><h4><a href="/zhengce/content/20260${3 - (n % 2)}/content_690000${n}.htm">${t}</a><span class="date">${day(n)}</span></h4></li>`)}</ul></div><a href="index_2.htm">下一页</a>`,
    ),
    articles: titles.map((_, n) => `/zhengce/content/20260${3 - (n % 2)}/content_690000${n}.htm`),
    next: '/zhengce/index_2.htm',
  },
  'of DESTOON, with an arrow': {
    at: `${root}/news/list-5.html`,
    html: page(
      `<ul>${each((t, n) => `<li><span>${day(n)} 10:2${n}</span>·<a href="/news/202603/${28 - n}/90${n}.html">${t}</a></li>`)}</ul>
      <a href="/news/list-5-2.html">2</a><a href="/news/list-5-2.html" title="下一页(右方向键 →)">&#187;</a>`,
    ),
    articles: titles.map((_, n) => `/news/202603/${28 - n}/90${n}.html`),
    next: '/news/list-5-2.html',
  },
  'of jpage': {
    at: `${root}/col/col48/index.html`,
    html: page(
      `<script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&amp;columnid=48"></a>]]></nextgroup>
      <recordset>${each((t, n) => `<record><![CDATA[<li><a title='${t}' href='/art/2026/3/${28 - n}/art_48_330${n}.html'>${t}</a><b>[${day(n)}]</b></li>]]></record>`)}</recordset></datastore></script>`,
    ),
    articles: titles.map((_, n) => `/art/2026/3/${28 - n}/art_48_330${n}.html`),
    next: '/module/web/jpage/dataproxy.jsp?page=1&columnid=48',
  },
  'of gkmlpt': {
    at: `${root}/gkmlpt/api/all/2811?page=1&sid=75`,
    html: JSON.stringify({
      classify: { name: '通知', url: `${root}/gkmlpt/index` },
      articles: titles.map((title, n) => ({ title, url: `${root}/gkmlpt/content/12/post_12340${n}.html` })),
    }),
    articles: titles.map((_, n) => `/gkmlpt/content/12/post_12340${n}.html`),
    next: '/gkmlpt/api/all/2811?page=2&sid=75',
  },
  'in a plain table': {
    at: `${root}/info/list.asp?cid=12`,
    html: page(
      `<table>${each((t, n) => `<tr><td><img src="d.gif"></td><td><a href="show.asp?id=${n}">${t}</a></td><td>[${day(n)}]</td></tr>`)}</table><a href="list.asp?cid=12&page=2">下页</a>`,
    ),
    articles: titles.map((_, n) => `/info/show.asp?id=${n}`),
    next: '/info/list.asp?cid=12&page=2',
  },
  'of cards with the day in boxes': {
    at: `${root}/xwzx/`,
    html: page(
      `${each((t, n) => `<div class="card"><div class="date"><em>${28 - n}</em><span>2026-03</span></div><a href="/xwzx/a${n}.html"><img src="/p.jpg"></a><div><h3><a href="/xwzx/a${n}.html">${t}</a></h3><a href="/xwzx/a${n}.html">查看详情</a></div></div>`)}<a class="next" href="javascript:;">&gt;</a><a class="next" href="index_1.html">&gt;</a>`,
    ),
    articles: titles.map((_, n) => `/xwzx/a${n}.html`),
    next: '/xwzx/index_1.html',
  },
  'of cards that are links as a whole': {
    at: `${root}/news/`,
    html: page(
      each((t, n) => `<a href="/news/detail/${n}"><i>03-${28 - n}</i><i>2026</i><div>${t}</div></a>`),
    ),
    articles: titles.map((_, n) => `/news/detail/${n}`),
    next: null,
  },
  'opened by scripts': {
    at: `${root}/list.html`,
    html: page(
      `<ul>${each((t, n) => `<li><a href="javascript:void(0)" onclick="window.open('content.html?id=${n}')">${t}</a>${day(n)}</li>`)}</ul>`,
    ),
    articles: titles.map((_, n) => `/content.html?id=${n}`),
    next: null,
  },
  'with the column before each headline': {
    at: `${root}/a/dongtai/`,
    html: page(
      `<ul>${each((t, n) => `<li>[<a href="/a/yaowen/">要闻</a>]<a href="/a/dongtai/2026/${n}.html">${t}</a><small>日期：</small>${day(n)}<p>${t}……</p></li>`)}</ul><a href="list_3_2.html">下一页</a>`,
    ),
    articles: titles.map((_, n) => `/a/dongtai/2026/${n}.html`),
    next: '/a/dongtai/list_3_2.html',
  },
  'of three plans, each in a folder of its own': {
    at: `${root}/zwgk/ghjh/`,
    html: page(
      `<ul><li><a href="ndjh/">望潮市2026年重点工作计划安排</a>2026-02-03</li><li><a href="bg/202602/t20260202_1.html">政府工作报告</a>2026-02-02</li><li><a href="gh/gangyao.shtml">望潮市第十五个五年规划纲要</a>2026-02-01</li></ul>`,
    ),
    articles: ['/zwgk/ghjh/ndjh/', '/zwgk/ghjh/bg/202602/t20260202_1.html', '/zwgk/ghjh/gh/gangyao.shtml'],
    next: null,
  },
  'of the same plan through the years': {
    at: `${root}/zwgk/zfgzbg/`,
    html: page(
      `<ul>${[2026, 2025, 2024].map((year) => `<li><a href="${year}/${year}11.html">${year}年</a><em>${year}-01-18</em></li>`).join('')}</ul>`,
    ),
    articles: [2026, 2025, 2024].map((year) => `/zwgk/zfgzbg/${year}/${year}11.html`),
    next: null,
  },
};

describe('a list without a rule', () => {
  for (const [name, { at, html, articles, next }] of Object.entries(SHAPES)) {
    it(`${name} shows its articles, the way on, and nothing of what stands around`, () => {
      const links = readList(html, at, {});
      expect(links.map(({ url }) => url)).toEqual(articles.map((path) => root + path));
      const on = nextPage({ kind: 'next', maxPages: 5 }, { number: 1, first: at, url: at, text: html });
      expect(on).toBe(next === null ? null : root + next);
    });
  }

  it('gives each article its day, in whatever boxes its parts stand', () => {
    for (const name of [
      'of cards with the day in boxes',
      'of cards that are links as a whole',
      'opened by scripts',
    ]) {
      const { at = '', html = '' } = SHAPES[name] ?? {};
      expect(
        readList(html, at, {}).map(({ date }) => date),
        name,
      ).toEqual(titles.map((_, n) => day(n)));
    }
  });

  it('may have boxes in its items that are called as the edges of a page are', () => {
    const items = each(
      (t, n) => `<div><div class="head"><a href="/news/${n}.html">${t}</a></div><p>摘要</p></div>`,
    );
    expect(readList(page(items), `${root}/news/`, {}).filter(({ url }) => /news/.test(url))).toHaveLength(6);
  });

  it('that cannot be read is empty: menus do not stand in for it', () => {
    const away = each(
      (t, n) => `<li><a href="https://mp.example.com/s/${n}">${t}</a><span>${day(n)}</span></li>`,
    );
    const scripted = '<div id="list"></div><script>load()</script>';
    for (const body of [away, scripted])
      expect(readList(page(body).replaceAll('/gywm/gywm.html', '/gywm/'), `${root}/a/`, {})).toEqual([]);
  });
});
