import type { Command } from 'commander';
import { type Io, print } from '../io.ts';
import { type Difference, type Reprocessed, reprocess } from '../jobs/plan/reprocess.ts';
import { progressOn } from '../print/progress.ts';
import { withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
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
      await withApp(io, { ...options, reading: options.dryRun === true }, async (app) => {
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
          : inWords(moved, done, options);
        await print(io, said);
        if (moved.some(({ error }) => error !== null)) command.setOptionValue('exitCode', 1);
      });
    });
};

/** Of what only one reading has, so many pieces are printed, and so many characters of each. */
const SHOWN = 3;
const LONGEST = 60;

function isMoved({ changed, targets, error }: Reprocessed): boolean {
  return changed || error !== null || (targets !== null && targets.lost.length + targets.gained.length > 0);
}

function plain({ document, ...rest }: Reprocessed): object {
  return { id: document.id, url: document.url, title: document.title, ...rest };
}

function inWords(moved: readonly Reprocessed[], done: number, options: ReprocessOptions): string {
  const verb = options.dryRun ? 'would read otherwise' : 'read otherwise now';
  return [`${done} documents, ${moved.length} ${verb}.\n`, ...moved.map(oneInWords)].join('');
}

/** A document with what its text and its targets lost and gained. */
function oneInWords({ document, lines, targets, error }: Reprocessed): string {
  const said = [
    document.title ?? document.url,
    `  ${document.url}`,
    ...(error === null ? [] : [`  ${error.code}: ${error.message}`]),
    ...inPieces(lines),
    ...(targets === null ? [] : [`  targets: ${targets.before} -> ${targets.after}`, ...inPieces(targets)]),
  ];
  return `\n${said.map(withoutControls).join('\n')}\n`;
}

function inPieces({ lost, gained }: Difference): string[] {
  const pieces = (mark: string, all: readonly string[]) => [
    ...all.slice(0, SHOWN).map((piece) => `    ${mark} ${[...piece].slice(0, LONGEST).join('')}`),
    ...(all.length > SHOWN ? [`    ${mark} … ${all.length - SHOWN} more`] : []),
  ];
  return [...pieces('-', lost), ...pieces('+', gained)];
}
