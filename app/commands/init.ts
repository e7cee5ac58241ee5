import { resolve } from 'node:path';
import type { Command } from 'commander';
import { initFolder } from '../init/init.ts';
import { type Io, print } from '../io.ts';
import type { AddCommand } from '../program.ts';

/** `init`: a folder to start from. */
export const addInit: AddCommand = (program: Command, io: Io): void => {
  program
    .command('init')
    .description(
      'Write commented settings, a starter set of real sources, and JSON Schemas for editors. Files that are there stay.',
    )
    .argument('[FOLDER]', 'where; made if absent', '.')
    .action(async (folder: string) => {
      const { written, left } = await initFolder(resolve(io.cwd, folder));
      const lines = [
        ...written.map((path) => `wrote ${path}`),
        ...left.map((path) => `left  ${path}, it was there`),
      ];
      const at = folder === '.' ? '' : ` --config ${folder}`;
      const next = [
        'Next:',
        `  planwatch check${at}                         does each source work?`,
        `  planwatch subscribe you@example.org${at}     who gets mail`,
        `  planwatch crawl${at}                         first crawl: fills the archive, mails little`,
        `  planwatch serve${at}                         crawl and mail on schedule, show the web page`,
      ];
      await print(io, `${[...lines, '', ...next].join('\n')}\n`);
    });
};
