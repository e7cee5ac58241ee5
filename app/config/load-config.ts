import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError, messageOf } from '../../core/errors.ts';
import type { Source } from '../../core/source.ts';
import { type Fault, readYaml } from './read-yaml.ts';
import { type ConfigFile, configSchema, sourceSchema } from './schema.ts';

/** The settings of one installation, with paths made absolute. */
export interface Config extends ConfigFile {
  /** The folder planwatch.yaml stands in. */
  readonly directory: string;
  readonly sources: readonly Source[];
}

/** Ids become file names, URLs and keys. */
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Read planwatch.yaml and sources/*.yaml.
 *
 * @param directory where planwatch.yaml stands
 * @throws {ConfigError} CONFIG_MISSING if there is none; CONFIG_INVALID with every fault of every file, one a line
 */
export async function loadConfig(directory: string): Promise<Config> {
  const path = join(directory, 'planwatch.yaml');
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new ConfigError(
      'CONFIG_MISSING',
      `There is no readable ${path}. Run "planwatch init" to make one, or name its folder with --config.`,
      { cause },
    );
  });
  const config = readYaml('planwatch.yaml', text, configSchema);
  const { sources, faults } = await loadSources(join(directory, 'sources'));
  if ('faults' in config) throw invalid([...config.faults, ...faults]);
  if (faults.length > 0) throw invalid(faults);
  return withPaths(config.value, directory, sources);
}

/** The same from values, for the demo and for tests. */
export function makeConfig(file: unknown, directory: string, sources: readonly Source[]): Config {
  return withPaths(configSchema.parse(file), directory, sources);
}

function withPaths(file: ConfigFile, directory: string, sources: readonly Source[]): Config {
  return {
    ...file,
    store: { path: file.store.path === ':memory:' ? ':memory:' : resolve(directory, file.store.path) },
    mail: { ...file.mail, directory: resolve(directory, file.mail.directory) },
    directory,
    sources,
  };
}

async function loadSources(directory: string): Promise<{ sources: Source[]; faults: Fault[] }> {
  const names = await readdir(directory).catch(() => []);
  const sources: Source[] = [];
  const faults: Fault[] = [];
  for (const name of names.filter((n) => /\.ya?ml$/.test(n)).sort()) {
    const file = `sources/${name}`;
    const id = name.replace(/\.ya?ml$/, '');
    const fault = (message: string) => faults.push({ file, line: 1, path: '', message });
    if (!ID.test(id))
      fault(`the file name is the source's id: use a–z, 0–9 and "-", up to 64, such as qingdao-drc.yaml.`);
    try {
      const read = readYaml(file, await readFile(join(directory, name), 'utf8'), sourceSchema);
      if ('value' in read) sources.push({ id, ...read.value });
      else faults.push(...read.faults);
    } catch (error) {
      fault(`cannot be read (${messageOf(error)}). Check its permissions.`);
    }
  }
  return { sources, faults };
}

function invalid(faults: readonly Fault[]): ConfigError {
  const lines = faults.map((f) => `  ${f.file}:${f.line}${f.path === '' ? '' : ` ${f.path}`}: ${f.message}`);
  const count = faults.length === 1 ? 'One fault' : `${faults.length} faults`;
  return new ConfigError('CONFIG_INVALID', `${count} in the configuration:\n${lines.join('\n')}`, { faults });
}
