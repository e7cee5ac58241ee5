import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  brotliCompressSync,
  createGzip,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import iconv from 'iconv-lite';
import {
  challengePage,
  goodPage,
  listPage,
  loginPage,
  maintenancePage,
  softMissingPage,
} from './bad-pages.ts';

/** A local server that misbehaves on command. Its paths are the keys of `routes` below. */
export interface BadServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Requests by path without query. */
  readonly hits: ReadonlyMap<string, number>;
  /** From now on answer everything so, robots.txt excepted. */
  readonly answer: (route: Route) => void;
  /** Ends every connection, those never answered too. */
  readonly close: () => Promise<void>;
}

/** How a path is answered. */
export type Route = (response: ServerResponse, request: IncomingMessage, url: URL) => void;

const mebibyte = 1024 * 1024;
const html = 'text/html; charset=utf-8';

/**
 * Start it on a free loopback port.
 *
 * @param more what else it serves, asked first: a route, or a body (HTML, XML or JSON, by its look)
 */
export async function startBadServer(
  more: (path: string) => Route | string | undefined = () => undefined,
): Promise<BadServer> {
  const hits = new Map<string, number>();
  let all: Route | null = null;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    hits.set(url.pathname, (hits.get(url.pathname) ?? 0) + 1);
    const extra =
      (url.pathname === '/robots.txt' ? null : all) ?? more(url.pathname) ?? answerOf(url.pathname);
    const route = typeof extra === 'string' ? send(extra, { 'content-type': typeOf(extra) }) : extra;
    route(response, request, url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    hits,
    answer: (route) => {
      all = route;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The route that is the path, or one that ends with `/` and is the path's beginning. */
function answerOf(path: string): Route {
  const exact = routes.get(path);
  if (exact) return exact;
  const [, prefixed] = [...routes].find(([route]) => /..\/$/.test(route) && path.startsWith(route)) ?? [];
  return prefixed ?? status(404);
}

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/ok', send(goodPage)],
  ['/etag', etag],

  ['/status/304', (response) => response.writeHead(304).end()],
  ['/status/404', status(404)],
  ['/status/410', status(410)],
  ['/status/500', status(500)],
  ['/status/503', status(503, { 'retry-after': '120' })],

  ['/redirect/loop', redirect(() => '/redirect/loop')],
  // /redirect/chain/3 -> /redirect/chain/2 -> /redirect/chain/1 -> /ok
  ['/redirect/chain/', redirect(({ pathname }) => chainFrom(Number(pathname.split('/').at(-1))))],
  ['/redirect/private', redirect(() => 'http://10.0.0.1/')],
  ['/redirect/metadata', redirect(() => 'http://169.254.169.254/latest/meta-data/')],
  ['/redirect/file', redirect(() => 'file:///etc/hostname')],
  ['/redirect/nowhere', redirect(() => '')],

  ['/redirect/to', redirect(({ search }) => search.slice(1))],
  ['/redirect/home/', redirect(() => '/')],
  ['/redirect/meta', send('<html><head><meta http-equiv="refresh" content="0; url=/ok"></head></html>')],
  [
    '/redirect/meta-gbk',
    send(iconv.encode('<html><meta http-equiv="refresh" content="0; url=/规划.html"></html>', 'gbk'), {
      'content-type': 'text/html; charset=gbk',
    }),
  ],
  // What many servers send: bytes as they are, which a header may not hold.
  ['/redirect/raw-utf8', rawRedirect(Buffer.from('/规划.html'))],
  ['/redirect/raw-gbk', rawRedirect(iconv.encode('/规划.asp?名=1', 'gbk'))],
  [encodeURI('/规划.html'), send(goodPage)],
  ['/%B9%E6%BB%AE.asp', send(goodPage)],
  ['/', send(goodPage)],
  ['/echo', echo],
  ['/cookie', cookie],

  ['/body/empty', send('')],
  ['/body/huge', stream(() => page(200 * mebibyte))],
  ['/body/huge-declared', stream(() => page(200 * mebibyte), { 'content-length': `${200 * mebibyte}` })],
  ['/body/endless', stream(() => page(Number.POSITIVE_INFINITY))],
  ['/body/slow', slow],
  ['/body/never', () => {}],
  ['/body/reset', reset],
  ['/length/more', raw({ 'content-length': '100000' })],
  ['/length/less', raw({ 'content-length': '40' })],

  ['/gzip/truncated', send(gzipSync(goodPage).subarray(0, 200), { 'content-encoding': 'gzip' })],
  ['/gzip/lying', send(goodPage, { 'content-encoding': 'gzip' })],
  ['/gzip/bomb', bomb],

  ['/encoding/gzip', send(gzipSync(goodPage), { 'content-encoding': 'x-gzip' })],
  ['/encoding/br', send(brotliCompressSync(goodPage), { 'content-encoding': 'br' })],
  ['/encoding/zstd', send(zstdCompressSync(goodPage), { 'content-encoding': 'zstd' })],
  ['/encoding/deflate', send(deflateSync(goodPage), { 'content-encoding': 'deflate' })],
  ['/encoding/deflate-raw', send(deflateRawSync(goodPage), { 'content-encoding': 'deflate' })],
  ['/encoding/gzip-unasked', send(gzipSync(goodPage))],
  ['/encoding/gzip-br', send(brotliCompressSync(gzipSync(goodPage)), { 'content-encoding': 'gzip, br' })],
  ['/encoding/charset', send(goodPage, { 'content-encoding': 'UTF-8' })],
  ['/encoding/none', send(goodPage, { 'content-encoding': 'none' })],
  ['/encoding/unknown', send(goodPage, { 'content-encoding': 'sdch' })],
  ['/encoding/layers', send(goodPage, { 'content-encoding': 'gzip, gzip, gzip, gzip' })],
  ['/encoding/br-lying', send(goodPage, { 'content-encoding': 'br' })],
  ['/encoding/zstd-lying', send(goodPage, { 'content-encoding': 'zstd' })],
  ['/headers/huge', send(goodPage, { 'x-padding': 'x'.repeat(60_000) })],

  [
    '/type/binary',
    send(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x02\0\b\x06\0\0\0'.repeat(50), 'latin1')),
  ],
  [
    '/type/pdf',
    send(Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n', 'latin1')),
  ],

  ['/charset/gbk-as-utf-8', send(iconv.encode(unlabelled(), 'gbk'))],
  ['/charset/utf-8-as-gbk', send(goodPage, { 'content-type': 'text/html; charset=gbk' })],
  ['/charset/gbk-unlabelled', send(iconv.encode(unlabelled(), 'gbk'), { 'content-type': 'text/html' })],
  ['/charset/unknown', send(goodPage, { 'content-type': 'text/html; charset=ISO-88509-1' })],

  ['/soft-404', send(softMissingPage)],
  ['/challenge/412', send(challengePage, { 'set-cookie': 'x0t9=1; Path=/' }, 412)],
  [
    '/challenge/521',
    send(challengePage, { 'set-cookie': '__jsluid_s=0a1b2c; Path=/', 'x-via-jsl': '0a1b2c,-' }, 521),
  ],
  ['/challenge/200', send(challengePage)],
  ['/login', send(loginPage)],
  ['/maintenance', send(maintenancePage)],

  ['/session/list', sessionList],
  ['/session/article', send(goodPage)],
  ['/session/', send(goodPage)],
  ['/pages', endlessList],
  ['/pages/', send(goodPage)],
  ['/calendar', calendar],
]);

function send(body: string | Buffer, headers: Readonly<Record<string, string>> = {}, code = 200): Route {
  const bytes = Buffer.from(body);
  return (response) => {
    response.writeHead(code, { 'content-type': html, 'content-length': bytes.length, ...headers }).end(bytes);
  };
}

function typeOf(body: string): string {
  if (body.startsWith('{') || body.startsWith('[')) return 'application/json';
  return /^<(?:!doctype|html)/i.test(body) ? html : 'text/xml; charset=utf-8';
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Route {
  return send(`<h1>${code}</h1>`, headers, code);
}

function redirect(target: (url: URL) => string): Route {
  return (response, _, url) => {
    response.writeHead(302, { location: target(url) }).end();
  };
}

function rawRedirect(target: Buffer): Route {
  const lines = [Buffer.from('HTTP/1.1 302 Found\r\nLocation: '), target];
  const end = Buffer.from('\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  return ({ socket }) => socket?.end(Buffer.concat([...lines, end]));
}

/** The headers of the request, one a line. */
function echo(response: ServerResponse, request: IncomingMessage, url: URL): void {
  const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\n`);
  send(lines.join(''), { 'content-type': 'text/plain' })(response, request, url);
}

/** Sets cookies, one of them for somebody else, and redirects to what follows the question mark. */
function cookie(response: ServerResponse, _: IncomingMessage, url: URL): void {
  const set = ['seen=1; Path=/', 'deep=2; Path=/; Domain=gov.cn', 'away=3; Path=/else', 'old=4; Max-Age=0'];
  response.writeHead(302, { location: url.search.slice(1), 'set-cookie': set }).end();
}

function chainFrom(left: number): string {
  return left > 1 ? `/redirect/chain/${left - 1}` : '/ok';
}

function etag(response: ServerResponse, request: IncomingMessage, url: URL): void {
  const tag = '"one"';
  if (request.headers['if-none-match'] === tag) response.writeHead(304, { etag: tag }).end();
  else send(goodPage, { etag: tag })(response, request, url);
}

/** A page of so many bytes, made as it is read: one mebibyte is held at a time, however much is asked for. */
function* page(bytes: number): Generator<Buffer> {
  const chunk = Buffer.from(`<p>${'海'.repeat(339)}</p>`.repeat(1024));
  for (let left = bytes; left > 0; left -= chunk.length)
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

function stream(chunks: () => Iterable<Buffer>, headers: Readonly<Record<string, string>> = {}): Route {
  return (response) => {
    response.writeHead(200, { 'content-type': html, ...headers });
    flow(Readable.from(chunks()), response);
  };
}

/** A reader that hangs up midway is what these answers are for, so a broken pipe is no fault here. */
function flow(source: Readable, response: ServerResponse): void {
  pipeline(source, response).catch(() => response.destroy());
}

/** A quarter of a gibibyte of nothing in about a mebibyte on the wire. */
function bomb(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': html, 'content-encoding': 'gzip' });
  const zeros = Buffer.alloc(mebibyte, 0x20);
  const source = Readable.from(Array.from({ length: 256 }, () => zeros));
  pipeline(source, createGzip({ level: 1 }), response).catch(() => response.destroy());
}

/** One byte a second, for longer than anyone should wait. */
function slow(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': html });
  response.write('<');
  const timer = setInterval(() => response.write('p'), 1000);
  response.on('close', () => clearInterval(timer));
}

/** Half a page, then the connection is reset. */
function reset(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': html, 'content-length': '100000' });
  response.write(goodPage, () => response.socket?.resetAndDestroy());
}

/** The good page under headers that misstate it, written past node's own checks; then the connection ends. */
function raw(headers: Readonly<Record<string, string>>): Route {
  return ({ socket }) => {
    const lines = Object.entries({ 'content-type': html, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket?.end(`HTTP/1.1 200 OK\r\n${lines.join('')}\r\n${goodPage}`);
  };
}

/** The good page without the meta tag that says its charset. */
function unlabelled(): string {
  return goodPage.replace('<meta charset="utf-8">', '');
}

/** The same three articles under new addresses each time. */
function sessionList(response: ServerResponse, request: IncomingMessage, url: URL): void {
  const session = performance.now().toString(36).replace('.', '').toUpperCase();
  const links = [
    `/session/article;jsessionid=${session}?id=1`,
    `/session/article?id=2&JSESSIONID=${session}`,
    `/session/article?id=3&PHPSESSID=${session}`,
  ];
  send(listPage(links, '/session/list'))(response, request, url);
}

/** Three new articles a page, and always another page. */
function endlessList(response: ServerResponse, request: IncomingMessage, url: URL): void {
  const number = Number(url.searchParams.get('page') ?? '1');
  const links = [1, 2, 3].map((index) => `/pages/${number}-${index}.html`);
  send(listPage(links, `/pages?page=${number + 1}`))(response, request, url);
}

/** A calendar whose months go on for ever, both ways. */
function calendar(response: ServerResponse, request: IncomingMessage, url: URL): void {
  const month = Number(url.searchParams.get('month') ?? '24300');
  send(
    listPage(
      [`/calendar?month=${month - 1}`, `/calendar?month=${month}&day=1`],
      `/calendar?month=${month + 1}`,
    ),
  )(response, request, url);
}
