import { describe, expect, it } from 'vitest';
import { readFeed, readSitemap } from '../../../crawlers/find/read-feed.ts';

const base = 'https://www.wangchao.gov.cn/rss/index.xml';
const root = 'https://www.wangchao.gov.cn';

describe('a feed', () => {
  it('of RSS 2.0 gives address, title and day', () => {
    const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>要闻</title><link>${root}/</link>
      <item><title><![CDATA[市政府
        常务会议]]></title><link>/1.html?utm_source=rss</link><pubDate>Thu, 06 Mar 2025 23:30:00 +0800</pubDate></item>
      <item><title>二</title><guid>${root}/2.html</guid><pubDate>2025-03-07 08:00:00</pubDate></item>
      <item><title>三</title><guid isPermaLink="false">tag:x,2025:3</guid></item></channel></rss>`;
    expect(readFeed(xml, base)).toEqual([
      { url: `${root}/1.html`, text: '市政府 常务会议', date: '2025-03-06' },
      { url: `${root}/2.html`, text: '二', date: '2025-03-07' },
    ]);
  });

  it('of Atom takes the page, not the comments', () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">一</title>
      <link rel="replies" href="/comments"/><link rel="alternate" href="/1.html"/><updated>2025-03-06T01:00:00Z</updated></entry></feed>`;
    expect(readFeed(xml, base)).toEqual([{ url: `${root}/1.html`, text: '一', date: '2025-03-06' }]);
  });

  it('of Atom says where its addresses begin, on its own site', () => {
    const feed = (of: string) =>
      `<feed xml:base="${of}"><entry xml:base="2026/"><title>一</title><link href="1.html"/></entry></feed>`;
    const urlIn = (xml: string) => readFeed(xml, base)[0]?.url;
    expect(urlIn(feed(`${root}/zwgk/`))).toBe(`${root}/zwgk/2026/1.html`);
    expect(urlIn(feed('https://evil.example/'))).toBe(`${root}/rss/1.html`);
    expect(urlIn(feed('http://['))).toBe(`${root}/rss/1.html`);
  });

  it('of RSS 1.0 and of JSON', () => {
    const rdf = `<rdf:RDF xmlns:rdf="r"><item rdf:about="${root}/1.html"><title>一</title><dc:date>2025-03-06</dc:date></item></rdf:RDF>`;
    expect(readFeed(rdf, base)).toEqual([{ url: `${root}/1.html`, text: '一', date: '2025-03-06' }]);
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: '要闻',
      home_page_url: root,
      items: [{ id: '1', url: `${root}/1.html`, title: '一', date_published: '2025-03-06T08:00:00+08:00' }],
    };
    expect(readFeed(JSON.stringify(json), base)).toEqual([
      { url: `${root}/1.html`, text: '一', date: '2025-03-06' },
    ]);
  });

  it('of JSON gives entries without a title too, by what they say', () => {
    const items = [
      { id: '1', url: '/1.html', content_text: '全市就业工作要点印发' },
      {
        id: `${root}/2.html`,
        content_html: '<p>粮食 <b>生产</b></p>',
        date_published: '2025-03-07T08:00:00+08:00',
      },
      { id: '3', external_url: 'https://other.example/3.html', title: ' ' },
      { id: '4', url: '/4.html', title: '四', summary: '摘要' },
      { id: 'tag:5' },
      null,
    ];
    expect(readFeed(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items }), base)).toEqual([
      { url: `${root}/1.html`, text: '全市就业工作要点印发', date: null },
      { url: `${root}/2.html`, text: '粮食 生产', date: '2025-03-07' },
      { url: 'https://other.example/3.html', text: '', date: null },
      { url: `${root}/4.html`, text: '四', date: null },
    ]);
  });

  it('never expands entities it declares, nor reads files', () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <rss><channel><item><title>&b;&f;</title><link>/1.html</link></item></channel></rss>`;
    expect(readFeed(xml, base)[0]?.text).not.toMatch(/aaa|root|\/etc/);
  });

  it('that is HTML, or nothing, has no articles', () => {
    expect(readFeed('<html><body><a href="/1.html">一</a></body></html>', base)).toEqual([]);
    expect(readFeed('', base)).toEqual([]);
  });
});

describe('a sitemap', () => {
  it('lists pages with the day they changed', () => {
    const xml = `<urlset xmlns="s" xmlns:image="i"><url><loc> ${root}/1.html </loc><lastmod>2025-03-06T08:00:00+08:00</lastmod><image:image><image:loc>/x.jpg</image:loc></image:image></url>
      <url><loc>${root}/2.html?a=1&amp;b=2</loc></url><url><loc>javascript:x</loc></url></urlset>`;
    expect(readSitemap(xml, base)).toEqual({
      pages: [
        { url: `${root}/1.html`, text: '', date: '2025-03-06' },
        { url: `${root}/2.html?a=1&b=2`, text: '', date: null },
      ],
      sitemaps: [],
    });
  });

  it('may have a prefix before its names, and those of its extensions beside', () => {
    const xml = `<?xml version="1.0"?><!-- made --><sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sm:url><sm:loc>/1.html</sm:loc><sm:lastmod>2025-03-06</sm:lastmod><image:image><image:loc>/1.png</image:loc></image:image></sm:url>
      <sm:url><video:url>/2.mp4</video:url><sm:loc>/2.html</sm:loc></sm:url></sm:urlset>`;
    expect(readSitemap(xml, base).pages).toEqual([
      { url: `${root}/1.html`, text: '', date: '2025-03-06' },
      { url: `${root}/2.html`, text: '', date: null },
    ]);
    const index =
      '<a.b-1:sitemapindex><a.b-1:sitemap><a.b-1:loc>/s.xml</a.b-1:loc></a.b-1:sitemap></a.b-1:sitemapindex>';
    expect(readSitemap(index, base).sitemaps).toEqual([{ url: `${root}/s.xml`, date: null }]);
  });

  it('index lists further sitemaps, newest first', () => {
    const xml = `<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>/b.xml</loc><lastmod>2025-01-01</lastmod></sitemap><sitemap><loc>/c.xml</loc></sitemap></sitemapindex>`;
    expect(readSitemap(xml, base).sitemaps.map(({ url }) => url)).toEqual(
      ['b', 'a', 'c'].map((n) => `${root}/${n}.xml`),
    );
  });

  it('may be a text file', () => {
    expect(readSitemap(`${root}/1.html\r\n${root}/2.html\nfile:///etc/passwd\n`, base).pages).toHaveLength(2);
  });

  it('is read to the most that a sitemap may hold', () => {
    const xml = `<urlset>${'<url><loc>/1.html</loc><lastmod>2025-01-01</lastmod><priority>1</priority></url>'.repeat(60_000)}</urlset>`;
    expect(readSitemap(xml, base).pages).toHaveLength(50_000);
  });
});
