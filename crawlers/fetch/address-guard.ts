import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from '../../core/errors.ts';
import { isWeb } from '../../core/url.ts';

/**
 * Whether an address is on the public internet.
 *
 * Everything that is not plain unicast is refused: loopback, private, link-local (cloud metadata), carrier-grade NAT,
 * multicast, reserved, and IPv6 forms that carry an IPv4 address inside (mapped, 6to4, Teredo, NAT64), which would
 * lead around a list of forbidden IPv4 ranges (GHSA-gwph-fp79-379w).
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

/**
 * Refuse what must not be asked at all: other schemes, and hosts written as private addresses.
 *
 * @param allowHosts hosts the source names; they may be private
 * @throws {FetchError} FETCH_BAD_URL, FETCH_PRIVATE_ADDRESS
 */
export function checkUrl(url: URL, allowHosts: readonly string[]): void {
  if (!isWeb(url)) {
    throw new FetchError(
      'FETCH_BAD_URL',
      `Only http and https are fetched, not ${url.protocol} (${url.href}).`,
      {
        url: url.href,
      },
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host) && !allowHosts.includes(host))
    throw privateAddress(host, host);
}

/**
 * A DNS look-up that answers only with public addresses, for the socket to connect to.
 *
 * The check and the connection use the same answer: a name that resolves differently the second time (DNS rebinding)
 * gains nothing.
 */
export function guardedLookup(allowHosts: readonly string[]): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = allowHosts.includes(hostname)
        ? addresses
        : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = allowed;
      if (first === undefined) {
        return callback(privateAddress(hostname, addresses[0]?.address ?? 'nothing'), '', 0);
      }
      if (options.all === true) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}

function privateAddress(host: string, address: string): FetchError & NodeJS.ErrnoException {
  return new FetchError(
    'FETCH_PRIVATE_ADDRESS',
    `${host} is at ${address}, which is not a public address. If this host is yours, name it under allowHosts in the source.`,
    { host, address },
  );
}

/** Whether a host may be asked, for requests whose connection another program makes (the browser). */
export async function isReachable(hostname: string, allowHosts: readonly string[]): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (allowHosts.includes(host)) return true;
  if (ipaddr.isValid(host)) return isPublicAddress(host);
  return new Promise((done) => {
    resolve(host, { all: true }, (error, found) =>
      done(!error && found.length > 0 && found.every(({ address }) => isPublicAddress(address))),
    );
  });
}
