import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ConfigError, messageOf } from '../core/errors.ts';

/** A site that listens. */
export interface ServedSite {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Stop listening and end open connections. */
  close(): Promise<void>;
}

/** Longest wait for the whole of a request: these pages are asked for with a line and some headers. */
const REQUEST_TIMEOUT_MS = 20_000;

/**
 * Let a site answer at a host and port; port 0 takes any free one.
 *
 * @throws {ConfigError} WEB_UNAVAILABLE if it cannot listen there
 */
export async function serveSite(
  site: Hono,
  { host, port }: { host: string; port: number },
): Promise<ServedSite> {
  const answer = getRequestListener(site.fetch, { overrideGlobalObjects: false });
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS });
  server.on('request', (request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new ConfigError(
          'WEB_UNAVAILABLE',
          `The web page cannot listen on ${host}:${port}: set web.host and web.port to a free address (${messageOf(cause)}).`,
          { cause, host, port },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const wildcard = host === '0.0.0.0' || host === '::' || host === '';
  const name = wildcard ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
