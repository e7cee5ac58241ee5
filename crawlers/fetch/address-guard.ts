import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from '../../core/errors.ts';
import { isWeb } from '../../core/url.ts';

/** Answers with the addresses of a name, as node:dns does. */
export type Resolve = (
  hostname: string,
  options: { all: true; family?: number | 'IPv4' | 'IPv6' | undefined },
  done: (error: NodeJS.ErrnoException | null, addresses: { address: string; family: number }[]) => void,
) => void;

/** All of today's public IPv6 internet. Forms outside it, such as `::127.0.0.1`, carry IPv4 addresses inside. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is on the public internet.
 *
 * Everything that is not plain unicast is refused: loopback, private, link-local (cloud metadata), carrier-grade NAT,
 * multicast, reserved, and IPv6 forms that carry an IPv4 address inside (mapped, 6to4, Teredo, NAT64), which would
 * lead around a list of forbidden IPv4 ranges (GHSA-gwph-fp79-379w).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(PUBLIC_IPV6);
}

/** A host as it is compared: lower case, no brackets, no dot at the end. */
export function hostName(hostname: string): string {
  return hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');
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
      `Only http and https are fetched, not ${url.protocol} (${url.href}). Correct the address in the source.`,
      { url: url.href },
    );
  }
  const host = hostName(url.hostname);
  if (isIP(host) !== 0 && !isPublicAddress(host) && !isAllowed(host, allowHosts))
    throw privateAddress(host, host);
}

/**
 * A DNS look-up that answers only with public addresses, for the socket to connect to.
 *
 * The check and the connection use the same answer: a name that resolves differently the second time (DNS rebinding)
 * gains nothing.
 *
 * @param look how names are resolved; tests pass their own
 */
export function guardedLookup(allowHosts: readonly string[], look: Resolve = resolve): LookupFunction {
  return (hostname, options, callback) => {
    look(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = isAllowed(hostName(hostname), allowHosts)
        ? addresses
        : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = allowed;
      if (first === undefined)
        return callback(privateAddress(hostname, addresses[0]?.address ?? 'nothing'), '', 0);
      if (options.all === true) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}

function isAllowed(host: string, allowHosts: readonly string[]): boolean {
  return allowHosts.some((allowed) => hostName(allowed) === host);
}

function privateAddress(host: string, address: string): FetchError & NodeJS.ErrnoException {
  return new FetchError(
    'FETCH_PRIVATE_ADDRESS',
    `${host} is at ${address}, which is not a public address. If this host is yours, name it under allowHosts in the source.`,
    { host, address },
  );
}

/**
 * Whether a host may be asked, as far as this machine can tell, for connections that another program makes.
 *
 * @returns `unknown` if the name does not resolve here
 */
export async function isReachable(
  hostname: string,
  allowHosts: readonly string[],
  look: Resolve = resolve,
): Promise<'public' | 'private' | 'unknown'> {
  const host = hostName(hostname);
  if (isAllowed(host, allowHosts)) return 'public';
  if (isIP(host) !== 0) return isPublicAddress(host) ? 'public' : 'private';
  return new Promise((done) => {
    look(host, { all: true }, (error, found) => {
      if (error || found.length === 0) done('unknown');
      else done(found.every(({ address }) => isPublicAddress(address)) ? 'public' : 'private');
    });
  });
}
