import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkUrl,
  guardedLookup,
  isPublicAddress,
  isReachable,
  type Resolve,
} from '../../../crawlers/fetch/address-guard.ts';
import { httpFetcher } from '../../../crawlers/fetch/http-fetch.ts';
import { type BadServer, startBadServer } from '../../helpers/bad-server.ts';
import { faultOf, fetchOnce, local, now, settings } from '../../helpers/fetching.ts';

/** Answers each name with the given addresses, a different list each time it is asked. */
function resolver(...answers: readonly (readonly string[])[]): Resolve & { asked: number } {
  const look = (_: string, __: object, done: Parameters<Resolve>[2]) => {
    const found = answers[Math.min(look.asked++, answers.length - 1)] ?? [];
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  look.asked = 0;
  return look;
}

describe('the guard of addresses', () => {
  it('lets only the public internet through', () => {
    for (const address of ['1.1.1.1', '202.102.134.68', '2400:3200::1', '240e::1'])
      expect(isPublicAddress(address), address).toBe(true);
  });

  const forbidden = {
    loopback: ['127.0.0.1', '127.8.8.8', '::1'],
    unspecified: ['0.0.0.0', '0.1.2.3', '::'],
    private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
    'link-local and cloud metadata': ['169.254.169.254', 'fe80::1', 'fec0::1'],
    'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
    'multicast and broadcast': ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
    'reserved, documentation and benchmarking': [
      '192.0.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '240.0.0.1',
      '192.88.99.1',
      '2001:db8::1',
      '3fff::1',
      '100::1',
    ],
    'IPv4 inside IPv6': [
      '::ffff:127.0.0.1',
      '::ffff:100.64.0.1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '::ffff:0:127.0.0.1',
      '2002:7f00:1::',
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '2001::7f00:1',
    ],
    'no address at all': ['', 'localhost', '1.2.3', 'fe80::1%eth0', '4000::1'],
  };
  for (const [kind, addresses] of Object.entries(forbidden)) {
    it(`refuses ${kind}`, () => {
      for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
    });
  }

  it('sees through every spelling of an address in a URL', async () => {
    const spellings = [
      'http://127.0.0.1/',
      'http://127.1/',
      'http://2130706433/',
      'http://0x7f.0.0.1/',
      'http://0177.0.0.1/',
      'http://①②⑦.0.0.1/',
      'http://127.0.0.1./',
      'http://[::ffff:7f00:1]/',
      'http://[::]/',
      'http://public.example\\@127.0.0.1/',
      'http://user:pass@10.0.0.1/',
    ];
    for (const spelling of spellings) {
      const url = new URL(spelling);
      if (url.hostname === 'public.example') continue; // the backslash is a slash: the host is the public one
      expect(() => checkUrl(url, []), spelling).toThrow(/not a public address/);
    }
  });

  it('fetches nothing but http and https', async () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://example.org/',
      'data:text/html,x',
      'view-source:http://a/',
    ])
      expect((await faultOf(fetchOnce(url))).code, url).toBe('FETCH_BAD_URL');
  });

  it('answers a look-up with the public addresses only', async () => {
    const answer = (look: Resolve, allow: readonly string[] = []) =>
      new Promise((done) =>
        guardedLookup(allow, look)('a.example', { all: true }, (error, addresses) =>
          done(error ?? addresses),
        ),
      );
    expect(await answer(resolver(['10.0.0.1', '1.1.1.1']))).toEqual([{ address: '1.1.1.1', family: 4 }]);
    expect(await answer(resolver(['10.0.0.1', 'fd00::1']))).toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS' });
    expect(await answer(resolver([]))).toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS' });
    expect(await answer(resolver(['10.0.0.1']), ['A.Example.'])).toEqual([
      { address: '10.0.0.1', family: 4 },
    ]);
  });

  it('says of a host whether this machine sees it as public', async () => {
    expect(await isReachable('a.example', [], resolver(['1.1.1.1', '10.0.0.1']))).toBe('private');
    expect(await isReachable('a.example', [], resolver(['1.1.1.1']))).toBe('public');
    expect(await isReachable('a.example', [], resolver([]))).toBe('unknown');
    expect(await isReachable('[::1]', [])).toBe('private');
  });
});

describe('a fetch whose name resolves to this machine', () => {
  let server: BadServer;
  let port: string;
  beforeAll(async () => {
    server = await startBadServer();
    port = new URL(server.url).port;
  });
  afterAll(() => server.close());

  it('is refused, unless the source names the host', async () => {
    const url = `http://inside.example:${port}/ok`;
    const fetchWith = async (allowHosts: readonly string[]) => {
      const fetcher = httpFetcher(settings, { ...local, allowHosts }, () => now, resolver(['127.0.0.1']));
      return fetcher.fetch({ url }).finally(() => fetcher.close());
    };
    const error = await faultOf(fetchWith([]));
    expect(error.code).toBe('FETCH_PRIVATE_ADDRESS');
    expect(error.message).toContain('inside.example is at 127.0.0.1');
    expect((await fetchWith(['inside.example'])).kind).toBe('page');
    expect(server.hits.get('/ok')).toBe(1);
  });

  it('is refused also when the name changes its answer after it was checked', async () => {
    // The first answer is public and nobody listens there; the second is this machine.
    const look = resolver(['203.0.114.77'], ['127.0.0.1']);
    const fetcher = httpFetcher(
      { ...settings, timeoutMs: 400 },
      { ...local, allowHosts: [] },
      () => now,
      look,
    );
    const before = server.hits.get('/ok');
    const codes: string[] = [];
    for (let i = 0; i < 3; i++)
      codes.push((await faultOf(fetcher.fetch({ url: `http://rebind.example:${port}/ok` }))).code);
    await fetcher.close();
    expect(codes.slice(1)).toEqual(['FETCH_PRIVATE_ADDRESS', 'FETCH_PRIVATE_ADDRESS']);
    expect(server.hits.get('/ok')).toBe(before);
  });

  it('is refused on a later hop', async () => {
    const away = `${server.url}/redirect/to?http://localhost:${port}/ok`;
    const error = await faultOf(fetchOnce(away, {}, { allowHosts: ['127.0.0.1'] }));
    expect(error.code).toBe('FETCH_PRIVATE_ADDRESS');
  });
});
