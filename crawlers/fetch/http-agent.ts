import { constants } from 'node:crypto';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { Source } from '../../core/source.ts';
import type { FetchSettings } from '../settings.ts';
import { guardedLookup, type Resolve } from './address-guard.ts';

/** What of a source decides how its hosts are connected to. */
export type Access = Pick<Source, 'allowHosts' | 'tls' | 'cookies'>;

/** What servers of the 2000s speak: old versions, short keys, renegotiation without the extension. */
const LEGACY_TLS = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const;

const MAX_HEADER_BYTES = 32 * 1024;

/**
 * The connection pool of one source: HTTP/1.1 and 2, both IP families, every address checked before it is connected to.
 *
 * Behind a proxy names are resolved there: then the check is made before, by http-fetch.ts.
 */
export function httpAgent(settings: FetchSettings, access: Access, look?: Resolve): Dispatcher {
  const tls = access.tls === 'legacy' ? LEGACY_TLS : {};
  const limits = {
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: settings.concurrency,
    allowH2: true,
  };
  if (settings.proxy !== null) {
    return new ProxyAgent({ ...limits, uri: settings.proxy, requestTls: tls });
  }
  return new Agent({
    ...limits,
    connect: {
      ...tls,
      lookup: guardedLookup(access.allowHosts, look),
      timeout: settings.timeoutMs,
      autoSelectFamily: true,
    },
  });
}
