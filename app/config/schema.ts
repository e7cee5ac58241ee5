import { z } from 'zod';
import type { Source } from '../../core/source.ts';
import {
  charset,
  cron,
  email,
  hours,
  httpUrl,
  linkSelector,
  meetsHours,
  positive,
  selections,
  selector,
  timezone,
} from './fields.ts';

const address = z.string().refine((text) => /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}$/.test(text), {
  error: 'is not a bare mail address; write name@example.org',
});

/** planwatch.yaml. Every key has a default, so an empty file is a valid one. */
export const configSchema = z
  .strictObject({
    language: z
      .enum(['zh', 'en'])
      .default('zh')
      .describe('Language of the web page, and of mail to new subscribers.'),
    timezone: timezone
      .default('Asia/Shanghai')
      .describe('Zone of times shown to readers, and of the mail schedule.'),
    store: z
      .strictObject({
        path: z.string().min(1).default('planwatch.db').describe('SQLite file, relative to this file.'),
      })
      .prefault({}),
    crawl: z
      .strictObject({
        contact: z
          .string()
          .default('')
          .describe('Mail or web address in the User-Agent, so that a site can reach you.'),
        timeoutMs: positive.default(30_000).describe('Milliseconds one fetch may take.'),
        maxBytes: positive.default(20_000_000).describe('Bytes of one page at most, after decompression.'),
        maxRedirects: z.int().min(0).max(20).default(5),
        delayMs: z.int().min(0).default(2000).describe('Milliseconds between two requests to one host.'),
        concurrency: positive
          .max(16)
          .default(2)
          .describe('Fetches under way at once from one host of a source.'),
        attempts: positive.max(10).default(3).describe('Attempts at one URL in one run.'),
        patience: positive
          .max(100)
          .default(2)
          .describe(
            'Runs in a row that must fail before a source counts as broken; a broken list counts at once.',
          ),
        sources: positive.max(64).default(8).describe('Sources crawled at once, one of each host.'),
        jitterSeconds: z
          .int()
          .min(0)
          .max(3600)
          .default(60)
          .describe('Scheduled runs begin up to so many seconds late, each at its own moment.'),
        proxy: httpUrl
          .nullable()
          .default(null)
          .describe('HTTP proxy that all fetches go through, such as http://proxy.example:3128'),
      })
      .prefault({}),
    gone: z
      .strictObject({
        checks: positive
          .default(3)
          .describe('Checks in a row that must find a page missing before readers are told.'),
        hours: z.number().min(0).default(24).describe('Hours it must have been missing.'),
      })
      .prefault({}),
    news: z
      .strictObject({
        freshDays: positive
          .default(30)
          .describe('On the first crawl of a source, only plans published in the last N days are news.'),
      })
      .prefault({}),
    mail: z
      .strictObject({
        from: email.default('planwatch <planwatch@localhost>'),
        schedule: cron.default('30 8 * * *').describe('When digests go out, in the zone above.'),
        operators: z
          .array(address)
          .default([])
          .describe('Who is told when a source breaks and when it is well again, in the language above.'),
        directory: z.string().default('outbox').describe('Where mail is written while no smtp is set.'),
        smtp: z
          .strictObject({
            host: z.string().min(1),
            port: z.int().min(1).max(65_535).default(587),
            tls: z
              .enum(['implicit', 'required', 'offered', 'none'])
              .default('required')
              .describe(
                'implicit: TLS from the first byte (port 465); required: STARTTLS or nothing (587); none: a relay on this machine.',
              ),
            user: z.string().optional(),
            passwordEnv: z
              .string()
              .optional()
              .describe('Name of the environment variable that holds the password.'),
          })
          .superRefine(({ user, passwordEnv }, { addIssue }) => {
            if ((user === undefined) === (passwordEnv === undefined)) return;
            const path = [user === undefined ? 'user' : 'passwordEnv'];
            addIssue({ code: 'custom', path, message: 'user and passwordEnv go together' });
          })
          .optional(),
      })
      .prefault({}),
    web: z
      .strictObject({
        host: z
          .string()
          .default('127.0.0.1')
          .describe('Loopback by default; put a proxy in front to publish it.'),
        port: z.int().min(0).max(65_535).default(8080),
        url: httpUrl
          .optional()
          .describe('Address readers see, used in mail links. Default: http://host:port'),
      })
      .prefault({}),
  })
  .describe('planwatch settings');

export type ConfigFile = z.output<typeof configSchema>;

const extractRules = {
  select: selections.exactOptional().describe('Where the body is. Default: found.'),
  remove: selections.exactOptional().describe('What to cut before reading.'),
  title: selector.exactOptional().describe('Selector of the title.'),
  date: selector.exactOptional().describe('Selector of the date of publication.'),
  charset: charset.exactOptional().describe('Encoding, for sites that label theirs wrongly.'),
};

const NEVER_OPEN =
  'never names a minute within hours, so that the source would never be crawled; write one that does, such as "30 22 * * *"';

/** One file of sources/. The id is the file's name. */
export const sourceSchema = z
  .strictObject({
    publisher: z.string().min(1).describe('Who publishes, in full: 山东省发展和改革委员会'),
    publisherKind: z
      .enum(['government', 'press', 'aggregator'])
      .default('government')
      .describe('Of several copies of a text, government counts before press before aggregator.'),
    region: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe('Administrative division in full: 山东省青岛市; 全国 for the centre.'),
    kind: z.enum(['page', 'list', 'feed', 'sitemap']).describe('What the URLs point to.'),
    urls: z.array(httpUrl).min(1),
    links: z
      .strictObject({
        select: linkSelector.exactOptional().describe('CSS selector of the article links.'),
        match: z
          .string()
          .exactOptional()
          .describe('Glob over the absolute URL, such as https://example.gov.cn/*/t*.html'),
        words: z
          .array(z.string().min(1))
          .exactOptional()
          .describe('Only links whose text has one of these words.'),
      })
      .prefault({})
      .describe('Which links of a list are articles. Without select and match they are detected.'),
    pagination: z
      .strictObject({
        kind: z
          .enum(['none', 'next', 'static', 'query'])
          .default('next')
          .describe('next: as the page says; static: index_1.html; query: ?page=2'),
        parameter: z.string().exactOptional().describe('Name of the query parameter. Default: page'),
        maxPages: positive.max(1000).default(5).describe('Pages of the list to read at most.'),
      })
      .prefault({}),
    cron: cron.default('0 */6 * * *').describe('When to crawl: minute hour day month weekday.'),
    timezone: timezone.default('Asia/Shanghai'),
    fetcher: z
      .enum(['auto', 'http', 'browser'])
      .default('auto')
      .describe(
        'auto: over HTTP, with a browser where the page shows nothing without scripts; browser: always.',
      ),
    tls: z
      .enum(['modern', 'legacy'])
      .default('modern')
      .describe(
        'legacy: accept TLS 1.0 and weak ciphers, for old sites. Certificates are checked all the same.',
      ),
    cookies: z.boolean().default(false).describe('Send back the cookies the site sets, within one run.'),
    hours: hours
      .nullable()
      .default(null)
      .describe('When the site may be asked, such as "22:00-06:00", in the zone of the source.'),
    attachments: z
      .boolean()
      .default(true)
      .describe(
        'Fetch and read the files that articles link to (PDF, Word, RTF, Excel, ODT, ODS, OFD, zip).',
      ),
    rules: z.strictObject(extractRules).prefault({}).describe('What the extractor does not find by itself.'),
    pastRules: z
      .array(
        z.strictObject({
          ...extractRules,
          validUntil: z.iso.date({ error: 'is not a date; write YYYY-MM-DD' }),
        }),
      )
      .default([])
      .describe(
        'Rules that held until the site changed: pages fetched up to the end of the day validUntil, in the time zone of the source, are read by them.',
      ),
    tags: z.array(z.string().min(1)).default([]),
    allowHosts: z.array(z.string().min(1)).default([]).describe('Hosts that may be at private addresses.'),
    maxArticles: positive.max(100_000).default(200).describe('Articles to fetch in one run at most.'),
    maxAgeDays: positive
      .nullable()
      .default(null)
      .describe('Pass over articles that the list dates further back than this.'),
    enabled: z.boolean().default(true),
  })
  .superRefine(({ cron, timezone, hours }, { addIssue }) => {
    if (meetsHours(cron, timezone, hours)) return;
    addIssue({ code: 'custom', path: ['cron'], message: NEVER_OPEN });
  })
  .describe('a planwatch source') satisfies z.ZodType<Omit<Source, 'id'>>;
