/** Pages as sites print them, invented and the same for the same number: for the benches of crawling and storing. */

const SYLLABLES =
  '全市重点工作推进项目建设产业企业服务民生改革发展港口海洋创新农业乡村教育医疗养老交通水利生态环境治理监督检查会议通知调研座谈基层社区街道园区投资消费出口科技人才就业保障安全应急文化旅游体育城市更新道路管网供水供热绿化审批政务公开'.split(
    '',
  );

/** The same numbers for the same seed, so that runs can be compared. */
function sequence(seed: number): () => number {
  let state = (Math.imul(seed, 2_654_435_761) ^ 0x5bd1e995) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Random = () => number;
const times = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const pick = <T>(random: Random, all: readonly T[]): T | string =>
  all[Math.floor(random() * all.length)] ?? '';
const words = (random: Random, length: number) => {
  let text = '';
  for (let i = 0; i < length; i++) text += pick(random, SYLLABLES);
  return text;
};
const hex = (random: Random, length: number) =>
  times(length, () => Math.floor(random() * 16).toString(16)).join('');

const chrome = sequence(7);
const style = times(
  230,
  () =>
    `.${hex(chrome, 6)}-box .${hex(chrome, 5)}{margin:${Math.floor(chrome() * 40)}px 0;color:#${hex(chrome, 6)};width:${Math.floor(chrome() * 900)}px;background:url(/img/${hex(chrome, 8)}.png)}`,
).join('\n');
const script = times(
  355,
  () =>
    `function f${hex(chrome, 5)}(a,b){var c=document.getElementById("${hex(chrome, 6)}");if(c&&a>${Math.floor(chrome() * 999)}){c.className="${hex(chrome, 5)}";}return b+${Math.floor(chrome() * 99)};}`,
).join('\n');
const meta = times(
  12,
  (i) =>
    `<meta name="${hex(chrome, 8)}" content="${words(chrome, 8)}">\n<link rel="stylesheet" type="text/css" href="/css/${hex(chrome, 12)}.css?v=${i}">`,
).join('\n');
/** A link as systems of such sites print them: its words twice, its own line for each tag. */
const link = (random: Random, i: number) => {
  const name = words(random, 10 + Math.floor(random() * 14));
  const path = `/zwgk/zfxxgk/fdzdgknr/${hex(random, 4)}/${2020 + Math.floor(random() * 7)}${Math.floor(random() * 12) + 10}/t${hex(random, 32)}.html`;
  return `${i % 7 === 0 ? `<!-- 栏目 ${hex(random, 24)} begin -->` : ''}<li class="nav-item nav-item-${i}">
              <i class="dot"></i>
              <a class="nav-link" href="http://www.wangchao.example.cn${path}" target="_blank" title="${name}"><span>${name}</span></a></li>`;
};
const links = (random: Random, count: number) => times(count, (i) => link(random, i)).join('\n            ');
const menu = links(chrome, 210);
const footer = links(chrome, 60);

/** What every page of the site has around its text, made once. */
const ABOVE = Buffer.from(
  `${meta}<style>${style}</style><script>${script}</script></head>\n<body><div class="nav"><ul>${menu}</ul></div>`,
);
const BELOW = Buffer.from(
  `<div class="footer"><ul>${footer}</ul>主办单位：望潮市人民政府　承办单位：望潮市大数据中心</div>`,
);

/** Every hundredth page is the report of a year, so that there is something to read and to compare. */
const yearOf = (number: number) => (number % 100 === 0 ? 2000 + number / 100 : null);
const title = (number: number) =>
  yearOf(number) === null ? `望潮市第${number}号工作动态` : `${yearOf(number)}年望潮市政府工作报告`;

/** What a report aims at, in a paragraph each. */
function targets(year: number): string[] {
  return [
    `一、${year - 1}年工作回顾`,
    `过去一年，全市地区生产总值增长${5 + (year % 3)}.2%，城镇新增就业${10 + (year % 7)}万人。`,
    `二、${year}年工作总体要求和目标任务`,
    `今年发展的主要预期目标是：地区生产总值增长${5 + (year % 4)}%左右，城镇新增就业${10 + (year % 5)}万人以上，粮食产量${300 + (year % 9)}万吨以上。`,
  ].map((text) => `<p>${text}</p>`);
}

/**
 * One article of a site of 180 kB pages, in the pieces of which some are the same on each page. Measured on the 13 of 60 real
 * news and government pages that have 120 to 300 kB, and on these: kB 183 and 179, tags 1,229 and 1,283, their attributes 1,907
 * and 1,889, links 298 and 290, texts between tags 1,353 and 1,269, comments 44 and 42, kB of script and style 63 and 59, left by
 * zstd 27 % and 22 %. Menus, scripts and styles are those of the site; the text, its title and the list beside it are
 * the page's.
 *
 * @param edit a number changes a word of the text, as publishers do
 */
export function pageParts(number: number, edit = 0): Buffer[] {
  const random = sequence(number + 1000);
  const sentence = () =>
    `${words(random, 12 + Math.floor(random() * 20))}，${words(random, 10)}增长${(random() * 10).toFixed(1)}%。`;
  const paragraphs = times(
    40,
    (i) =>
      `<p style="text-indent:2em"><span style="font-size:16pt">${sentence()}${i === edit % 40 && edit > 0 ? `（第${edit}次修订）` : ''}${sentence()}</span></p>`,
  );
  const name = title(number);
  const year = yearOf(number);
  if (year !== null) paragraphs.unshift(...targets(year));
  return [
    Buffer.from(
      `<!doctype html><html><head><meta charset="utf-8"><title>${name}_望潮市人民政府</title>\n<meta name="ArticleTitle" content="${name}">`,
    ),
    ABOVE,
    Buffer.from(`<h1>${name}</h1>
<div class="info">发布时间：2026-03-0${1 + (number % 9)} 09:${10 + (number % 50)}　来源：望潮市人民政府　浏览次数：${100 + edit}</div>
<div class="content" id="zoom">${paragraphs.join('\n')}</div>
<div class="side"><h3>最新动态</h3><ul>${links(random, 20)}</ul></div>`),
    BELOW,
    Buffer.from(`<script>var pageId="${hex(random, 16)}";</script></body></html>`),
  ];
}

/** {@link pageParts} in one. */
export function sitePage(number: number, edit = 0): Buffer {
  return Buffer.concat(pageParts(number, edit));
}

/** Articles on one page of the list: planwatch takes 5,000 links of a page at most. */
const LISTED = 5000;

/** One page of a list of so many articles, from page 1; it leads to the next. */
export function siteList(pages: number, page: number): Buffer {
  const first = (page - 1) * LISTED;
  const items = times(Math.max(0, Math.min(LISTED, pages - first)), (i) => {
    const number = first + i;
    return `<li><a href="/t${number}.html">${title(number)}</a></li>`;
  });
  const next = first + LISTED < pages ? `<a href="/list.html?page=${page + 1}">下一页</a>` : '';
  return Buffer.from(
    `<html><head><meta charset="utf-8"></head><body><ul>${items.join('')}</ul>${next}</body></html>`,
  );
}
