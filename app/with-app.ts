import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigError } from '../core/errors.ts';
import type { Source } from '../core/source.ts';
import { loadConfig } from './config/load-config.ts';
import type { Io } from './io.ts';
import { humanLog } from './print/human-log.ts';
import { type App, openApp } from './wire.ts';

/** The option of every command that works on an installation. */
export interface ConfigOption {
  readonly config: string;
}

export function withConfigOption(command: Command): Command {
  return command.option('--config <folder>', 'folder of planwatch.yaml', '.');
}

/**
 * Open the installation, do work, close it, whatever happens.
 *
 * @param options reading: the work only reads, so an archive that cannot be written will do
 * @throws {ConfigError} see loadConfig
 */
export async function withApp<T>(
  io: Io,
  { config: folder, reading = false }: ConfigOption & { readonly reading?: boolean },
  work: (app: App) => Promise<T>,
): Promise<T> {
  const config = await loadConfig(resolve(io.cwd, folder));
  const app = await openApp(config, io, { reading, ...(io.interactive && { log: humanLog(io) }) });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/**
 * The sources named on the command line, or all enabled ones.
 *
 * @throws {ConfigError} SOURCE_UNKNOWN, listing what there is
 */
export function chooseSources(sources: readonly Source[], ids: readonly string[]): readonly Source[] {
  const unknown = ids.filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0) {
    const known = sources.map((source) => source.id).join(', ') || 'none';
    throw new ConfigError('SOURCE_UNKNOWN', `There is no source ${unknown.join(', ')}. Known: ${known}.`);
  }
  return ids.length === 0
    ? sources.filter((source) => source.enabled)
    : sources.filter((s) => ids.includes(s.id));
}
