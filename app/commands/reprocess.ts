import type { Command } from 'commander';
import { type Io, print } from '../io.ts';
import { type Reprocessed, reprocess } from '../jobs/reprocess.ts';
import type { AddCommand } from '../program.ts';
import { progressOn } from '../progress.ts';
import { table, withoutControls } from '../table.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';

interface ReprocessOptions extends ConfigOption {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `reprocess`: after an upgrade, read the archive again. */
export const addReprocess: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('reprocess'))
    .description(
      'Read every archived page again by the present rules and compare plans anew. Readers are told of nothing.',
    )
    .option('--dry-run', 'say what would change, and leave the archive as it is')
    .option('--json', 'print as JSON lines')
    .action(async (options: ReprocessOptions, command: Command) => {
      await withApp(io, options, async (app) => {
        const progress = progressOn(io);
        const moved: Reprocessed[] = [];
        let done = 0;
        for await (const result of reprocess(app, options.dryRun ?? false)) {
          progress.show(
            `${++done} documents, ${moved.length} read otherwise: ${result.document.title ?? ''}`,
          );
          if (isMoved(result)) moved.push(result);
        }
        progress.done();
        const said = options.json
          ? moved.map((one) => `${JSON.stringify(plain(one))}\n`).join('')
          : inWords(moved, done, options, io);
        await print(io, said);
        if (moved.some(({ error }) => error !== null)) command.setOptionValue('exitCode', 1);
      });
    });
};

function isMoved({ changed, targets, error }: Reprocessed): boolean {
  return changed || error !== null || (targets !== null && targets.before !== targets.after);
}

function plain({ document, changed, targets, error }: Reprocessed): object {
  return { id: document.id, url: document.url, title: document.title, changed, targets, error };
}

function inWords(moved: readonly Reprocessed[], done: number, options: ReprocessOptions, io: Io): string {
  const rows = moved.map(({ document, changed, targets, error }) => [
    document.title ?? document.url,
    changed ? 'yes' : 'no',
    targets === null ? '' : `${targets.before} -> ${targets.after}`,
    error === null ? '' : withoutControls(`${error.code}: ${error.message}`),
  ]);
  const verb = options.dryRun ? 'would read otherwise' : 'read otherwise now';
  const head = `${done} documents, ${moved.length} ${verb}.\n`;
  return moved.length === 0
    ? head
    : `${head}${table(['title', 'text', 'targets', 'error'], rows, io.columns)}`;
}
