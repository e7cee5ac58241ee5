import type { Command } from 'commander';
import { ConfigError } from '../../core/errors.ts';
import type { Io } from '../io.ts';
import type { AddCommand } from '../program.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';

/** `serve`: scheduler and web page until SIGTERM. */
export const addServe: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('serve'))
    .description(
      'Crawl and mail on schedule and serve the web page, until SIGTERM or Ctrl-C; what is in hand is finished.',
    )
    .option('--role <roles>', 'parts to run, joined by a comma: scheduler, web', 'scheduler,web')
    .action(async (options: ConfigOption & { role: string }) => {
      const { ROLES, serveRoles } = await import('../serve/serve.ts');
      const named = options.role.split(',').map((role) => role.trim());
      const roles = ROLES.filter((role) => named.includes(role));
      if (roles.length !== named.length) {
        const known = ROLES.join(' and ');
        throw new ConfigError('BAD_ROLE', `--role takes ${known}, joined by a comma, not "${options.role}".`);
      }
      await withApp(io, options, (app) => serveRoles(app, io, new Set(roles)));
    });
};
