import { once } from 'node:events';
import { createServer } from 'node:http';
import { siteList, sitePage } from './site-pages.ts';

/** Serve so many pages, in a process of its own: what serving costs is not what crawling costs. Prints its address. */
const pages = Number(process.argv[2] ?? 1000);
const server = createServer((request, response) => {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const path = request.url ?? '/';
  const number = /^\/t(\d+)\.html$/.exec(path)?.[1];
  const list = /^\/list\.html(?:\?page=(\d+))?$/.exec(path);
  if (list !== null) return response.writeHead(200, html).end(siteList(pages, Number(list[1] ?? 1)));
  if (number === undefined) return response.writeHead(404).end();
  const etag = `"${number}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  return response.writeHead(200, { ...html, etag }).end(sitePage(Number(number)));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
