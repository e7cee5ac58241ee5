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
      const program = io.env.npm_lifecycle_event === 'planwatch' ? 'npm run -s planwatch --' : 'planwatch';
      const at = folder === '.' ? '' : ` --config ${quoted(folder)}`;
      const next = [
        'Next:',
        `  ${program} check${at}    # does each source work?`,
        `  ${program} subscribe you@example.org${at}    # who gets mail`,
        `  ${program} crawl${at}    # the first crawl fills the archive and mails little`,
        `  ${program} serve${at}    # crawls and mails on schedule, shows the web page`,
      ];
      await print(io, `${[...lines, '', ...next].join('\n')}\n`);
    });
};

/** A word for a shell. */
function quoted(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
