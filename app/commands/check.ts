import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import color from 'picocolors';
import { loadConfig } from '../config/load-config.ts';
import { type Io, print } from '../io.ts';
import { type CheckedPage, type CheckedSource, checkSource } from '../jobs/crawl/check-source.ts';
import type { Derived } from '../jobs/page/derive.ts';
import { progressOn } from '../print/progress.ts';
import { withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import { type ConfigOption, chooseSources, withApp, withConfigOption } from '../with-app.ts';

interface CheckOptions extends ConfigOption {
  readonly samples: number;
  readonly offline?: boolean;
  readonly json?: boolean;
}

/** `check`: is the configuration right, and would each source work. */
export const addCheck: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('check'))
    .description(
      'Validate the configuration, then try each source as a crawl would and show what would be kept.',
    )
    .argument('[SOURCE...]', 'ids; all enabled sources if none')
    .option('--samples <n>', 'articles to fetch of each source', wholeNumber, 2)
    .option('--offline', 'validate the configuration only')
    .option('--json', 'print as JSON')
    .action(async (ids: string[], options: CheckOptions, command: Command) => {
      if (options.offline) {
        const { sources } = await loadConfig(resolve(io.cwd, options.config));
        return print(io, `Configuration is valid: ${chooseSources(sources, ids).length} sources.\n`);
      }
      await withApp(io, { ...options, reading: true }, async (app) => {
        const sources = chooseSources(app.config.sources, ids);
        const progress = progressOn(io);
        let faulty = false;
        for (const source of sources) {
          progress.show(`checking ${source.id}`);
          const checked = await checkSource(app, source, options.samples);
          progress.done();
          faulty ||= checked.faults.length > 0;
          await print(io, options.json ? `${JSON.stringify(plain(checked))}\n` : inWords(checked));
        }
        if (faulty) command.setOptionValue('exitCode', 1);
      });
    });
};

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 1.');
}

function plain({ source, lists, pages, faults }: CheckedSource): object {
  return {
    source: source.id,
    lists,
    faults,
    pages: pages.map(({ url, derived, dropped, error }) => ({
      url,
      error,
      dropped,
      ...(derived && {
        kind: derived.article.kind,
        title: derived.article.title,
        published: derived.article.published,
        source: derived.article.source,
        characters: derived.article.text.length,
        plan: derived.reading?.identity ?? null,
        targets: targetsIn(derived),
      }),
    })),
  };
}

function inWords({ source, lists, pages, faults }: CheckedSource): string {
  const lines = [
    `${color.bold(source.id)} ${source.publisher}`,
    ...lists.map(({ url, links }) => `  list ${url}: ${links} article links`),
    ...pages.flatMap(pageLines),
    ...(faults.length === 0 ? [`  ${color.green('works')}`] : faults.map((fault) => `  ${color.red(fault)}`)),
  ];
  return `${withoutColourBreaks(lines)}\n`;
}

function pageLines({ url, derived, dropped }: CheckedPage): string[] {
  if (derived === null) return [];
  const { article, reading } = derived;
  const cut = Object.entries(dropped).map(([step, characters]) => `${step} ${characters}`);
  return [
    `  page ${url}`,
    `    ${article.kind}: ${article.title ?? 'no title'}`,
    `    published ${article.published ?? 'unknown'}, source ${article.source ?? 'unknown'}, ${article.text.length} characters`,
    ...(reading?.identity
      ? [`    plan: ${reading.identity.series} ${reading.identity.year}, ${targetsIn(derived)} targets`]
      : []),
    ...(cut.length > 0 ? [`    dropped characters by step: ${cut.join(', ')}`] : []),
    ...article.blocks.flatMap(({ kind, href, text }) =>
      kind === 'heading' && href !== undefined ? [`    with the file ${text}`] : [],
    ),
    `    begins: ${[...article.text].slice(0, 60).join('')}`,
  ];
}

function targetsIn({ reading }: Derived): number {
  return reading?.statements.filter(({ kind }) => kind === 'target').length ?? 0;
}

/** Titles come from the web: they must not draw on the terminal. Our own colours are put back. */
function withoutColourBreaks(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line
        .split('\u001b')
        .map((part, i) => (i === 0 ? withoutControls(part) : keepColour(part)))
        .join(''),
    )
    .join('\n');
}

function keepColour(part: string): string {
  const colour = /^\[\d{1,2}m/.exec(part)?.[0];
  return colour === undefined
    ? withoutControls(part)
    : `\u001b${colour}${withoutControls(part.slice(colour.length))}`;
}
