import { once } from 'node:events';
import { createServer } from 'node:http';

const WORDS = [
  '全市',
  '重点',
  '工作',
  '推进',
  '项目',
  '建设',
  '产业',
  '企业',
  '服务',
  '民生',
  '改革',
  '发展',
  '港口',
  '海洋',
  '创新',
];

/** The same numbers for the same seed, so that runs can be compared. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A page of about 180 kB as sites print it: a twentieth is text, the rest menus, scripts and footers. */
function article(number: number): Buffer {
  const random = sequence(number);
  const sentence = () =>
    `${Array.from({ length: 12 }, () => WORDS[Math.floor(random() * WORDS.length)]).join('')}增长${(random() * 10).toFixed(1)}%。`;
  const menu = Array.from(
    { length: 700 },
    (_, i) => `<li class="nav-item"><a href="/c/${i}/index.html" target="_blank">栏目${i}</a></li>`,
  );
  const script = `var config_${number}={${'"k":"0123456789abcdef",'.repeat(2800)}"end":1};`;
  const paragraphs = Array.from(
    { length: 40 },
    () => `<p style="text-indent:2em">${sentence()}${sentence()}</p>`,
  );
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>第${number}号工作动态_望潮市人民政府</title><script>${script}</script></head><body><ul>${menu.join('')}</ul><h1>第${number}号工作动态</h1><div>发布时间：2026-03-0${1 + (number % 9)}　来源：望潮市人民政府</div><div class="content">${paragraphs.join('')}</div><div class="footer">主办单位：望潮市人民政府</div></body></html>`,
  );
}

function list(pages: number): Buffer {
  const items = Array.from(
    { length: pages },
    (_, i) => `<li><a href="/t${i}.html">望潮市第${i}号工作动态通报</a></li>`,
  );
  return Buffer.from(
    `<html><head><meta charset="utf-8"></head><body><ul>${items.join('')}</ul></body></html>`,
  );
}

/** Serve so many pages, in a process of its own: what serving costs is not what crawling costs. Prints its address. */
const pages = Number(process.argv[2] ?? 1000);
const server = createServer((request, response) => {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const path = request.url ?? '/';
  const number = /^\/t(\d+)\.html$/.exec(path)?.[1];
  if (path === '/list.html') return response.writeHead(200, html).end(list(pages));
  if (number === undefined) return response.writeHead(404).end();
  const etag = `"${number}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  return response.writeHead(200, { ...html, etag }).end(article(Number(number)));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
