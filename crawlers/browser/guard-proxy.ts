import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { FetchError } from '../../core/errors.ts';
import { checkUrl, guardedLookup, hostName, type Resolve } from '../fetch/address-guard.ts';
import { asFetchError } from '../fetch/fetch-error.ts';
import { openTunnel } from './open-tunnel.ts';

/** A proxy on this machine that a browser has to go through. */
export interface GuardProxy {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Why the last connection to a host was refused or failed, null if it did not. */
  readonly fault: (host: string) => FetchError | null;
  /** Rejects when more came in than may. */
  readonly exceeded: Promise<never>;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

export interface GuardOptions {
  readonly allowHosts: readonly string[];
  /** Bytes that may come in through it, over all connections. */
  readonly maxBytes: number;
  /** HTTP proxy to go on through, null for none. */
  readonly proxy: string | null;
  /** How names are resolved; tests pass their own. */
  readonly look?: Resolve | undefined;
}

/**
 * Start a proxy that connects to public addresses only.
 *
 * Intercepting requests in the browser is not enough: redirects and WebSockets pass by it, and the browser resolves
 * names a second time (DNS rebinding). Through the proxy every byte takes the same guarded look-up as plain fetches.
 */
export async function startGuardProxy(options: GuardOptions): Promise<GuardProxy> {
  const faults = new Map<string, FetchError>();
  const sockets = new Set<Duplex>();
  const { promise: exceeded, reject } = Promise.withResolvers<never>();
  exceeded.catch(() => undefined);
  let left = options.maxBytes;

  /** A guarded connection, counted and remembered. */
  const open = async (host: string, port: number): Promise<Socket> => {
    const name = hostName(host);
    try {
      checkUrl(new URL(`http://${host}:${port}/`), options.allowHosts);
      const socket =
        options.proxy === null
          ? connect({ host: name, port, lookup: guardedLookup(options.allowHosts, options.look) })
          : await openTunnel(options.proxy, host, port);
      track(socket);
      if (socket.connecting) await once(socket, 'connect');
      socket.on('data', (chunk: Buffer) => {
        left -= chunk.length;
        if (left >= 0) return;
        reject(tooMuch(name, options.maxBytes));
        socket.destroy();
      });
      faults.delete(name);
      return socket;
    } catch (error) {
      faults.set(name, asFetchError(error, name));
      throw error;
    }
  };
  const track = (socket: Duplex) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };

  const server = createServer((asked, answer) => void forward(asked, answer, open));
  server.on('connect', (asked, client, head) => void tunnel(asked, client, head, open));
  server.on('connection', track);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    fault: (host) => faults.get(hostName(host)) ?? null,
    exceeded,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Open = (host: string, port: number) => Promise<Socket>;

/** https and WebSockets: bytes as they come, both ways. */
async function tunnel(asked: IncomingMessage, client: Duplex, head: Buffer, open: Open): Promise<void> {
  const target = URL.parse(`http://${asked.url}`);
  try {
    if (target === null) throw new Error('no host');
    const upstream = await open(target.hostname, Number(target.port) || 80);
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(client).pipe(upstream);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  } catch {
    client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
  }
}

/** http: the request with its whole address, as proxies get it. */
async function forward(asked: IncomingMessage, answer: ServerResponse, open: Open): Promise<void> {
  try {
    const url = new URL(asked.url ?? '');
    const socket = await open(url.hostname, Number(url.port) || 80);
    const { 'proxy-connection': _, ...headers } = asked.headers;
    const upstream = request({
      createConnection: () => socket,
      method: asked.method ?? 'GET',
      path: url.pathname + url.search,
      headers: { ...headers, host: url.host, connection: 'close' },
    });
    upstream.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.on('error', () => answer.destroy()).pipe(answer);
    });
    upstream.on('error', () => answer.destroy());
    asked.pipe(upstream);
  } catch {
    answer.writeHead(502, { 'content-length': 0 }).end();
  }
}

function tooMuch(host: string, maxBytes: number): FetchError {
  return new FetchError(
    'FETCH_TOO_LARGE',
    `${host}: the page loads more than ${maxBytes} bytes. Raise crawl.maxBytes if it is worth it.`,
    { host, maxBytes },
  );
}
