import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BadServer, startBadServer } from '../../helpers/bad-server.ts';
import { faultOf, fetchOnce, now } from '../../helpers/fetching.ts';

describe('a fetch over HTTP', () => {
  let server: BadServer;
  beforeAll(async () => {
    server = await startBadServer();
  });
  afterAll(() => server.close());

  const get = (path: string, settings = {}) => fetchOnce(server.url + path, settings);
  const fault = (path: string, settings = {}) => faultOf(get(path, settings));
  const text = async (path: string) => {
    const result = await get(path);
    return result.kind === 'page' ? new TextDecoder().decode(result.page.body) : result.kind;
  };

  it('brings the bytes as sent, with where and when they came from', async () => {
    const result = await get('/ok');
    expect(result).toMatchObject({
      kind: 'page',
      page: { url: `${server.url}/ok`, status: 200, fetcher: 'http', fetchedAt: now.toISOString() },
    });
    expect(await text('/ok')).toContain('望潮港');
  });

  it('tells what is unchanged by tag and by date', async () => {
    const url = `${server.url}/etag`;
    expect(await fetchOnce({ url, etag: '"one"' })).toEqual({ kind: 'unchanged' });
    expect((await fetchOnce({ url, etag: '"two"' })).kind).toBe('page');
  });

  /** Each fault: path, code, whether it is worth another try, what the operator is told. */
  const faults: readonly (readonly [string, string, boolean, RegExp])[] = [
    ['/status/304', 'FETCH_STATUS', false, /answered 304/],
    ['/status/500', 'FETCH_STATUS', true, /answered 500.*next run/],
    ['/status/503', 'FETCH_STATUS', true, /answered 503/],
    ['/redirect/loop', 'FETCH_REDIRECTS', false, /more than 3 times.*browser/],
    ['/redirect/chain/9', 'FETCH_REDIRECTS', false, /more than 3 times/],
    ['/redirect/private', 'FETCH_PRIVATE_ADDRESS', false, /10\.0\.0\.1.*allowHosts/],
    ['/redirect/metadata', 'FETCH_PRIVATE_ADDRESS', false, /169\.254\.169\.254/],
    ['/redirect/file', 'FETCH_BAD_URL', false, /Only http and https.*file:/],
    ['/redirect/nowhere', 'FETCH_BAD_URL', false, /cannot be read/],
    ['/body/empty', 'FETCH_EMPTY', true, /no body/],
    ['/body/huge', 'FETCH_TOO_LARGE', false, /larger than 2000000 bytes.*crawl\.maxBytes/],
    ['/body/huge-declared', 'FETCH_TOO_LARGE', false, /larger than/],
    ['/body/endless', 'FETCH_TOO_LARGE', false, /larger than/],
    ['/body/reset', 'FETCH_RESET', true, /broke the connection/],
    ['/length/more', 'FETCH_RESET', true, /broke the connection/],
    ['/gzip/truncated', 'FETCH_TRUNCATED', true, /cut off/],
    ['/gzip/lying', 'FETCH_ENCODING', false, /compression it claims/],
    ['/gzip/bomb', 'FETCH_TOO_LARGE', false, /larger than/],
    ['/encoding/unknown', 'FETCH_ENCODING', false, /"sdch"/],
    ['/encoding/layers', 'FETCH_ENCODING', false, /not supported/],
    ['/encoding/br-lying', 'FETCH_ENCODING', false, /compression it claims/],
    ['/encoding/zstd-lying', 'FETCH_ENCODING', false, /compression it claims/],
    ['/headers/huge', 'FETCH_TOO_LARGE', false, /headers/],
    ['/type/binary', 'FETCH_NOT_TEXT', false, /PNG image.*link rule/],
    ['/type/pdf', 'FETCH_NOT_TEXT', false, /PDF/],
    ['/challenge/412', 'ANSWER_REFUSED', false, /412/],
    ['/challenge/521', 'ANSWER_REFUSED', false, /__jsl/],
    ['/challenge/200', 'ANSWER_REFUSED', false, /cookie/],
    ['/login', 'ANSWER_LOGIN', false, /password/],
    ['/maintenance', 'ANSWER_MAINTENANCE', true, /maintained/],
  ];
  for (const [path, code, retryable, message] of faults) {
    it(`says ${code} of ${path}`, async () => {
      const error = await fault(path);
      expect(error.code, error.message).toBe(code);
      expect(error.retryable).toBe(retryable);
      expect(error.message).toMatch(message);
    });
  }

  it('gives up on silence and on slow bytes after the time allowed', async () => {
    for (const path of ['/body/never', '/body/slow']) {
      const error = await fault(path, { timeoutMs: 300 });
      expect([error.code, error.retryable]).toEqual(['FETCH_TIMEOUT', true]);
      expect(error.message).toContain('crawl.timeoutMs');
    }
  });

  it('holds no more than the limit of an endless body', async () => {
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 5; i++) await fault('/body/huge');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  it('calls 404, 410 and pages that say so missing', async () => {
    expect(await get('/status/404')).toEqual({
      kind: 'missing',
      status: 404,
      reason: 'the server answered 404',
    });
    expect((await get('/status/410')).kind).toBe('missing');
    expect(await get('/soft-404')).toMatchObject({ kind: 'missing', status: 200 });
    expect(await get('/redirect/home/zwgk/t20250306_1.html')).toMatchObject({
      kind: 'missing',
      reason: 'it redirects to the front page of the site',
    });
  });

  it('passes on what the server asks for when it is busy', async () => {
    expect((await fault('/status/503')).details.retryAfterMs).toBe(120_000);
  });

  it('follows a chain of redirects, and a page that is only a refresh', async () => {
    for (const path of ['/redirect/chain/3', '/redirect/meta']) {
      const result = await get(path);
      expect(result).toMatchObject({
        kind: 'page',
        page: { url: server.url + path, finalUrl: `${server.url}/ok` },
      });
    }
  });

  it.each([
    ['/redirect/raw-utf8', encodeURI('/规划.html')],
    ['/redirect/raw-gbk', '/%B9%E6%BB%AE.asp?%C3%FB=1'],
    ['/redirect/meta-gbk', encodeURI('/规划.html')],
  ])('follows %s, which names its target in bytes that no address holds', async (path, target) => {
    expect(await get(path)).toMatchObject({ kind: 'page', page: { finalUrl: server.url + target } });
  });

  it.each(['charset', 'none'])('takes a body as it is that says %s of its compression', async (name) => {
    expect(await text(`/encoding/${name}`)).toContain('望潮港');
  });

  it('unpacks gzip, br, zstd and deflate, also where the wrapper or the header is missing', async () => {
    for (const name of ['gzip', 'br', 'zstd', 'deflate', 'deflate-raw', 'gzip-unasked', 'gzip-br']) {
      expect(await text(`/encoding/${name}`), name).toContain('望潮港');
    }
  });

  it('takes what a short Content-Length leaves of a page', async () => {
    expect((await text('/length/less')).length).toBeLessThanOrEqual(40);
  });

  it('reads only the beginning where only that is asked for', async () => {
    const result = await fetchOnce({ url: `${server.url}/body/endless`, clip: 5000 });
    expect(result.kind === 'page' && result.page.body.length).toBe(5000);
  });

  it('says that a host does not resolve, or that nothing listens there', async () => {
    const dns = await faultOf(fetchOnce('http://no-such-host.invalid/'));
    expect([dns.code, dns.retryable]).toEqual(['FETCH_DNS', true]);
    expect(dns.message).toContain('does not resolve');
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => closed.once('listening', done));
    const address = closed.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((done) => closed.close(done));
    const refused = await faultOf(fetchOnce(`http://127.0.0.1:${port}/`));
    expect([refused.code, refused.retryable]).toEqual(['FETCH_UNREACHABLE', true]);
  });

  it('never puts credentials of an address into the request to another host', async () => {
    const other = await startBadServer();
    const result = await fetchOnce(
      `${server.url.replace('http://', 'http://name:secret@')}/redirect/to?${other.url}/echo`,
    );
    const sent = result.kind === 'page' ? new TextDecoder().decode(result.page.body) : '';
    expect(sent).toContain('user-agent: planwatch/test (+ops@example.org)');
    expect(sent).not.toMatch(/authorization|secret|cookie/i);
    await other.close();
  });

  it('sends cookies back to the host that set them, and only when asked', async () => {
    const other = await startBadServer();
    const url = `${server.url}/cookie?${server.url}/echo`;
    const away = `${server.url}/cookie?${other.url.replace('127.0.0.1', 'localhost')}/echo`;
    const echoed = async (address: string, cookies: boolean) => {
      const result = await fetchOnce(address, {}, { cookies });
      return result.kind === 'page' ? new TextDecoder().decode(result.page.body) : '';
    };
    expect(await echoed(url, true)).toContain('cookie: seen=1; deep=2');
    expect(await echoed(url, false)).not.toContain('cookie');
    expect(await echoed(away, true)).not.toContain('cookie');
    await other.close();
  });
});
