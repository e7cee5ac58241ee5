import { describe, expect, it } from 'vitest';
import { readList } from '../../../crawlers/find/read-list.ts';

const root = 'http://www.wangchao.gov.cn';
const titles = [
  '关于开展全市安全生产大检查的通知',
  '望潮市2026年国民经济和社会发展计划',
  '2026年为民办实事项目公示',
  '关于进一步优化营商环境的若干措施',
  '市政府常务会议研究部署防汛工作',
  '望潮市“十五五”规划纲要编制启动',
];
const day = (n: number) => `2026-03-${28 - n}`;

/** A list of common articles, with others put among them. */
function among(row: (title: string, n: number) => string, others: readonly string[]): string {
  const rows = titles.map(row);
  return [...rows.slice(0, 2), ...others, ...rows.slice(2)].join('\n');
}

const menu = `<div class="side"><ul><li><a href="/zfgzbg/zfgzbg.html">政府工作报告</a></li><li><a href="/ghjh/gzyd.html">工作要点</a></li>
<li><a href="/ghjh/ssfa.html">实施方案</a></li><li><a href="/zwgk/zfgb/col1234.html">政府公报</a></li></ul></div>`;
const page = (list: string) =>
  `<html><body><div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hdjl/hdjl.html">互动交流</a></div>
  ${menu}<div class="right">${list}</div><div class="links"><a href="/gywm.html">关于我们</a><a href="/wzdt.html">网站地图</a></div></body></html>`;

interface Case {
  readonly at: string;
  readonly list: string;
  /** Found beside the six. */
  readonly plans: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'with days, in folders of their own': {
    at: `${root}/zwgk/tzgg/index.html`,
    list: `<ul>${among(
      (t, n) => `<li><a href="./202603/t202603${28 - n}_${n}.html">${t}</a><span>${day(n)}</span></li>`,
      [
        '<li><a href="/zfgzbg/content_7781.html">政府工作报告</a><span>2026-01-20</span></li>',
        '<li><a href="/ghjh/2026/ssfa.html">实施方案</a><span>2026-01-19</span></li>',
        '<li><a href="/ghjh/gzyd/">工作要点</a><span>2026-01-18</span></li>',
      ],
    )}</ul>`,
    plans: ['/zfgzbg/content_7781.html', '/ghjh/2026/ssfa.html', '/ghjh/gzyd/'],
  },
  'with days in brackets, in paragraphs': {
    at: `${root}/info/list.asp?cid=12`,
    list: among(
      (t, n) => `<p>·<a href="show.asp?id=${n}">${t}</a>（${day(n)}）</p>`,
      ['<p>·<a href="/ghjh/view.asp?nid=7&amp;lm=3">政府工作报告</a>（2026-01-20）</p>'],
    ),
    plans: ['/ghjh/view.asp?nid=7&lm=3'],
  },
  'with the column before each headline': {
    at: `${root}/zwgk/index.html`,
    list: `<ul>${among(
      (t, n) =>
        `<li>[<a href="/lm/${n % 2 ? 'gzdt' : 'tzgg'}.html">${n % 2 ? '工作动态' : '通知公告'}</a>]<a href="/zwgk/2026/${n}.html">${t}</a><i>${day(n)}</i></li>`,
      [
        '<li>[<a href="/lm/ghjh.html">规划计划</a>]<a href="/bg/2026/zfgz/report.html">政府工作报告</a><i>2026-01-20</i></li>',
      ],
    )}</ul>`,
    plans: ['/bg/2026/zfgz/report.html'],
  },
  'without days': {
    at: `${root}/xxgk/tzgg.html`,
    list: `<div class="list"><ul>${among(
      (t, n) => `<li><a href="/xxgk/content/post_90${n}.html" title="${t}">${t}</a></li>`,
      ['<li><a href="/xxgk/fzgh/jhzj/post_8800.html">政府工作报告</a></li>'],
    )}</ul></div>`,
    plans: ['/xxgk/fzgh/jhzj/post_8800.html'],
  },
  'without days, in cells parted by breaks': {
    at: `${root}/xxgk/tzgg.html`,
    list: `<table><tr><td>${among(
      (t, n) => `<a href="/xxgk/${n}.htm">${t}</a><br>`,
      ['<a href="/fgw/ghjh/2026011.htm">工作要点</a><br>'],
    )}</td></tr></table>`,
    plans: ['/fgw/ghjh/2026011.htm'],
  },
  'of cards with the day in boxes': {
    at: `${root}/xwzx/`,
    list: among(
      (t, n) =>
        `<div class="card"><div class="date"><em>${28 - n}</em><span>2026-03</span></div><h3><a href="/xwzx/a${n}.html">${t}</a></h3></div>`,
      [
        '<div class="card"><div class="date"><em>20</em><span>2026-01</span></div><h3><a href="/plan/zfgzbg/bg.html">政府工作报告</a></h3></div>',
      ],
    ),
    plans: ['/plan/zfgzbg/bg.html'],
  },
};

/** Lists whose short links are ways to columns. */
const COLUMNS: Readonly<Record<string, string>> = {
  'above parts of a list': `<h3><a href="/zfgzbg/more_12.html">政府工作报告</a></h3><ul>${among(
    (t, n) => `<li><a href="/xxgk/content/post_90${n}.html">${t}</a></li>`,
    [],
  )}</ul>`,
  'in every row': `<ul>${among(
    (t, n) =>
      `<li><a href="/lm/lm_${1000 + (n % 2)}.html">${n % 2 ? '工作要点' : '通知公告'}</a> <a href="/xxgk/content/post_90${n}.html">${t}</a> ${day(n)}</li>`,
    [],
  )}</ul>`,
  'in the row of the last article alone': `<ul>${among(
    (t, n) => `<li><a href="/xxgk/content/post_90${n}.html">${t}</a> ${day(n)}</li>`,
    [],
  )}<li><a href="/lm/lm_1001.html">规划计划</a> <a href="/xxgk/content/post_909.html">望潮市教育局公布招生计划安排</a> 2026-03-01</li></ul>`.replace(
    titles[5] ?? '',
    '更多',
  ),
  'in a menu of the same table': `<table><tr><td><a href="/lm/1001.html">政府工作报告</a><br><a href="/lm/1002.html">工作要点</a><br></td><td>${among(
    (t, n) => `<a href="/xxgk/content/post_90${n}.html">${t}</a><br>`,
    [],
  )}</td></tr></table>`,
  'behind the list, to more of it': `<ul>${among(
    (t, n) => `<li><a href="/xxgk/content/post_90${n}.html">${t}</a></li>`,
    [],
  )}<li><a href="/xxgk/more_12.html">查看更多</a></li></ul>`,
  'that is a member of a forum': `<table>${among(
    (t, n) =>
      `<tr><td><a href="/xxgk/post_90${n}.html">${t}</a></td><td><a href="/space-${n}.html">望潮小居民${n}</a></td><td><a href="/xxgk/post_90${n}.html?last">回复：${t}</a></td></tr>`,
    [],
  )}</table>`,
};

describe('a plan with a short title', () => {
  for (const [name, { at, list, plans }] of Object.entries(CASES)) {
    it(`is found in another folder, in a list ${name}`, () => {
      const found = readList(page(list), at, {}).map(({ url }) => url.slice(root.length));
      expect(found).toHaveLength(titles.length + plans.length);
      expect(found.slice(2, 2 + plans.length)).toEqual(plans);
    });
  }

  for (const [name, list] of Object.entries(COLUMNS)) {
    it(`is not a column of that name ${name}`, () => {
      const found = readList(page(list), `${root}/xxgk/tzgg.html`, {}).map(({ url }) => url);
      expect(found.filter((url) => !url.includes('/post_'))).toEqual([]);
      expect(found.length).toBeGreaterThanOrEqual(5);
    });
  }
});
