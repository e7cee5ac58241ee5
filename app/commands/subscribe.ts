import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { ConfigError } from '../../core/errors.ts';
import { naturalId } from '../../core/hash.ts';
import { type Io, print } from '../io.ts';
import type { AddCommand } from '../program.ts';
import { table } from '../table.ts';
import type { App } from '../wire.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';

interface SubscribeOptions extends ConfigOption {
  readonly name?: string;
  readonly language?: string;
  readonly source: readonly string[];
  readonly region: readonly string[];
  readonly tag: readonly string[];
  readonly word: readonly string[];
  readonly remove?: boolean;
}

const several = (value: string, before: readonly string[]) => [...before, value];

/** `subscribe`: who gets mail about what. */
export const addSubscribe: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('subscribe'))
    .description(
      'Add or change a subscriber, or list them when no address is given. Without filters all news is sent.',
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
    .option('--remove', 'stop sending to this address')
    .action(async (email: string | undefined, options: SubscribeOptions) => {
      await withApp(io, options, async (app) => {
        if (email !== undefined) await change(app, email, options);
        await list(app, io);
      });
    });
};

async function change(
  { store, config, clock }: App,
  email: string,
  options: SubscribeOptions,
): Promise<void> {
  if (!/^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}$/.test(email)) {
    throw new ConfigError('BAD_ADDRESS', `"${email}" is not a mail address; write name@example.org.`);
  }
  const language = options.language ?? config.language;
  if (language !== 'zh' && language !== 'en') {
    throw new ConfigError('BAD_LANGUAGE', `--language is zh or en, not "${language}".`);
  }
  const known = (await store.subscribers()).find((one) => one.email === email);
  if (options.remove && known === undefined) {
    throw new ConfigError('SUBSCRIBER_UNKNOWN', `There is no subscriber ${email}.`);
  }
  await store.saveSubscriber({
    id: known?.id ?? naturalId('subscriber', email),
    email,
    name: options.name ?? known?.name ?? null,
    language,
    sources: options.source,
    regions: options.region,
    tags: options.tag,
    words: options.word,
    token: known?.token ?? randomBytes(24).toString('base64url'),
    createdAt: known?.createdAt ?? clock().toISOString(),
    active: !options.remove,
  });
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
