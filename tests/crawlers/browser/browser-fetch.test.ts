import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { autoFetcher, isShell } from '../../../crawlers/browser/auto-fetch.ts';
import { browserFetcher } from '../../../crawlers/browser/browser-fetch.ts';
import { type SharedBrowser, sharedBrowser } from '../../../crawlers/browser/shared-browser.ts';
import type { Resolve } from '../../../crawlers/fetch/address-guard.ts';
import { httpFetcher } from '../../../crawlers/fetch/http-fetch.ts';
import { type BadServer, type Route, startBadServer } from '../../helpers/bad-server.ts';
import { faultOf, local, now, settings } from '../../helpers/fetching.ts';

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`;
const shell = page(
  '<div id="app"></div><script>document.getElementById("app").textContent = "今年的目标是".repeat(20) + navigator.userAgent</script>',
);
/** Both names are this machine's; only the first may be asked. */
const look: Resolve = (name, _, done) =>
  name.endsWith('.example')
    ? done(null, [{ address: '127.0.0.1', family: 4 }])
    : done(new Error(`no ${name}`), []);

describe('a fetch with a browser', () => {
  let browser: SharedBrowser;
  let server: BadServer;
  let site: Map<string, string | Route>;
  let port: string;
  beforeAll(() => {
    browser = sharedBrowser(process.env.PLANWATCH_CHROMIUM);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    site = new Map();
    server = await startBadServer((path) => site.get(path));
    port = new URL(server.url).port;
  });
  afterEach(() => server.close());

  const access = { ...local, allowHosts: ['open.example'] };
  const fetcher = (timeoutMs = 15_000, proxy: string | null = null) =>
    browserFetcher(browser, { ...settings, timeoutMs, proxy }, access, () => now, look);
  const get = (path: string, timeoutMs?: number) =>
    fetcher(timeoutMs).fetch({ url: `http://open.example:${port}${path}` });
  const text = async (path: string) => {
    const result = await get(path);
    return result.kind === 'page' ? Buffer.from(result.page.body).toString() : result.kind;
  };
  const hits = (path: string) => server.hits.get(path) ?? 0;

  it('keeps what scripts have written, as UTF-8', async () => {
    site.set('/', shell);
    const result = await get('/');
    expect(result).toMatchObject({
      kind: 'page',
      page: { status: 200, fetcher: 'browser', headers: { 'content-type': 'text/html; charset=utf-8' } },
    });
    expect(await text('/')).toContain('今年的目标是今年的目标是');
    expect(await text('/')).toContain('planwatch/test (+ops@example.org)');
  });

  it('waits for what scripts load, and loads no pictures', async () => {
    site.set(
      '/',
      page(
        '<img src="/x.png"><p id="p"></p><script>fetch("/data").then(r => r.text()).then(t => p.textContent = t)</script>',
      ),
    );
    site.set('/data', (response) => void setTimeout(() => response.end('loaded later'), 300));
    expect(await text('/')).toContain('loaded later');
    expect(hits('/x.png')).toBe(0);
  });

  it('gives the page that scripts and redirects lead to', async () => {
    site.set('/', page('<script>location.href = "/redirect/chain/2"</script>'));
    const result = await get('/');
    expect(result).toMatchObject({ kind: 'page', page: { finalUrl: `http://open.example:${port}/ok` } });
  });

  it('never reaches a private address: by redirect, sub-resource, frame, fetch, socket or script', async () => {
    const inside = `closed.example:${port}`;
    site.set(
      '/',
      page(`<script src="http://${inside}/a1"></script><iframe src="http://${inside}/a2"></iframe>
      <link rel="stylesheet" href="http://127.0.0.1:${port}/a3"><script>
      fetch("http://${inside}/a4", {mode: "no-cors"}).catch(() => {}); new WebSocket("ws://${inside}/a5");
      navigator.sendBeacon("http://${inside}/a6"); new EventSource("http://localhost:${port}/a7"); new Image().src = "http://[::1]:${port}/a8";
      fetch("/away").catch(() => {}); new Worker(URL.createObjectURL(new Blob(["fetch('http://${inside}/a9',{mode:'no-cors'})"])));
      </script><p>${'正文。'.repeat(50)}</p>`),
    );
    site.set('/away', (response) => void response.writeHead(302, { location: `http://${inside}/a10` }).end());
    expect(await text('/')).toContain('正文');
    expect(hits('/away')).toBe(1);
    expect([...server.hits.keys()].filter((path) => path.startsWith('/a') && path !== '/away')).toEqual([]);
  });

  it('says so where the page itself leads there', async () => {
    site.set(
      '/',
      (response) => void response.writeHead(302, { location: `http://closed.example:${port}/ok` }).end(),
    );
    site.set('/js', page(`<script>location.href = "http://169.254.169.254/latest/"</script>`));
    const error = await faultOf(get('/'));
    expect(error.code).toBe('FETCH_PRIVATE_ADDRESS');
    expect(error.message).toContain('closed.example is at 127.0.0.1');
    expect((await faultOf(get('/js'))).code).toBe('FETCH_PRIVATE_ADDRESS');
    expect((await faultOf(fetcher().fetch({ url: 'http://127.0.0.1/' }))).code).toBe('FETCH_PRIVATE_ADDRESS');
    expect((await faultOf(fetcher().fetch({ url: 'file:///etc/hostname' }))).code).toBe('FETCH_BAD_URL');
    expect(hits('/ok')).toBe(0);
  });

  it('connects to the address that was checked, though the name changes its answer', async () => {
    let asked = 0;
    // Public for the first look-up, where nobody answers; this machine from then on.
    const rebind: Resolve = (_, __, done) =>
      done(null, [{ address: asked++ === 0 ? '203.0.114.77' : '127.0.0.1', family: 4 }]);
    const none = { ...access, allowHosts: [] };
    const one = browserFetcher(browser, { ...settings, timeoutMs: 4000 }, none, () => now, rebind);
    const ask = { url: `http://rebind.example:${port}/ok` };
    const codes = [(await faultOf(one.fetch(ask))).code, (await faultOf(one.fetch(ask))).code];
    expect(codes[1]).toBe('FETCH_PRIVATE_ADDRESS');
    expect(hits('/ok')).toBe(0);
  });

  it('goes through the proxy of this machine', async () => {
    const asked: string[] = [];
    const upstream = createHttpServer();
    upstream.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const far = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        far.pipe(socket).pipe(far);
      });
      far.on('error', () => socket.destroy());
      socket.on('error', () => far.destroy());
    });
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const address = upstream.address();
    const proxy = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    expect((await fetcher(9000, proxy).fetch({ url: `http://open.example:${port}/ok` })).kind).toBe('page');
    expect(asked).toContain(`open.example:${port}`);
    upstream.closeAllConnections();
    upstream.close();
  });

  it('reads no files, whatever the page asks', async () => {
    site.set(
      '/',
      page(
        '<iframe src="file:///etc/passwd"></iframe><script>location.href = "file:///etc/passwd"</script><p>here</p>',
      ),
    );
    expect(await text('/')).not.toContain('root:');
  });

  it('says what other faults are', async () => {
    const code = async (path: string, timeoutMs?: number) => (await faultOf(get(path, timeoutMs))).code;
    expect(await code('/status/500')).toBe('FETCH_STATUS');
    expect(await code('/challenge/412')).toBe('ANSWER_REFUSED');
    expect(await code('/login')).toBe('ANSWER_LOGIN');
    expect(await code('/body/never', 1500)).toBe('FETCH_TIMEOUT');
    expect(await get('/status/404')).toMatchObject({ kind: 'missing', status: 404 });
    const dns = await faultOf(fetcher().fetch({ url: 'http://nowhere.invalid/' }));
    expect(dns.message).toContain('nowhere.invalid');
    const closed = createServer().listen(0);
    const address = closed.address();
    closed.close();
    const dead = typeof address === 'object' && address ? address.port : 1;
    expect((await faultOf(fetcher().fetch({ url: `http://open.example:${dead}/` }))).code).toBe(
      'FETCH_UNREACHABLE',
    );
  });

  it('does not load without end', async () => {
    const error = await faultOf(get('/body/endless'));
    expect(error.code).toBe('FETCH_TOO_LARGE');
  });

  it('leaves a page that never yields, and goes on', async () => {
    site.set('/loop', page('<script>setTimeout(() => { for (;;); }, 0)</script>'));
    expect((await faultOf(get('/loop', 2000))).code).toBe('FETCH_TIMEOUT');
    expect(await text('/ok')).toContain('望潮港');
  }, 30_000);

  it('starts again after the browser has died', async () => {
    const died = browser.use({}, async (context) => context.browser()?.close());
    await died.catch(() => undefined);
    expect(await text('/ok')).toContain('望潮港');
  });

  it('says so where the browser that is named does not start', async () => {
    const broken = sharedBrowser('/bin/false');
    const error = await faultOf(
      browserFetcher(broken, settings, access, () => now, look).fetch({
        url: `http://open.example:${port}/`,
      }),
    );
    expect([error.code, error.retryable]).toEqual(['BROWSER_MISSING', false]);
    expect(error.message).toContain('/bin/false does not start');
  });

  it('starts one browser for all who ask at once', async () => {
    const fresh = sharedBrowser(process.env.PLANWATCH_CHROMIUM);
    const used = await Promise.all([1, 2, 3].map(() => fresh.use({}, async (context) => context.browser())));
    expect(new Set(used).size).toBe(1);
    await fresh.close();
    expect(used[0]?.isConnected()).toBe(false);
  });

  it('keeps pages apart: no cookie of one is seen by the next', async () => {
    site.set(
      '/',
      page(
        '<p id="p"></p><script>p.textContent = "[" + document.cookie + "]"; document.cookie = "a=1; max-age=9999"</script>',
      ),
    );
    await get('/');
    expect(await text('/')).toContain('[]');
  });

  it('is tried by itself where the plain page is a shell, and only there', async () => {
    site.set('/shell', shell);
    const http = httpFetcher(settings, access, () => now, look);
    const auto = autoFetcher(http, fetcher());
    const by = async (path: string) => {
      const result = await auto.fetch({ url: `http://open.example:${port}${path}` });
      return result.kind === 'page' ? result.page.fetcher : result.kind;
    };
    expect([await by('/shell'), await by('/ok'), await by('/status/404')]).toEqual([
      'browser',
      'http',
      'missing',
    ]);
    const none = sharedBrowser('/no/such/chromium');
    const without = autoFetcher(
      http,
      browserFetcher(none, settings, access, () => now, look),
    );
    expect(await without.fetch({ url: `http://open.example:${port}/shell` })).toMatchObject({
      kind: 'page',
      page: { fetcher: 'http' },
    });
    const missing = await faultOf(
      browserFetcher(none, settings, access, () => now, look).fetch({ url: `http://open.example:${port}/` }),
    );
    expect(missing.code).toBe('BROWSER_MISSING');
    expect(missing.message).toContain('PLANWATCH_CHROMIUM');
    await auto.close();
  });
});

describe('a shell', () => {
  const is = (text: string, type = 'text/html; charset=utf-8') =>
    isShell({ body: Buffer.from(text), headers: { 'content-type': type } });
  it('has scripts and hardly a word', () => {
    expect(is(shell)).toBe(true);
    expect(
      is(
        '<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/x.js"></script></body></html>',
      ),
    ).toBe(true);
    expect(is(page('<p>短</p>'))).toBe(false);
    expect(is(page(`<script>x</script><p>${'正文。'.repeat(60)}</p>`))).toBe(false);
    expect(is('{"html":"<div><script>"}', 'application/json')).toBe(false);
    expect(is('<rss><script></rss>', 'application/rss+xml')).toBe(false);
  });
});
