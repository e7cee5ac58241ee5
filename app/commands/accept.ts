import type { Command } from 'commander';
import { type Io, print } from '../io.ts';
import { acceptPage } from '../jobs/page/accept-page.ts';
import { table, withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import type { App } from '../wire.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';
import { findDocument } from './archive.ts';

const MOST_LISTED = 200;

/** `accept`: what is held back, and publishing it. */
export const addAccept: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('accept'))
    .description(
      'Publish readings that are held back as suspicious, after you looked at the pages; without an address, list them.',
    )
    .argument('[DOCUMENT...]', 'addresses of pages, or document ids')
    .option('--json', 'print as JSON lines')
    .action((names: string[], options: ConfigOption & { json?: boolean }) =>
      withApp(io, { ...options, reading: names.length === 0 }, async (app) => {
        if (names.length === 0) return print(io, await heldList(app, options.json ?? false, io));
        for (const name of names) {
          const document = await findDocument(app.store, name);
          const { outcome, title } = await acceptPage(app, document);
          const said = { url: document.url, outcome, title };
          await print(
            io,
            options.json
              ? `${JSON.stringify(said)}\n`
              : withoutControls(`${outcome}: ${title ?? document.url}`).concat('\n'),
          );
        }
      }),
    );
};

async function heldList({ store }: App, json: boolean, io: Io): Promise<string> {
  const held = await store.documents({ held: true, limit: MOST_LISTED });
  if (json)
    return held
      .map(({ url, sourceId, stateReason, held: since }) =>
        JSON.stringify({ url, source: sourceId, reason: stateReason, since: since?.since ?? null }).concat(
          '\n',
        ),
      )
      .join('');
  if (held.length === 0) return 'Nothing is held back.\n';
  const rows = held.map((document) => [
    document.sourceId,
    document.url,
    document.held?.since.slice(0, 16) ?? '',
    document.stateReason,
  ]);
  return table(['source', 'page', 'since (UTC)', 'why'], rows, io.columns);
}
