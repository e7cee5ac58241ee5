import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type Server } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { goodPage } from '../../helpers/bad-pages.ts';
import { startBadServer } from '../../helpers/bad-server.ts';
import { faultOf, fetchOnce } from '../../helpers/fetching.ts';

const pem = (name: string) =>
  readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
const keys = { key: pem('key'), cert: pem('cert') };
const authorities = getCACertificates();
const trustOurs = () => setDefaultCACertificates([...authorities, keys.cert]);

const html = { 'content-type': 'text/html; charset=utf-8' };
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  setDefaultCACertificates(authorities);
  for (const server of open.splice(0)) await server.close();
});

async function listen(server: Server, host = '127.0.0.1') {
  server.listen(0, host);
  await once(server, 'listening');
  open.push(server);
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a connection', () => {
  it('speaks HTTP/2 where the server wants nothing else', async () => {
    trustOurs();
    const versions: string[] = [];
    const server = createSecureServer({ ...keys, allowHTTP1: false }, (request, response) => {
      versions.push(request.httpVersion);
      response.writeHead(200, html).end(goodPage);
    });
    const port = await listen(server);
    const result = await fetchOnce(`https://localhost:${port}/`);
    expect(result.kind).toBe('page');
    expect(versions).toEqual(['2.0']);
  });

  it('refuses a certificate that nobody vouches for, or that is for another host', async () => {
    const port = await listen(createHttpsServer(keys, (_, response) => response.end(goodPage)));
    const error = await faultOf(fetchOnce(`https://localhost:${port}/`));
    expect([error.code, error.retryable]).toEqual(['FETCH_TLS', false]);
    expect(error.message).toMatch(/certificate.*tls: legacy/);
    trustOurs();
    const other = await faultOf(
      fetchOnce(`https://localhost.localdomain:${port}/`, {}, { allowHosts: ['localhost.localdomain'] }),
    );
    expect(['FETCH_TLS', 'FETCH_DNS']).toContain(other.code);
  });

  it('says so where a server does not speak TLS at all', async () => {
    const server = await startBadServer();
    const error = await faultOf(fetchOnce(server.url.replace('http:', 'https:')));
    expect(error.code).toBe('FETCH_TLS');
    await server.close();
  });

  it('speaks old TLS only to a source that allows it', async () => {
    trustOurs();
    const old = {
      ...keys,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    const port = await listen(
      createHttpsServer(old, (_, response) => response.writeHead(200, html).end(goodPage)),
    );
    const url = `https://localhost:${port}/`;
    expect((await faultOf(fetchOnce(url))).code).toBe('FETCH_TLS');
    expect((await fetchOnce(url, {}, { tls: 'legacy' })).kind).toBe('page');
  });

  it('still checks the certificate of an old server', async () => {
    const old = {
      ...keys,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    const port = await listen(createHttpsServer(old, (_, response) => response.end(goodPage)));
    const error = await faultOf(fetchOnce(`https://localhost:${port}/`, {}, { tls: 'legacy' }));
    expect(error.code).toBe('FETCH_TLS');
  });

  it('reaches a server that has an IPv6 address only', async (context) => {
    const server = createHttpServer((_, response) => response.writeHead(200, html).end(goodPage));
    const port = await listen(server, '::1').catch(() => null);
    if (port === null) return context.skip('this machine has no IPv6');
    expect((await fetchOnce(`http://[::1]:${port}/`)).kind).toBe('page');
  });

  it('goes through the proxy, for http and for https', async () => {
    trustOurs();
    const asked: string[] = [];
    const proxy = createHttpServer(async (request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const answer = await fetch(request.url ?? '');
      response.writeHead(answer.status, html).end(await answer.text());
    });
    proxy.on('connect', (request, socket) => {
      asked.push(`${request.method} ${request.url}`);
      const [host, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
    });
    const proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;
    const plain = await startBadServer();
    const secure = await listen(
      createHttpsServer(keys, (_, response) => response.writeHead(200, html).end(goodPage)),
    );
    expect((await fetchOnce(`${plain.url}/ok`, { proxy: proxyUrl })).kind).toBe('page');
    expect((await fetchOnce(`https://localhost:${secure}/`, { proxy: proxyUrl })).kind).toBe('page');
    expect(asked).toEqual([`GET ${plain.url}/ok`, `CONNECT localhost:${secure}`]);
    const inside = await faultOf(
      fetchOnce(`http://localhost:${new URL(plain.url).port}/ok`, { proxy: proxyUrl }, { allowHosts: [] }),
    );
    expect(inside.code).toBe('FETCH_PRIVATE_ADDRESS');
    await plain.close();
  });
});
