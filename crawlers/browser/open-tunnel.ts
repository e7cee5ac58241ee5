import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { FetchError } from '../../core/errors.ts';

/**
 * Open a connection to a host through an HTTP proxy.
 *
 * @throws {FetchError} FETCH_UNREACHABLE if the proxy refuses; socket errors as they come
 */
export async function openTunnel(proxy: string, host: string, port: number): Promise<Socket> {
  const { hostname, port: at, username, password } = new URL(proxy);
  const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers = {
    host: `${host}:${port}`,
    ...(username === '' ? {} : { 'proxy-authorization': `Basic ${secret.toString('base64')}` }),
  };
  const asking = request({
    host: hostname,
    port: at || 80,
    method: 'CONNECT',
    path: `${host}:${port}`,
    headers,
  });
  asking.end();
  const [answer, socket] = await once(asking, 'connect');
  if (answer.statusCode === 200) return socket;
  socket.destroy();
  throw new FetchError(
    'FETCH_UNREACHABLE',
    `The proxy does not connect to ${host} (${answer.statusCode}). Check crawl.proxy, or ask who runs it.`,
    { host, retryable: true },
  );
}
