import { resolve } from 'node:path';
import type { Command } from 'commander';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { loadConfig } from '../config/load-config.ts';
import { type Io, print } from '../io.ts';
import type { AddCommand } from '../program.ts';
import { type ConfigOption, withConfigOption } from '../with-app.ts';

/** `migrate`: bring the database to this version's schema. Other commands do it too; this one says what it did. */
export const addMigrate: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('migrate'))
    .description(
      'Bring the database to the schema of this version, and say what was done. Running it twice is safe.',
    )
    .action(async (options: ConfigOption) => {
      const config = await loadConfig(resolve(io.cwd, options.config));
      const { store, migrated } = await openStore(sqliteEngine(config.store.path));
      await store.close();
      await print(
        io,
        migrated.length === 0 ? 'Nothing to do.\n' : migrated.map((name) => `${name} done\n`).join(''),
      );
    });
};
