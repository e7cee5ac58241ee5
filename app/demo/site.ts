import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { DemoYear } from './content/entry.ts';
import { type Rendered, renderSite } from './render-site.ts';
import { sites } from './sites.ts';

/** The demo's corner of the web: governments, a news portal, a B2B portal and a mirror on one loopback port. */
export interface DemoSite {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** From now on: year two's articles, one plan silently edited, one page gone. Doing it twice is doing it once. */
  readonly publishYearTwo: () => void;
  /** Requests answered so far. */
  readonly requests: () => number;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

/**
 * Start the demo's site on loopback, in year one.
 *
 * @param options `port` 0, the default, takes a free one
 */
export async function startDemoSite(options: { readonly port?: number } = {}): Promise<DemoSite> {
  let pages: ReadonlyMap<string, Rendered> = new Map();
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    answer(pages, request, response);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  pages = pagesOf(1, url);
  return {
    url,
    publishYearTwo: () => {
      pages = pagesOf(2, url);
    },
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pagesOf(year: DemoYear, origin: string): ReadonlyMap<string, Rendered> {
  return new Map(sites.flatMap((site) => [...renderSite(site, year, origin)]));
}

function answer(
  pages: ReadonlyMap<string, Rendered>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = request.url ?? '/';
  if (path === '/robots.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n');
    return;
  }
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const page = pages.get(path);
  if (!page) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>404 页面不存在</h1>');
    return;
  }
  const headers = { etag: page.etag, 'last-modified': page.lastModified };
  if (unchanged(page, request)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': page.contentType,
    'content-length': page.body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

/** As RFC 9110, 13.2.2 has it: a date counts only where no ETag is asked about. */
function unchanged(page: Rendered, request: IncomingMessage): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === page.etag);
  const since = request.headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= Date.parse(page.lastModified);
}
