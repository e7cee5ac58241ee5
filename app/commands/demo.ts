import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigError } from '../../core/errors.ts';
import type { Io } from '../io.ts';
import type { AddCommand } from '../program.ts';

interface DemoFlags {
  readonly once?: boolean;
  readonly directory: string;
  readonly language: string;
  readonly port: string;
}

/** `demo`: the whole way on a local site. */
export const addDemo: AddCommand = (program: Command, io: Io): void => {
  program
    .command('demo')
    .description(
      'Show the whole way, offline: a local site with two years of plans, two crawls, mails, the web page.',
    )
    .option('--once', 'exit when done instead of serving on')
    .option('--directory <folder>', 'where database, mails and log go', 'demo-data')
    .option('--language <zh|en>', 'language of tables and web page', 'zh')
    .option('--port <port>', 'port of the web page; another one if it is in use', '8080')
    .action(async ({ once, directory, language, port }: DemoFlags) => {
      if (language !== 'zh' && language !== 'en') {
        throw new ConfigError('BAD_LANGUAGE', `--language is zh or en, not "${language}".`);
      }
      if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
        throw new ConfigError('BAD_PORT', `--port is a number up to 65535, not "${port}".`);
      }
      // Loaded when asked for: it brings the whole product along, which `clean` and `targets` do without.
      const { runDemo } = await import('../demo/demo.ts');
      await runDemo(io, {
        once: once ?? false,
        directory: resolve(io.cwd, directory),
        language,
        port: Number(port),
      });
    });
};
