import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import color from 'picocolors';
import type { ComparisonRecord } from '../../core/archive.ts';
import { countChanges } from '../../core/change-order.ts';
import type { Language } from '../../core/digest.ts';
import { ConfigError, messageOf } from '../../core/errors.ts';
import { naturalId } from '../../core/hash.ts';
import { countOutcomes } from '../../core/ledger.ts';
import { planName } from '../../core/plan-name.ts';
import { words } from '../../core/words.ts';
import { serveSite } from '../../web/server.ts';
import { makeConfig } from '../config/load-config.ts';
import { type Io, print } from '../io.ts';
import { crawlAll } from '../jobs/crawl/crawl-all.ts';
import { mailJob } from '../jobs/mail/mail-job.ts';
import { progressOn } from '../print/progress.ts';
import { siteOf } from '../serve/serve.ts';
import { type App, openApp } from '../wire.ts';
import { changeTable } from './change-table.ts';
import { startDemoSite } from './site.ts';
import { demoSources } from './sources.ts';

export interface DemoOptions {
  /** Folder for database, mail and log; what an earlier demo left there is removed. */
  readonly directory: string;
  /** Exit when done instead of serving on. */
  readonly once: boolean;
  readonly language: Language;
  /** Port of the web page; another one is taken if it is in use. */
  readonly port: number;
}

const SAID: Readonly<Record<Language, { ledger: string; revised: string; gone: string }>> = {
  zh: { ledger: '去年目标：', revised: '（发布后被悄悄改动）', gone: '原文下线：' },
  en: { ledger: 'targets of the year before: ', revised: ' (edited in silence)', gone: 'taken down: ' },
};
/** Names of what the demo writes; nothing else in its folder is touched. */
const DATABASE = 'planwatch.db';
const OUTBOX = 'outbox';
const LOG = 'demo.log';
/** Rows of a table on the terminal; mail and web page have them all. */
const SHORT = 10;

/**
 * Show the whole way, offline: two crawls of a local site with a year between them, the mails, the web page.
 *
 * @throws {ConfigError} DEMO_UNWRITABLE, and whatever else goes wrong; a demo hides nothing
 */
export async function runDemo(io: Io, options: DemoOptions): Promise<void> {
  await emptyFolder(options.directory);
  // What is open when something goes wrong must be closed, or the process would not end: the last first.
  await using open = new AsyncDisposableStack();
  const publisher = open.adopt(await startDemoSite(), (site) => site.close());
  const log = open.adopt(createWriteStream(join(options.directory, LOG)), (file) => finished(file.end()));
  const sources = demoSources(publisher.url);
  const settings = {
    language: options.language,
    crawl: { delayMs: 0, concurrency: 4, contact: 'demo' },
    gone: { checks: 1, hours: 0 },
    mail: { directory: OUTBOX },
    web: { port: options.port },
  };
  const config = makeConfig(settings, options.directory, sources);
  const bare = open.adopt(await openApp(config, io, { logTo: (line) => log.write(line) }), (app) =>
    app.close(),
  );
  const site = siteOf(bare);
  const server = open.adopt(
    await serveSite(site, config.web).catch(() => serveSite(site, { ...config.web, port: 0 })),
    (served) => served.close(),
  );
  const app: App = { ...bare, config: { ...config, web: { ...config.web, url: server.url } } };
  await subscribeReaders(app);
  await pass(app, io, '2025: first crawl');
  publisher.publishYearTwo();
  await pass(app, io, '2026: new plans out, one old plan edited in silence, one page taken down');
  const mail = await mailJob(app);
  await print(io, await summary(app, options, mail?.sent ?? 0, server.url));
  if (!options.once) await new Promise<void>((resolve) => io.onStop(resolve));
}

async function emptyFolder(directory: string): Promise<void> {
  const names = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, OUTBOX, LOG];
  try {
    await mkdir(directory, { recursive: true });
    await Promise.all(names.map((name) => rm(join(directory, name), { recursive: true, force: true })));
    await writeFile(join(directory, LOG), '');
  } catch (cause) {
    throw new ConfigError(
      'DEMO_UNWRITABLE',
      `Cannot write to ${directory} (${messageOf(cause)}). Name a folder of yours with --directory.`,
      { cause },
    );
  }
}

async function subscribeReaders({ store, clock }: App): Promise<void> {
  for (const [email, name, language] of [
    ['analyst@example.org', '分析员', 'zh'],
    ['reader@example.org', 'Reader', 'en'],
  ] as const) {
    await store.saveSubscriber({
      id: naturalId('subscriber', email),
      email,
      name,
      language,
      sources: [],
      regions: [],
      tags: [],
      words: [],
      token: naturalId('token', email),
      createdAt: clock().toISOString(),
      active: true,
    });
  }
}

async function pass(app: App, io: Io, title: string): Promise<void> {
  const progress = progressOn(io);
  let done = 0;
  const results = await crawlAll(app, app.config.sources, {
    recheck: true,
    onStep: (source, counts) =>
      progress.show(`${++done} pages  ${source.publisher}: ${counts.fetched} fetched`),
  });
  progress.done();
  const sum = (of: 'fetched' | 'newArticles' | 'newVersions' | 'plans' | 'missing' | 'errors') =>
    results.reduce((total, { counts }) => total + (counts?.[of] ?? 0), 0);
  const edited = sum('newVersions') - sum('newArticles');
  await print(
    io,
    `${color.bold(title)}\n  ${results.length} sources, ${sum('fetched')} pages: ${sum('newArticles')} new articles, ${edited} edited, ${sum('plans')} pages with plans, ${sum('missing')} missing, ${sum('errors')} failed\n`,
  );
}

async function summary(app: App, options: DemoOptions, sent: number, url: string): Promise<string> {
  const comparisons = await app.store.comparisons({ present: true, limit: 100 });
  const gone = (await app.store.events({ limit: 100 })).filter((event) => event.kind === 'article_gone');
  const removed = await Promise.all(gone.map((event) => app.store.document(event.documentId)));
  return [
    ...(await Promise.all(
      comparisons.map((comparison) => comparisonPart(app, comparison, options.language)),
    )),
    ...removed.map((document) => `\n${color.red(SAID[options.language].gone)}${document?.title}\n`),
    `\n${sent} mails: ${join(options.directory, OUTBOX)}/*.eml\n`,
    options.once
      ? 'Web page: run without --once to look at it.\n'
      : `Web page: ${color.bold(url)}   (Ctrl-C ends)\n`,
  ].join('');
}

async function comparisonPart(
  { store }: App,
  { kind, before, after, changes }: ComparisonRecord,
  language: Language,
): Promise<string> {
  const how = kind === 'revision' ? color.yellow(SAID[language].revised) : '';
  const counts = countChanges(changes).map(([change, n]) => words[language].changes(change, n));
  const head = `\n${color.bold(planName(after.identity))}${how}  ${counts.join(', ')}\n`;
  const ended = kind === 'year' ? countOutcomes(await store.ledger(before)) : [];
  const ledger = ended.map(([outcome, n]) => words[language].outcomes(outcome, n)).join(', ');
  return `${head}${ledger === '' ? '' : `${SAID[language].ledger}${ledger}\n`}${changeTable(changes, { kind, language, most: SHORT })}`;
}
