import type { Source } from '../../core/source.ts';

/** What the demo's sources do not say for themselves. */
const common = {
  links: {},
  pagination: { kind: 'none', maxPages: 1 },
  timezone: 'Asia/Shanghai',
  fetcher: 'http',
  rules: {},
  pastRules: [],
  allowHosts: ['127.0.0.1'],
  maxArticles: 100,
  maxAgeDays: null,
  tls: 'modern',
  cookies: false,
  // The files its pages link to are not on the site.
  attachments: false,
  hours: null,
  enabled: true,
} as const satisfies Partial<Source>;

/**
 * The declarations an operator would write for the demo's sites, one of each kind of list.
 *
 * @param url address of the site, see {@link DemoSite}
 */
export function demoSources(url: string): readonly Source[] {
  return [
    {
      ...common,
      id: 'lanhai-gov',
      publisher: '澜海省人民政府',
      publisherKind: 'government',
      region: '澜海省',
      kind: 'list',
      urls: [`${url}/gov/province/zwgk/index.html`],
      links: { match: `${url}/gov/province/zwgk/*/t*.html` },
      pagination: { kind: 'static', maxPages: 5 },
      cron: '5 8 * * *',
      tags: ['demo', '省级'],
    },
    {
      ...common,
      id: 'wangchao-gov',
      publisher: '望潮市人民政府',
      publisherKind: 'government',
      region: '澜海省望潮市',
      kind: 'list',
      urls: [`${url}/gov/city-a/xxgk/list.htm`],
      links: { select: '.news-list h4 a' },
      pagination: { kind: 'next', maxPages: 5 },
      cron: '15 8 * * *',
      tags: ['demo', '市级'],
    },
    {
      ...common,
      id: 'qinghe-gov',
      publisher: '青禾市人民政府',
      publisherKind: 'government',
      region: '澜海省青禾市',
      kind: 'list',
      urls: [`${url}/gov/city-b/list.asp`],
      links: { select: 'a[href*="show.asp"]' },
      pagination: { kind: 'query', parameter: 'page', maxPages: 5 },
      cron: '25 8 * * *',
      tags: ['demo', '市级'],
    },
    {
      ...common,
      id: 'lanhai-news',
      publisher: '澜海新闻网',
      publisherKind: 'press',
      region: '澜海省',
      kind: 'feed',
      urls: [`${url}/news/rss.xml`],
      cron: '35 * * * *',
      tags: ['demo', '媒体'],
    },
    {
      ...common,
      id: 'lanhua-b2b',
      publisher: '澜化网',
      publisherKind: 'aggregator',
      region: null,
      kind: 'list',
      urls: [`${url}/b2b/news/list-1.html`],
      pagination: { kind: 'next', maxPages: 5 },
      cron: '45 8 * * *',
      tags: ['demo', '转载'],
    },
    {
      ...common,
      id: 'zixun-mirror',
      publisher: '资讯大全',
      publisherKind: 'aggregator',
      region: null,
      kind: 'sitemap',
      urls: [`${url}/mirror/sitemap.xml`],
      cron: '55 8 * * *',
      tags: ['demo', '转载'],
    },
  ];
}
