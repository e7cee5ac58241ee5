import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { splitParts } from '../../core/parts.ts';
import { type BadServer, type Route, startBadServer } from '../helpers/bad-server.ts';
import { crawlOnce, emptyMemory, type Memory, only, sourceOf } from '../helpers/crawling.ts';
import { now } from '../helpers/fetching.ts';

/** A list page as most sites print it. */
function list(items: readonly (readonly [href: string, date?: string])[], next?: string): string {
  const lines = items.map(
    ([href, date = '']) =>
      `<li><a href="${href}">关于做好${href}号工作的通知公告</a><span>${date}</span></li>`,
  );
  return `<html><head><meta charset="utf-8"></head><body><ul>${lines.join('')}</ul>${next ? `<a href="${next}">下一页</a>` : ''}</body></html>`;
}

const article = (text: string) =>
  `<html><head><meta charset="utf-8"></head><body><h1>${text}</h1><p>${'正文。'.repeat(200)}</p></body></html>`;

describe('a crawl', () => {
  let server: BadServer;
  let memory: Memory;
  /** Pages of the site, to be changed between crawls; what is not here is an article if it ends with .html. */
  let site: Map<string, string | Route>;
  beforeEach(async () => {
    memory = emptyMemory();
    site = new Map();
    server = await startBadServer((path) => {
      const page = site.get(path);
      if (page !== undefined) return page;
      return path.endsWith('.html') ? article(path) : undefined;
    });
  });
  afterEach(() => server.close());

  const at = (path: string) => server.url + path;
  const source = (more: Partial<Parameters<typeof sourceOf>[0]> = {}) =>
    sourceOf({ urls: [at('/list')], ...more });
  const hits = (path: string) => server.hits.get(path) ?? 0;
  const pages = (events: Awaited<ReturnType<typeof crawlOnce>>) =>
    only(events, 'page')
      .map(({ page }) => page.url.replace(server.url, ''))
      .sort();

  it('reads the list to its end, then fetches the articles; the next run fetches only what is new', async () => {
    site.set('/list', list([['/5.html'], ['/4.html']], '/list2'));
    site.set('/list2', list([['/3.html'], ['/2.html']]));
    const first = await crawlOnce(memory, source());
    expect(pages(first)).toEqual(['/2.html', '/3.html', '/4.html', '/5.html']);
    expect(only(first, 'listed')).toMatchObject([
      { links: 2, fresh: 2 },
      { links: 2, fresh: 2 },
    ]);

    site.set('/list', list([['/6.html'], ['/5.html']], '/list2'));
    const second = await crawlOnce(memory, source());
    expect(pages(second)).toEqual(['/6.html']);
    expect(hits('/list2')).toBe(2);

    const third = await crawlOnce(memory, source());
    expect(pages(third)).toEqual([]);
    expect(hits('/list2')).toBe(2);
    expect(only(third, 'listed')).toMatchObject([{ links: 2, fresh: 0 }]);
  });

  it('reads past what it knows after a run that broke off in the middle of a list', async () => {
    site.set('/list', list([['/9.html']], '/list2'));
    site.set('/list2', (response) => void response.writeHead(500).end('broken'));
    const broken = await crawlOnce(memory, source());
    expect(only(broken, 'failed')).toMatchObject([{ role: 'list', error: { code: 'FETCH_STATUS' } }]);
    expect(pages(broken)).toEqual(['/9.html']);

    site.set('/list2', list([['/8.html']]));
    expect(pages(await crawlOnce(memory, source()))).toEqual([]);
    expect(pages(await crawlOnce(memory, source(), { readOn: Number.POSITIVE_INFINITY }))).toEqual([
      '/8.html',
    ]);
  });

  it('looks some pages back where asked: what is published late under an old date never stands on the first', async () => {
    site.set('/list', list([['/9.html']], '/list2'));
    site.set('/list2', list([['/7.html']], '/list3'));
    site.set('/list3', list([['/5.html']], '/list4'));
    await crawlOnce(memory, source());
    site.set('/list2', list([['/8.html'], ['/7.html']], '/list3'));
    site.set('/list3', list([['/5.html']], '/list4'));
    expect(pages(await crawlOnce(memory, source()))).toEqual([]);
    const before = hits('/list3');
    expect(pages(await crawlOnce(memory, source(), { readOn: 2 }))).toEqual(['/8.html']);
    expect(hits('/list3')).toBe(before + 1);
  });

  it('with words reads on behind pages that have none of them, and no further than it must', async () => {
    const wanted = (href: string) => list([[href]]).replaceAll('工作的通知', '工作要点');
    site.set('/list', list([['/4.html'], ['/3.html']], '/list2'));
    site.set('/list2', list([['/2.html']], '/list3'));
    site.set('/list3', wanted('/1.html'));
    const words = source({ links: { words: ['要点'] } });
    expect(pages(await crawlOnce(memory, words, { readOn: 50 }))).toEqual(['/1.html']);
    expect(only(await crawlOnce(memory, words), 'listed')).toMatchObject([
      { links: 2, fresh: 0, entry: true },
    ]);
  });

  it('ends at the page budget, where the list turns in a circle, and where it repeats itself', async () => {
    const endless = await crawlOnce(
      memory,
      sourceOf({ urls: [at('/pages')], links: { match: '**/pages/*' } }),
    );
    expect(only(endless, 'listed')).toHaveLength(5);

    site.set('/list', list([['/1.html']], '/list2'));
    site.set('/list2', list([['/2.html']], '/list'));
    expect(only(await crawlOnce(memory, source()), 'listed')).toHaveLength(2);

    site.set('/same', list([['/3.html']]));
    const repeats = source({ urls: [at('/same')], pagination: { kind: 'query', maxPages: 50 } });
    expect(only(await crawlOnce(memory, repeats, { readOn: 50 }), 'listed')).toHaveLength(2);
  });

  it('ends quietly where a list that counts its pages has no more', async () => {
    site.set('/index.html', list([['/a/1.html']]));
    site.set('/index_1.html', list([['/a/2.html']]));
    site.set('/index_2.html', (response) => void response.writeHead(404).end());
    const events = await crawlOnce(
      memory,
      source({ urls: [at('/index.html')], pagination: { kind: 'static', maxPages: 9 } }),
    );
    expect(events.map(({ kind }) => kind).sort()).toEqual(['listed', 'listed', 'page', 'page']);
  });

  it('says that a list shows nothing, though it counts on to a page that does not exist', async () => {
    site.set('/index.html', list([]));
    site.set('/index_1.html', (response) => void response.writeHead(404).end());
    const counted = source({ urls: [at('/index.html')], pagination: { kind: 'static', maxPages: 9 } });
    expect(await crawlOnce(memory, counted)).toEqual([
      { kind: 'listed', url: at('/index.html'), links: 0, fresh: 0, entry: true },
    ]);
  });

  it('says that a list is not there any more', async () => {
    site.set('/list', (response) => void response.writeHead(404).end());
    expect(await crawlOnce(memory, source())).toMatchObject([
      { kind: 'failed', role: 'list', error: { code: 'LIST_MISSING' } },
    ]);
  });

  it('is led on by calendars no further than the page budget', async () => {
    const events = await crawlOnce(memory, sourceOf({ urls: [at('/calendar')] }));
    expect(hits('/calendar')).toBeLessThanOrEqual(5 + 5 * 2);
    expect(only(events, 'failed')).toEqual([]);
  });

  it('knows an article by its address without the session', async () => {
    const session = sourceOf({
      urls: [at('/session/list')],
      links: { match: '**/session/*id=*' },
      pagination: { kind: 'none', maxPages: 1 },
    });
    expect(only(await crawlOnce(memory, session), 'page')).toHaveLength(3);
    expect(only(await crawlOnce(memory, session), 'page')).toHaveLength(0);
  });

  it('knows an article under http when the list begins to say https', async () => {
    site.set('/list', list([['/1.html'], ['/2.html']]));
    await crawlOnce(memory, source());
    const secure = at('/1.html').replace('http:', 'https:');
    site.set('/list', list([[secure], ['/2.html']]));
    const events = await crawlOnce(memory, source({ links: { match: '**' } }));
    expect(only(events, 'listed')).toMatchObject([{ links: 2, fresh: 0 }]);
    expect([...memory.documents.keys()]).not.toContain(secure);
  });

  it('passes over articles that the list dates before the horizon, and stops where all are older', async () => {
    site.set('/list', list([['/3.html', '2026-03-01'], ['/2.html', '2025-11-01'], ['/x.html']], '/list2'));
    site.set('/list2', list([['/1.html', '2025-10-01']], '/list3'));
    site.set('/list3', list([['/0.html', '2025-09-01']]));
    const events = await crawlOnce(memory, source({ maxAgeDays: 60 }));
    expect(pages(events)).toEqual(['/3.html', '/x.html']);
    expect([hits('/list2'), hits('/list3')]).toEqual([1, 0]);
  });

  it('follows a sitemap index through gzip, newest articles first', async () => {
    const gzip = await import('node:zlib');
    const loc = (path: string, day: string) => `<url><loc>${at(path)}</loc><lastmod>${day}</lastmod></url>`;
    site.set('/map.xml', `<sitemapindex><sitemap><loc>${at('/a.xml.gz')}</loc></sitemap></sitemapindex>`);
    const packed = gzip.gzipSync(
      `<urlset>${loc('/art/1.html', '2025-01-01')}${loc('/art/2.html', '2026-01-01')}${loc('/list/3.html', '2026-02-01')}</urlset>`,
    );
    site.set(
      '/a.xml.gz',
      (response) => void response.writeHead(200, { 'content-type': 'application/gzip' }).end(packed),
    );
    const map = source({
      kind: 'sitemap',
      urls: [at('/map.xml')],
      links: { match: '**/art/*' },
      maxArticles: 1,
    });
    expect(pages(await crawlOnce(memory, map))).toEqual(['/art/2.html']);
    expect([...memory.documents.keys()].map((url) => url.replace(server.url, ''))).toEqual([
      '/art/2.html',
      '/art/1.html',
    ]);
  });

  it('reads a feed in GBK', async () => {
    const { default: iconv } = await import('iconv-lite');
    const xml = iconv.encode(
      `<?xml version="1.0" encoding="gb2312"?><rss><channel><item><title>工作要点</title><link>/1.html</link></item><item><title>招聘</title><link>/2.html</link></item></channel></rss>`,
      'gbk',
    );
    site.set('/rss.xml', (response) => void response.writeHead(200, { 'content-type': 'text/xml' }).end(xml));
    const feed = source({ kind: 'feed', urls: [at('/rss.xml')], links: { words: ['要点'] } });
    expect(pages(await crawlOnce(memory, feed))).toEqual(['/1.html']);
  });

  it('finds the list of a page that is empty but names it (gkmlpt)', async () => {
    site.set(
      '/gkmlpt/index',
      `<html><body><div id="app"></div><script>var c = { SID: '2' }</script></body></html>`,
    );
    site.set(
      '/gkmlpt/api/all/5',
      JSON.stringify({ articles: [{ title: '一', url: '/gkmlpt/content/1.html' }] }),
    );
    const events = await crawlOnce(memory, source({ urls: [at('/gkmlpt/index#5')] }));
    expect(pages(events)).toEqual(['/gkmlpt/content/1.html']);
    expect(only(events, 'listed')[0]?.url).toContain('/gkmlpt/api/all/5?page=1&sid=2');
  });

  it('joins the pages of one article, byte for byte', async () => {
    const part = (n: number, next: string) => `${article(`第${n}页`)}<a href="${next}">下一页</a>`;
    site.set('/list', list([['/t1.html']]));
    site.set(
      '/t1.html',
      (response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', etag: '"1"', 'planwatch-parts': '1,2,3' })
          .end(part(1, '/t1_1.html')),
    );
    site.set('/t1_1.html', part(2, '/t1_2.html'));
    site.set('/t1_2.html', part(3, '/t2.html'));
    const [event] = only(await crawlOnce(memory, source()), 'page');
    const { body, headers } = event?.page ?? { body: Buffer.alloc(0), headers: {} };
    const parts = splitParts(body, headers).parts.map((bytes) => Buffer.from(bytes).toString());
    expect(parts).toEqual([part(1, '/t1_1.html'), part(2, '/t1_2.html'), part(3, '/t2.html')]);
    expect(headers).not.toHaveProperty('etag');
    expect(hits('/t2.html')).toBe(0);
  });

  it('does not believe a server that claims to have sent parts', async () => {
    site.set(
      '/1.html',
      (response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'planwatch-parts': '10,20' })
          .end(article('1')),
    );
    const [event] = only(await crawlOnce(memory, source({ kind: 'page', urls: [at('/1.html')] })), 'page');
    expect(splitParts(event?.page.body ?? Buffer.alloc(0), event?.page.headers ?? {}).parts).toHaveLength(1);
    expect(event?.page.headers).not.toHaveProperty('planwatch-parts');
  });

  it('never takes half an article for an article', async () => {
    site.set('/list', list([['/t1.html'], ['/t2.html']]));
    site.set('/t1.html', `${article('1')}<a href="/t1_1.html">下一页</a>`);
    site.set('/t1_1.html', (response) => void response.writeHead(503).end());
    site.set('/t2.html', `${article('1')}<a href="/t2_1.html">下一页</a>`);
    site.set('/t2_1.html', (response) => void response.writeHead(404).end());
    const events = await crawlOnce(memory, source());
    expect(pages(events)).toEqual([]);
    expect(
      only(events, 'failed')
        .map(({ error }) => error.code)
        .sort(),
    ).toEqual(['FETCH_STATUS', 'PART_MISSING']);
  });

  it('keeps out of what robots.txt forbids', async () => {
    site.set('/robots.txt', 'user-agent: *\ndisallow: /secret/\ncrawl-delay: 7');
    site.set('/list', list([['/secret/1.html'], ['/open/2.html']]));
    const events = await crawlOnce(memory, source({ links: { match: '**.html' } }), {
      settings: { concurrency: 1 },
    });
    expect(pages(events)).toEqual(['/open/2.html']);
    expect(only(events, 'failed')).toMatchObject([
      { url: at('/secret/1.html'), error: { code: 'ROBOTS_DISALLOWED', retryable: false } },
    ]);
    expect([hits('/secret/1.html'), hits('/robots.txt')]).toEqual([0, 1]);
    expect(memory.slept).toEqual([7000]);
  });

  it('keeps out of what robots.txt forbids also where a redirect of the same host leads there', async () => {
    site.set('/robots.txt', 'user-agent: *\ndisallow: /secret/');
    site.set('/list', list([['/1.html']]));
    site.set('/1.html', (response) => void response.writeHead(302, { location: '/secret/1.html' }).end());
    const events = await crawlOnce(memory, source());
    expect(only(events, 'failed')).toMatchObject([{ error: { code: 'ROBOTS_DISALLOWED' } }]);
    expect([hits('/secret/1.html'), hits('/robots.txt')]).toEqual([0, 1]);
  });

  it('keeps to the robots.txt of the host that a redirect leads to', async () => {
    const other = await startBadServer((path) =>
      path === '/robots.txt' ? 'user-agent: *\ndisallow: /no' : article(path),
    );
    site.set('/list', list([['/1.html'], ['/2.html']]));
    for (const [path, to] of [
      ['/1.html', '/no/1.html'],
      ['/2.html', '/yes/2.html'],
    ] as const)
      site.set(path, (response) => void response.writeHead(301, { location: other.url + to }).end());
    const events = await crawlOnce(memory, source());
    expect(pages(events)).toEqual(['/2.html']);
    expect(only(events, 'failed')).toMatchObject([
      { url: at('/1.html'), error: { code: 'ROBOTS_DISALLOWED' } },
    ]);
    expect(other.hits.get('/no/1.html')).toBeUndefined();
    await other.close();
  });

  it('fetches nothing from a host whose robots.txt fails', async () => {
    site.set('/robots.txt', (response) => void response.writeHead(503).end());
    site.set('/list', list([['/1.html']]));
    expect(await crawlOnce(memory, source())).toMatchObject([
      { kind: 'failed', role: 'list', error: { code: 'ROBOTS_UNREACHABLE' } },
    ]);
    expect(hits('/list')).toBe(0);
  });

  it('tries again what may pass, waiting as the server asks', async () => {
    let times = 0;
    site.set('/list', list([['/1.html']]));
    site.set('/1.html', (response) => {
      times++;
      if (times < 3) response.writeHead(503, times === 2 ? { 'retry-after': '9' } : {}).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(article('1'));
    });
    expect(pages(await crawlOnce(memory, source(), { settings: { attempts: 3 } }))).toEqual(['/1.html']);
    expect(memory.slept.slice(0, 2)).toEqual([1000, 9000]);
  });

  it('leaves a host alone that fails again and again, and tells how much is left', async () => {
    const many = Array.from({ length: 20 }, (_, i) => [`/bad/${i}.html`] as const);
    site.set('/list', list(many));
    for (const [path] of many) site.set(path, (response) => void response.writeHead(502).end());
    const events = await crawlOnce(memory, source(), { settings: { concurrency: 1 } });
    expect(only(events, 'failed')).toHaveLength(5);
    expect(only(events, 'paused')).toEqual([
      {
        kind: 'paused',
        why: 'host',
        host: new URL(server.url).host,
        left: 15,
        reason: '5 pages in a row ended in FETCH_STATUS',
      },
    ]);
    expect([...memory.documents.values()].every(({ nextCheckAt }) => nextCheckAt === '')).toBe(true);
  });

  it('asks a site only in its hours', async () => {
    site.set('/list', list([['/1.html'], ['/2.html']]));
    const night = source({ hours: { from: 22 * 60, to: 6 * 60 } }); // now is 16:00 in Shanghai
    expect(await crawlOnce(memory, night)).toMatchObject([
      { kind: 'failed', role: 'list', error: { code: 'HOST_PAUSED', retryable: true } },
    ]);
    expect(server.hits.size).toBe(0);
    let asked = 0;
    const clock = () => (asked++ < 8 ? new Date('2026-03-05T21:50:00Z') : new Date('2026-03-05T22:00:00Z'));
    const events = await crawlOnce(memory, night, { clock, settings: { concurrency: 1 } });
    expect(only(events, 'paused')).toMatchObject([{ reason: 'it may not be asked at this hour' }]);
    expect(now.getUTCHours()).toBe(8);
  });

  it('lets a slow host starve no other', async () => {
    const other = await startBadServer(() => article('quick'));
    const slow = Array.from({ length: 6 }, (_, i) => [`${other.url}/never/${i}.html`] as const);
    site.set('/list', list([...slow, ['/1.html'], ['/2.html'], ['/3.html']]));
    const release: (() => void)[] = [];
    other.answer((response) => void release.push(() => response.writeHead(404).end()));
    const run = crawlOnce(memory, source({ links: { match: '**.html' } }), { settings: { concurrency: 2 } });
    while (hits('/1.html') + hits('/2.html') + hits('/3.html') < 3)
      await new Promise((done) => setImmediate(done));
    const timer = setInterval(() => release.splice(0).forEach((go) => void go()), 5);
    expect(pages(await run)).toHaveLength(3);
    clearInterval(timer);
    await other.close();
  });

  it('stops when told to, and keeps nothing of a walk it did not finish', async () => {
    const stop = new AbortController();
    site.set('/list', list([['/1.html']], '/list2'));
    site.set('/list2', (response) => {
      stop.abort();
      response.writeHead(200, { 'content-type': 'text/html' }).end(list([['/2.html']]));
    });
    expect(pages(await crawlOnce(memory, source(), { stop: stop.signal }))).toEqual([]);
    expect(memory.documents.size).toBe(0);
  });

  it('does not sit out a long wait when it is told to stop', async () => {
    const stop = new AbortController();
    site.set('/list', list([['/1.html'], ['/2.html'], ['/3.html']]));
    site.set('/1.html', (response) => {
      stop.abort();
      response.writeHead(200, { 'content-type': 'text/html' }).end(article('1'));
    });
    const settings = { delayMs: 3_600_000, concurrency: 1 };
    const events = await crawlOnce(memory, source(), { stop: stop.signal, settings });
    expect(events.map(({ kind }) => kind)).toEqual(['listed', 'page']);
    expect(hits('/2.html')).toBe(0);
  });

  it('asks for single pages without any list', async () => {
    const events = await crawlOnce(memory, source({ kind: 'page', urls: [at('/1.html#top'), at('/gone')] }));
    expect(pages(events)).toEqual(['/1.html']);
    expect(only(events, 'missing')).toMatchObject([{ url: at('/gone'), status: 404 }]);
  });
});
