import { Command, CommanderError } from 'commander';
import { ConfigError, codeOf, messageOf } from '../core/errors.ts';
import { commands } from './commands.ts';
import { examplesOf, START } from './examples.ts';
import type { Io } from './io.ts';
import { PRODUCT } from './product.ts';

/** Adds one command to the program. One file a command, in app/commands/. */
export type AddCommand = (program: Command, io: Io) => void;

/**
 * Run one command line.
 *
 * @param args what stands behind the program's name
 * @returns the exit code: 0 done, 1 failed, 2 bad usage or configuration
 */
export async function runProgram(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('planwatch')
    .description(
      'Follow what Chinese governments plan: crawl, clean, read targets, compare years, mail what changed.',
    )
    .version(PRODUCT.version)
    .showHelpAfterError('(add --help for what this command takes)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  for (const add of commands) add(program, io);
  program.addHelpText('after', START);
  for (const command of program.commands)
    command.exitOverride().copyInheritedSettings(program).addHelpText('after', examplesOf(command.name()));
  let code = 0;
  program.hook('postAction', (_, action) => {
    const exit: unknown = action.getOptionValue('exitCode');
    if (typeof exit === 'number') code = exit;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(
      `planwatch: ${codeOf(error)}: ${error instanceof ConfigError ? error.message : messageOf(error)}\n`,
    );
    if (codeOf(error) === 'INTERNAL' && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
    return error instanceof ConfigError ? 2 : 1;
  }
}
