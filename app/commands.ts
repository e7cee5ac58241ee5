import { addClean } from './commands/clean.ts';
import { addTargets } from './commands/targets.ts';
import type { AddCommand } from './program.ts';

/** Every command, in the order `--help` lists them. */
export const commands: readonly AddCommand[] = [addClean, addTargets];
