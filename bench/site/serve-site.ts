import { once } from 'node:events';
import { createServer } from 'node:http';
import { pageParts, siteList } from './site-pages.ts';

/**
 * Serve so many pages, in a process of its own and made beforehand: real sites do this elsewhere, so what it costs here is
 * taken from those who crawl. Prints its address.
 */
const pages = Number(process.argv[2] ?? 1000);
const made = Array.from({ length: pages }, (_, number) => pageParts(number));
const server = createServer((request, response) => {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const path = request.url ?? '/';
  const number = /^\/t(\d+)\.html$/.exec(path)?.[1];
  const list = /^\/list\.html(?:\?page=(\d+))?$/.exec(path);
  if (list !== null) return response.writeHead(200, html).end(siteList(pages, Number(list[1] ?? 1)));
  const parts = made[Number(number)];
  if (parts === undefined) return response.writeHead(404).end();
  const etag = `"${number}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(200, { ...html, etag, 'content-length': length });
  response.cork();
  for (const part of parts) response.write(part);
  return response.end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
