import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BadServer, startBadServer } from './helpers/bad-server.ts';

describe('the bad server', () => {
  let server: BadServer;
  const get = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { redirect: 'manual', ...init });

  /** What comes over the wire up to so many bytes, content encoding left alone. */
  const wire = (path: string, limit = 1_000_000) =>
    new Promise<{ readonly bytes: Buffer; readonly end: string }>((resolve) => {
      const chunks: Buffer[] = [];
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      const done = (end: string) => {
        socket.destroy();
        resolve({ bytes: Buffer.concat(chunks), end });
      };
      let size = 0;
      socket.on('data', (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= limit) done('limit');
      });
      socket.on('end', () => done('end'));
      socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'));
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });

  beforeAll(async () => {
    server = await startBadServer();
  });
  afterAll(() => server.close());

  it('answers with the status that the path names', async () => {
    for (const code of [404, 410, 500, 503]) expect((await get(`/status/${code}`)).status).toBe(code);
    expect((await get('/status/503')).headers.get('retry-after')).toBe('120');
    expect((await get('/no/such/path')).status).toBe(404);
  });

  it('redirects in loops, chains, and where no crawler may go', async () => {
    const to = async (path: string) => (await get(path)).headers.get('location');
    expect(await to('/redirect/loop')).toBe('/redirect/loop');
    expect(await to('/redirect/chain/3')).toBe('/redirect/chain/2');
    expect(await to('/redirect/private')).toBe('http://10.0.0.1/');
    expect(await to('/redirect/file')).toMatch(/^file:/);
    expect((await get('/redirect/chain/3', { redirect: 'follow' })).url).toBe(`${server.url}/ok`);
  });

  it('sends bodies without end and keeps none of them in memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    for (const path of ['/body/huge', '/body/huge-declared', '/body/endless']) {
      expect((await wire(path, 3_000_000)).end).toBe('limit');
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
    expect((await get('/body/huge-declared', { method: 'HEAD' })).headers.get('content-length')).toBe(
      '209715200',
    );
    expect(await (await get('/body/empty')).text()).toBe('');
  });

  it('breaks off, lies about lengths, and resets', async () => {
    await expect(get('/length/more').then((response) => response.text())).rejects.toThrow();
    expect((await (await get('/length/less')).arrayBuffer()).byteLength).toBe(40);
    expect((await wire('/body/reset')).end).toBe('ECONNRESET');
  });

  it('packs a bomb of 256 MiB into little, and spoils other gzip', async () => {
    const { bytes, end } = await wire('/gzip/bomb', 10_000_000);
    expect(end).toBe('end');
    expect(bytes.length).toBeLessThan(3_000_000);
    await expect(get('/gzip/lying').then((response) => response.text())).rejects.toThrow();
    // Node's own fetch takes a truncated stream for a whole one, so only the bytes can tell.
    const cut = (await wire('/gzip/truncated')).bytes;
    expect(() => gunzipSync(cut.subarray(cut.indexOf('\r\n\r\n') + 4))).toThrow();
  });

  it('mislabels types and charsets', async () => {
    const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
    expect((await bytes('/type/pdf')).toString('latin1')).toMatch(/^%PDF/);
    expect((await get('/type/binary')).headers.get('content-type')).toMatch(/^text\/html/);
    const gbk = await bytes('/charset/gbk-as-utf-8');
    expect(new TextDecoder('gbk').decode(gbk)).toContain('望潮港');
    expect(gbk.toString('utf8')).not.toContain('望潮港');
    expect((await get('/charset/utf-8-as-gbk')).headers.get('content-type')).toContain('gbk');
  });

  it('shows firewalls, logins and polite refusals', async () => {
    expect((await get('/challenge/412')).status).toBe(412);
    const jsl = await get('/challenge/521');
    expect([jsl.status, jsl.headers.get('set-cookie')]).toEqual([521, '__jsluid_s=0a1b2c; Path=/']);
    expect(await (await get('/soft-404')).text()).toContain('页面不存在');
    expect(await (await get('/login')).text()).toContain('type="password"');
    expect((await get('/maintenance')).status).toBe(200);
  });

  it('leads crawlers on for ever and counts their steps', async () => {
    expect(await (await get('/pages?page=41')).text()).toContain('/pages?page=42');
    expect(await (await get('/calendar?month=1')).text()).toContain('month=2');
    const [first, second] = [await get('/session/list'), await get('/session/list')];
    expect(await first.text()).not.toBe(await second.text());
    expect((await get('/session/article;jsessionid=1?id=1')).status).toBe(200);
    expect(server.hits.get('/pages')).toBe(1);
    expect(server.hits.get('/session/list')).toBe(2);
  });

  it('answers 304 to who knows the tag', async () => {
    expect((await get('/etag')).status).toBe(200);
    expect((await get('/etag', { headers: { 'if-none-match': '"one"' } })).status).toBe(304);
  });

  it('hangs up on everyone when closed', async () => {
    const other = await startBadServer();
    const waiting = [fetch(`${other.url}/body/never`), fetch(`${other.url}/body/slow`).then((r) => r.text())];
    const settled = Promise.allSettled(waiting);
    while ((other.hits.get('/body/never') ?? 0) + (other.hits.get('/body/slow') ?? 0) < 2) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await other.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
