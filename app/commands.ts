import { addClean } from './commands/clean.ts';
import type { AddCommand } from './program.ts';

/** Every command, in the order `--help` lists them. */
export const commands: readonly AddCommand[] = [addClean];
