import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { Subscriber } from '../../core/digest.ts';
import { ConfigError } from '../../core/errors.ts';
import { naturalId } from '../../core/hash.ts';
import type { Source } from '../../core/source.ts';
import { type Io, print } from '../io.ts';
import { table } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import type { App } from '../wire.ts';
import { type ConfigOption, chooseSources, withApp, withConfigOption } from '../with-app.ts';

interface SubscribeOptions extends ConfigOption {
  readonly name?: string;
  readonly language?: string;
  readonly source: readonly string[];
  readonly region: readonly string[];
  readonly tag: readonly string[];
  readonly word: readonly string[];
  readonly everything?: boolean;
  readonly remove?: boolean;
}

const several = (value: string, before: readonly string[]) => [...before, value];

/** `subscribe`: who gets mail about what. */
export const addSubscribe: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('subscribe'))
    .description(
      'Add or change a subscriber, or list them when no address is given. Without filters all news is sent. Filters given replace all of those before; what is not named stays.',
    )
    .argument('[EMAIL]', 'mail address')
    .option('--name <name>', 'how to address the reader')
    .option('--language <zh|en>', 'language of the mail; default as in planwatch.yaml')
    .option('--source <id>', 'only this source; may be repeated', several, [])
    .option('--region <name>', 'only this region; may be repeated', several, [])
    .option('--tag <tag>', 'only sources with this tag; may be repeated', several, [])
    .option(
      '--word <word>',
      'only news with this word in title, indicator or quote; may be repeated',
      several,
      [],
    )
    .option('--everything', 'drop the filters: all news is sent')
    .option('--remove', 'stop sending to this address')
    .action(async (email: string | undefined, options: SubscribeOptions) => {
      await withApp(io, { ...options, reading: email === undefined }, async (app) => {
        if (email !== undefined) await change(app, io, email, options);
        await list(app, io);
      });
    });
};

async function change(app: App, io: Io, email: string, options: SubscribeOptions): Promise<void> {
  const { store, config, clock } = app;
  if (!/^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}$/.test(email)) {
    throw new ConfigError('BAD_ADDRESS', `"${email}" is not a mail address; write name@example.org.`);
  }
  const known = (await store.subscribers()).find((one) => one.email === email);
  const language = options.language ?? known?.language ?? config.language;
  if (language !== 'zh' && language !== 'en') {
    throw new ConfigError('BAD_LANGUAGE', `--language is zh or en, not "${language}".`);
  }
  if (options.remove && known === undefined) {
    throw new ConfigError('SUBSCRIBER_UNKNOWN', `There is no subscriber ${email}.`);
  }
  refuseDeadFilters(config.sources, options);
  for (const region of deadRegions(config.sources, options))
    io.stderr.write(`No source is of ${region}: mail comes only for plans that name it themselves.\n`);
  await store.saveSubscriber({
    id: known?.id ?? naturalId('subscriber', email),
    email,
    name: options.name ?? known?.name ?? null,
    language,
    ...filtersOf(options, known),
    token: known?.token ?? randomBytes(24).toString('base64url'),
    createdAt: known?.createdAt ?? clock().toISOString(),
    active: !options.remove,
  });
}

type Filters = Pick<Subscriber, 'sources' | 'regions' | 'tags' | 'words'>;

/** The filters given, all of them; where none is given, those of before. */
function filtersOf(options: SubscribeOptions, known: Filters | undefined): Filters {
  const { source: sources, region: regions, tag: tags, word: words } = options;
  const given = { sources, regions, tags, words };
  if (options.everything || known === undefined || Object.values(given).some((one) => one.length > 0))
    return given;
  return { sources: known.sources, regions: known.regions, tags: known.tags, words: known.words };
}

/**
 * A misspelt filter would let nothing through, and silence looks like no news.
 *
 * @throws {ConfigError} SOURCE_UNKNOWN, TAG_UNKNOWN
 */
function refuseDeadFilters(sources: readonly Source[], { source, tag }: SubscribeOptions): void {
  if (source.length > 0) chooseSources(sources, source);
  const tags = new Set(sources.flatMap((one) => one.tags));
  const unknown = tag.filter((one) => !tags.has(one));
  if (unknown.length === 0) return;
  const known = [...tags].join(', ') || 'none';
  throw new ConfigError('TAG_UNKNOWN', `No source has the tag ${unknown.join(', ')}. Known: ${known}.`);
}

/** Regions that no source lies in. They are let pass: a national source brings plans of any region. */
function deadRegions(sources: readonly Source[], { region }: SubscribeOptions): readonly string[] {
  return region.filter((one) => !sources.some((source) => source.region?.includes(one)));
}

async function list({ store }: App, io: Io): Promise<void> {
  const rows = (await store.subscribers()).map((s) => [
    s.email,
    s.language,
    [...s.sources, ...s.regions, ...s.tags, ...s.words].join(', ') || 'everything',
    s.active ? 'yes' : 'no',
  ]);
  await print(io, table(['address', 'language', 'about', 'active'], rows, io.columns));
}
