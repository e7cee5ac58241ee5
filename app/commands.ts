import { addAccept } from './commands/accept.ts';
import { addArchive } from './commands/archive.ts';
import { addCheck } from './commands/check.ts';
import { addClean } from './commands/clean.ts';
import { addCompare } from './commands/compare.ts';
import { addCrawl } from './commands/crawl.ts';
import { addDemo } from './commands/demo.ts';
import { addInit } from './commands/init.ts';
import { addMigrate } from './commands/migrate.ts';
import { addNotify } from './commands/notify.ts';
import { addReprocess } from './commands/reprocess.ts';
import { addServe } from './commands/serve.ts';
import { addStatus } from './commands/status.ts';
import { addSubscribe } from './commands/subscribe.ts';
import { addTargets } from './commands/targets.ts';
import type { AddCommand } from './program.ts';

/** Every command, in the order `--help` lists them. */
export const commands: readonly AddCommand[] = [
  addDemo,
  addInit,
  addCheck,
  addSubscribe,
  addCrawl,
  addNotify,
  addServe,
  addStatus,
  addAccept,
  addArchive,
  addClean,
  addTargets,
  addCompare,
  addReprocess,
  addMigrate,
];
