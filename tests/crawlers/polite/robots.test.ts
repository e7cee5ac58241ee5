import { describe, expect, it } from 'vitest';
import { FetchError } from '../../../core/errors.ts';
import type { FetchResult } from '../../../crawlers/fetch/fetcher.ts';
import { isAllowed, parseRobots } from '../../../crawlers/polite/parse-robots.ts';
import { createRobotsGate } from '../../../crawlers/polite/robots-gate.ts';
import { faultOf } from '../../helpers/fetching.ts';

const lines = (...text: string[]) => `${text.join('\n')}\n`;
const may = (robots: string, path: string, product = 'planwatch') =>
  isAllowed(parseRobots(robots, product), new URL(path, 'https://www.example.gov.cn'));

/** After the public description of the cases of Google's parser and the examples of RFC 9309. */
describe('robots.txt', () => {
  it('says nothing where it is empty, or is a page of HTML', () => {
    expect(may('', '/x')).toBe(true);
    expect(may('<!doctype html><html><body>404: not found</body></html>', '/x')).toBe(true);
  });

  it('reads names of fields in any case and with any white space', () => {
    for (const text of [
      'user-agent: planwatch\ndisallow: /',
      'USER-AGENT:planwatch\r\nDISALLOW:/\r\n',
      '  User-Agent  :  planwatch  \n\t Disallow\t:\t/ # all',
      '\uFEFFuser-agent: planwatch\rdisallow: /',
    ])
      expect(may(text, '/x'), text).toBe(false);
    expect(may('foo: planwatch\nbar: /', '/x')).toBe(true);
    expect(may('user-agent planwatch\ndisallow /', '/x')).toBe(true);
  });

  it('heeds rules only inside a group', () => {
    expect(may(lines('disallow: /', 'user-agent: other', 'disallow: /'), '/x')).toBe(true);
  });

  it('shares rules between agents named one after another', () => {
    const text = lines(
      'user-agent: a',
      'user-agent: planwatch',
      'disallow: /x',
      '',
      'user-agent: b',
      'disallow: /',
    );
    expect(may(text, '/x')).toBe(false);
    expect(may(text, '/y')).toBe(true);
    expect(may(text, '/x', 'a')).toBe(false);
    expect(may(text, '/y', 'b')).toBe(false);
  });

  it('joins groups of the same agent, and is not ended by lines it does not know', () => {
    const text = lines(
      'user-agent: planwatch',
      'sitemap: https://e/s.xml',
      'user-agent: c',
      'foo: bar',
      'disallow: /a',
      'user-agent: d',
      'disallow: /c',
      'user-agent: planwatch',
      'disallow: /b',
    );
    expect(['/a', '/b', '/c'].map((path) => may(text, path))).toEqual([false, false, true]);
  });

  it('prefers its own group to the one for all, even where its own is empty', () => {
    const text = lines('user-agent: *', 'disallow: /', 'user-agent: PlanWatch/2.0', 'disallow:');
    expect(may(text, '/x')).toBe(true);
    expect(may(text, '/x', 'other')).toBe(false);
    expect(may(lines('user-agent: *', 'allow: /x', 'disallow: /'), '/y')).toBe(false);
    expect(may(lines('user-agent: planwatchers', 'disallow: /'), '/y')).toBe(true);
  });

  it('compares paths by case', () => {
    const text = lines('user-agent: *', 'disallow: /Zwgk/');
    expect([may(text, '/Zwgk/1'), may(text, '/zwgk/1')]).toEqual([false, true]);
  });

  it('lets the longest match decide, and allow where two are as long', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['disallow: /x/page.html\nallow: /x/', '/x/page.html', false],
      ['allow: /x/page.html\ndisallow: /x/', '/x/page.html', true],
      ['allow: /x/page.html\ndisallow: /x/', '/x/', false],
      ['disallow: \nallow: ', '/x', true],
      ['disallow: /\nallow: /', '/x', true],
      ['disallow: /x\nallow: /x/', '/x', false],
      ['disallow: /x\nallow: /x/', '/x/', true],
      ['disallow: /x/page.html\nallow: /x/page.html', '/x/page.html', true],
      ['allow: /page\ndisallow: /*.html', '/page.html', false],
      ['allow: /x/page.\ndisallow: /*.html', '/x/page.html', true],
      ['disallow: /x/page.\nallow: /*.html', '/x/page.html', false],
    ];
    for (const [rules, path, expected] of cases)
      expect(may(`user-agent: *\n${rules}`, path), `${rules} for ${path}`).toBe(expected);
  });

  it('knows * and $', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['/fish', '/fish.html', false],
      ['/fish', '/Fish', true],
      ['/fish*', '/fishheads/yummy', false],
      ['/fish/', '/fish', true],
      ['/*.php', '/folder/any.php.file.html', false],
      ['/*.php$', '/filename.php', false],
      ['/*.php$', '/filename.php?parameters', true],
      ['/fish*.php', '/fishheads/catfish.php?id=1', false],
      ['/fish*.php', '/fish.asp', true],
      ['/a*b*c$', '/axbxbc', false],
      ['/a*b*c$', '/axbxbcd', true],
      ['/a*aa$', '/aa', true],
      ['/$', '/', false],
      ['/$', '/x', true],
      ['*', '/x', false],
      ['/x?id=*', '/x?id=3', false],
    ];
    for (const [pattern, path, expected] of cases)
      expect(may(`user-agent: *\ndisallow: ${pattern}`, path), `${pattern} for ${path}`).toBe(expected);
  });

  it('takes Chinese in a path for what it is, encoded or not', () => {
    for (const rule of ['/规划/', '/%E8%A7%84%E5%88%92/', '/%e8%a7%84%e5%88%92/'])
      expect(may(`user-agent: *\ndisallow: ${rule}`, '/规划/2025.html'), rule).toBe(false);
    expect(may('user-agent: *\ndisallow: /foo/%62ar', '/foo/bar')).toBe(false);
    expect(may('user-agent: *\ndisallow: /foo%2fbar', '/foo/bar')).toBe(true);
  });

  it('compares encoded characters as such, in either case of their digits, and a slash only with a slash', () => {
    for (const [rule, path, allowed] of [
      ['/a%3cd.html', '/a%3Cd.html', false],
      ['/a%3Cd.html', '/a%3cd.html', false],
      ['/a%2fb.html', '/a%2Fb.html', false],
      ['/a%2fb.html', '/a/b.html', true],
      ['/a/b.html', '/a%2fb.html', true],
      ['/%7ejoe/', '/~joe/index.html', false],
      ['/~joe/', '/%7Ejoe/index.html', false],
      ['/foo/bar?qux=taz', '/foo/bar?qux=taz&baz=http://foo.bar', false],
      ['/foo/bar/%E3%83%84', '/foo/bar/ツ', false],
      ['/foo/bar/%62%61%7A', '/foo/bar/baz', false],
    ] as const)
      expect(may(`user-agent: *\ndisallow: ${rule}`, path), `${rule} ${path}`).toBe(allowed);
  });

  it('never forbids itself', () => {
    expect(may('user-agent: *\ndisallow: /', '/robots.txt')).toBe(true);
  });

  it('reads Crawl-delay of the group that counts', () => {
    const text = lines('user-agent: *', 'crawl-delay: 30', 'user-agent: planwatch', 'crawl-delay: 2.5');
    expect(parseRobots(text, 'planwatch').crawlDelay).toBe(2.5);
    expect(parseRobots(text, 'other').crawlDelay).toBe(30);
    expect(parseRobots('user-agent: *\ncrawl-delay: soon', 'other').crawlDelay).toBeNull();
  });

  it('is quick with rules made to be slow', () => {
    const rules = Array.from({ length: 2000 }, () => `disallow: /${'*a'.repeat(100)}$`);
    expect(may(`user-agent: *\n${rules.join('\n')}`, `/${'a'.repeat(2000)}b`)).toBe(true);
  });
});

describe('the gate', () => {
  const url = (path: string) => new URL(path, 'https://www.example.gov.cn');
  const page = (body: string): FetchResult => ({
    kind: 'page',
    page: {
      url: '',
      finalUrl: '',
      fetchedAt: '',
      status: 200,
      headers: {},
      body: Buffer.from(body),
      sha256: '',
      fetcher: 'http',
    },
  });
  /** A gate, the moment it lives in, and a fetch that counts. */
  const setUp = (answer: () => FetchResult | FetchError) => {
    const state = { now: Date.parse('2026-03-05T00:00:00Z'), asked: 0 };
    const gate = createRobotsGate('planwatch', () => new Date(state.now));
    const check = (path: string) =>
      gate.check(url(path), async () => {
        state.asked++;
        const result = answer();
        if (result instanceof FetchError) throw result;
        return result;
      });
    return { state, check };
  };
  const status = (code: number, name = 'FETCH_STATUS') => new FetchError(name, 'x', { status: code });

  it('asks each host once a day', async () => {
    const { state, check } = setUp(() => page('user-agent: *\ndisallow: /x\ncrawl-delay: 5'));
    expect(await Promise.all([check('/a'), check('/b')])).toEqual([5000, 5000]);
    expect((await faultOf(check('/x'))).code).toBe('ROBOTS_DISALLOWED');
    expect(state.asked).toBe(1);
    state.now += 24 * 3_600_000;
    await check('/a');
    expect(state.asked).toBe(2);
  });

  it('takes 4xx, an empty file and a binary one for leave', async () => {
    const answers = [
      { kind: 'missing', status: 404, reason: '' } as const,
      status(403),
      status(412, 'ANSWER_REFUSED'),
      new FetchError('FETCH_EMPTY', 'x'),
      new FetchError('FETCH_NOT_TEXT', 'x'),
      new FetchError('FETCH_REDIRECTS', 'x'),
    ];
    for (const answer of answers) expect(await setUp(() => answer).check('/x')).toBe(0);
  });

  it('takes 5xx, 429 and maintenance for a no, which it asks about again after a while', async () => {
    for (const answer of [status(500), status(521), status(429), status(200, 'ANSWER_MAINTENANCE')]) {
      const { state, check } = setUp(() => answer);
      const error = await faultOf(check('/x'));
      expect([error.code, error.retryable]).toEqual(['ROBOTS_UNREACHABLE', true]);
      await faultOf(check('/y'));
      expect(state.asked).toBe(1);
      state.now += 11 * 60_000;
      await faultOf(check('/y'));
      expect(state.asked).toBe(2);
    }
  });

  it('passes on why a host cannot be reached', async () => {
    const { check } = setUp(() => new FetchError('FETCH_DNS', 'no such host', { retryable: true }));
    expect((await faultOf(check('/x'))).code).toBe('FETCH_DNS');
  });

  it('says that a firewall refuses programs where that is what fails', async () => {
    const { state, check } = setUp(() => status(521, 'ANSWER_REFUSED'));
    expect((await faultOf(check('/x'))).code).toBe('ANSWER_REFUSED');
    await faultOf(check('/y'));
    expect(state.asked).toBe(1);
  });

  it('does not hold against one source what another was not allowed', async () => {
    let answer: FetchResult | FetchError = new FetchError('FETCH_PRIVATE_ADDRESS', 'x');
    const { check } = setUp(() => answer);
    expect((await faultOf(check('/x'))).code).toBe('FETCH_PRIVATE_ADDRESS');
    answer = page('');
    expect(await check('/x')).toBe(0);
  });

  it('does not wait for ever on the word of a site', async () => {
    expect(await setUp(() => page('user-agent: *\ncrawl-delay: 86400')).check('/x')).toBe(120_000);
  });
});
