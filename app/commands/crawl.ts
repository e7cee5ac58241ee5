import type { Command } from 'commander';
import { type Io, print } from '../io.ts';
import { type CrawlResult, crawlAll } from '../jobs/crawl-all.ts';
import type { CrawlCounts } from '../jobs/crawl-counts.ts';
import type { AddCommand } from '../program.ts';
import { progressOn } from '../progress.ts';
import { table } from '../table.ts';
import { type ConfigOption, chooseSources, withApp, withConfigOption } from '../with-app.ts';

interface CrawlOptions extends ConfigOption {
  readonly recheck?: boolean;
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
    .option('--json', 'print the result as JSON')
    .action(async (ids: string[], options: CrawlOptions, command: Command) => {
      await withApp(io, options, async (app) => {
        const stop = new AbortController();
        io.onStop(() => stop.abort());
        const progress = progressOn(io);
        const results = await crawlAll(app, chooseSources(app.config.sources, ids), {
          recheck: options.recheck ?? false,
          stop: stop.signal,
          onStep: (source, counts) => progress.show(`${source.id}: ${inWords(counts)}`),
        });
        progress.done();
        await print(
          io,
          options.json ? `${JSON.stringify(results.map(plain), null, 2)}\n` : resultTable(results, io),
        );
        if (results.some(({ counts }) => counts === null || counts.errors > 0))
          command.setOptionValue('exitCode', 1);
      });
    });
};

function inWords(counts: CrawlCounts): string {
  return `${counts.fetched} fetched, ${counts.newArticles} new, ${counts.newVersions} versions, ${counts.plans} plans, ${counts.errors} failed`;
}

function plain({ source, counts }: CrawlResult): object {
  return { source: source.id, ...(counts ?? { skipped: 'another run of it is under way' }) };
}

function resultTable(results: readonly CrawlResult[], io: Io): string {
  const rows = results.map(({ source, counts }) =>
    counts === null
      ? [source.id, 'under way elsewhere', '', '', '', '', '']
      : [
          source.id,
          ...[
            counts.fetched,
            counts.newArticles,
            counts.newVersions,
            counts.plans,
            counts.missing,
            counts.errors,
          ].map(String),
        ],
  );
  return table(['source', 'fetched', 'new', 'versions', 'plans', 'missing', 'failed'], rows, io.columns);
}
