import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPage {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Buffer;
}

/** A local site whose pages the test changes as it goes; unknown paths answer 404. */
export async function servePages(
  pages: Record<string, ServedPage | string>,
  { delayMs = 0 }: { readonly delayMs?: number } = {},
): Promise<{ url: string; hits: string[]; close: () => Promise<void> }> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    hits.push(path);
    const found = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const page = typeof found === 'string' ? { body: found } : (found ?? { status: 404, body: 'not found' });
    response.writeHead(
      page.status ?? 200,
      page.type === '' ? {} : { 'content-type': page.type ?? 'text/html; charset=utf-8' },
    );
    setTimeout(() => response.end(page.body), delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    hits,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A government page with the usual things around the text. */
export function aGovernmentPage(title: string, date: string, paragraphs: readonly string[]): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_某省人民政府</title>
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date} 09:00"></head><body>
<div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; 政府文件</div>
<h1>${title}</h1><div class="info">发布时间：${date} 09:00　来源：某省人民政府办公厅　<a>打印</a></div>
<div class="TRS_Editor" id="zoom">${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</div>
<div class="editor">责任编辑：甲乙</div><div class="share">分享到：<a>微信</a></div>
<div class="footer">主办：某省人民政府办公厅　某ICP备00000000号</div></body></html>`;
}

/** A report on the work of one year, of a shape every provincial government's has. */
export function aReport(year: number, targets: { growth: string; jobs: number; grain: number }): string {
  return aGovernmentPage(`${year}年某省政府工作报告`, `${year}-01-20`, [
    '各位代表：',
    '现在，我代表省人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。',
    `一、${year - 1}年工作回顾`,
    `过去一年，全省地区生产总值增长5.2%，城镇新增就业${targets.jobs - 1}万人，经济社会发展取得新的成绩。`,
    `二、${year}年工作总体要求和目标任务`,
    `今年发展的主要预期目标是：地区生产总值增长${targets.growth}，城镇新增就业${targets.jobs}万人以上，粮食产量${targets.grain}亿斤以上，居民消费价格涨幅2%左右。`,
    '三、重点工作',
    '新建高速公路300公里，改造老旧小区500个，新增养老床位1万张，让群众得到更多实惠。',
  ]);
}

export function aList(links: readonly { href: string; title: string }[]): string {
  const items = links.map(({ href, title }) => `<li><a href="${href}">${title}</a></li>`).join('');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府文件</title></head><body><ul class="list">${items}</ul></body></html>`;
}
