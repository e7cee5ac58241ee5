import type { Command } from 'commander';
import { z } from 'zod';
import { ConfigError } from '../../core/errors.ts';
import type { Source } from '../../core/source.ts';
import { type Io, print } from '../io.ts';
import { type CrawlResult, crawlAll } from '../jobs/crawl/crawl-all.ts';
import type { CrawlScope } from '../jobs/crawl/crawl-deps.ts';
import { dryCrawl } from '../jobs/crawl/dry-crawl.ts';
import { createBoard } from '../print/crawl-board.ts';
import { progressOn } from '../print/progress.ts';
import { table, withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import type { App } from '../wire.ts';
import { type ConfigOption, chooseSources, withApp, withConfigOption } from '../with-app.ts';

interface CrawlOptions extends ConfigOption {
  readonly recheck?: boolean;
  readonly since?: string;
  readonly limit?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `crawl`: one run now. */
export const addCrawl: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('crawl'))
    .description(
      'Crawl sources once, now: all enabled ones, or those named. Exit code 1 if any page or list failed.',
    )
    .argument('[SOURCE...]', 'ids, which are the file names in sources/')
    .option('--recheck', 'ask for every known document, due or not')
    .option('--since <date>', 'pass over articles published before this day, and read lists back to it')
    .option('--limit <n>', 'articles to fetch of each source at most; the rest stays due')
    .option('--dry-run', 'read the lists and say what would be fetched; fetch no article, write nothing')
    .option('--json', 'print the result as JSON')
    .action(async (ids: string[], options: CrawlOptions, command: Command) => {
      const scope = scopeOf(options);
      await withApp(io, { ...options, reading: options.dryRun === true }, async (app) => {
        const stop = new AbortController();
        io.onStop(() => stop.abort());
        const sources = chooseSources(app.config.sources, ids);
        const failed = options.dryRun
          ? await tell(app, sources, scope, stop.signal, options, io)
          : await run(app, sources, scope, stop.signal, options, io);
        if (failed) command.setOptionValue('exitCode', 1);
      });
    });
};

/** @throws {ConfigError} BAD_SINCE, BAD_LIMIT */
function scopeOf({ recheck = false, since, limit }: CrawlOptions): CrawlScope {
  if (since !== undefined && !z.iso.date().safeParse(since).success)
    throw new ConfigError('BAD_SINCE', `--since takes a day such as 2026-01-31, not "${since}".`);
  const most = limit === undefined ? undefined : Number(limit);
  if (most !== undefined && !(Number.isInteger(most) && most > 0))
    throw new ConfigError('BAD_LIMIT', `--limit takes a number of articles from 1, not "${limit}".`);
  return { recheck, since, limit: most };
}

async function run(
  app: App,
  sources: readonly Source[],
  scope: CrawlScope,
  stop: AbortSignal,
  options: CrawlOptions,
  io: Io,
): Promise<boolean> {
  const progress = progressOn(io);
  const board = createBoard();
  const results = await crawlAll(app, sources, {
    ...scope,
    stop,
    onStep: (source, counts, hosts) => progress.show(board.line(source.id, counts, hosts)),
  });
  progress.done();
  await print(
    io,
    options.json
      ? `${JSON.stringify(results.map(plain), null, 2)}\n`
      : resultTable(results, io) + notes(results, stop.aborted),
  );
  if (stop.aborted && !options.json)
    await print(io, 'Stopped. What is left stays due: run it again to go on.\n');
  return results.some(({ counts }) => counts === null || counts.errors > 0);
}

/** What would be fetched. */
async function tell(
  app: App,
  sources: readonly Source[],
  scope: CrawlScope,
  stop: AbortSignal,
  options: CrawlOptions,
  io: Io,
): Promise<boolean> {
  let failed = false;
  for (const source of sources) {
    if (stop.aborted) break;
    const dry = await dryCrawl(app, source, scope, stop);
    failed ||= dry.faults.length > 0;
    const { lists, articles, faults } = dry;
    const lines = [
      `${source.id}: would fetch ${articles.length} articles`,
      ...lists.map(({ url, links, fresh }) => `  list ${url}: ${links} links, ${fresh} unknown`),
      ...faults.map(({ code, message }) => `  ${code}: ${message}`),
      ...articles.map(({ url, why }) => `  ${why} ${url}`),
    ];
    await print(
      io,
      options.json
        ? `${JSON.stringify({ source: source.id, lists, articles, faults })}\n`
        : `${lines.map(withoutControls).join('\n')}\n`,
    );
  }
  return failed;
}

function plain({ source, counts, stopped = false, fault }: CrawlResult): object {
  const why = stopped ? 'stopped before it began' : 'another run of it is under way';
  const result = counts ?? { skipped: why };
  return { source: source.id, ...result, ...(fault === undefined ? {} : { fault }) };
}

/** What the table does not say: which run ended on a bug, and why one has fetched nothing. */
function notes(results: readonly CrawlResult[], stopped: boolean): string {
  return results
    .flatMap(({ source: { id }, counts, fault }) => {
      if (fault !== undefined) return `${id}: ${fault.code} ${fault.message}\n`;
      const idle = counts !== null && counts.fetched + counts.lists + counts.missing + counts.errors === 0;
      if (!idle || stopped) return [];
      const why =
        counts.brokenLists + counts.left > 0
          ? 'left for a later run: it may not be asked at this hour.'
          : 'nothing is due; --recheck asks all the same.';
      return `${id}: ${why}\n`;
    })
    .map((line) => withoutControls(line.trimEnd()).concat('\n'))
    .join('');
}

function resultTable(results: readonly CrawlResult[], io: Io): string {
  const rows = results.map(({ source, counts, stopped }) =>
    counts === null
      ? [source.id, stopped ? 'not begun' : 'under way elsewhere', '', '', '', '', '', '']
      : [
          source.id,
          ...[
            counts.fetched,
            counts.newArticles,
            counts.newVersions,
            counts.plans,
            counts.missing,
            counts.held,
            counts.errors,
          ].map(String),
        ],
  );
  return table(
    ['source', 'fetched', 'new', 'versions', 'plans', 'missing', 'held', 'failed'],
    rows,
    io.columns,
  );
}
