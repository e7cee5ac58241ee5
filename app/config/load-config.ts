import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
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
const BAD_ID = `the file name is the source's id: use a–z, 0–9 and "-", up to 64, such as qingdao-drc.yaml.`;
const EXTENSION = /\.ya?ml$/i;

/**
 * Read planwatch.yaml and sources/*.yaml.
 *
 * @param directory where planwatch.yaml stands
 * @throws {ConfigError} CONFIG_MISSING if there is none; CONFIG_INVALID with every fault of every file, one a line
 */
export async function loadConfig(directory: string): Promise<Config> {
  const path = join(directory, 'planwatch.yaml');
  const bytes = await readFile(path).catch((cause) => {
    throw new ConfigError(
      'CONFIG_MISSING',
      `There is no readable ${path}. Run "planwatch init" to make one, or name its folder with --config.`,
      { cause },
    );
  });
  const config = readFileText('planwatch.yaml', bytes, configSchema);
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

/** Read a file's bytes as YAML. A file in GBK, as Windows editors save it, would become names full of U+FFFD. */
function readFileText<T>(file: string, bytes: Uint8Array, schema: z.ZodType<T>) {
  return isUtf8(bytes)
    ? readYaml(file, new TextDecoder().decode(bytes), schema)
    : { faults: [faultOf(file, 'is not in UTF-8: save it as UTF-8 in your editor.')] };
}

async function loadSources(directory: string): Promise<{ sources: Source[]; faults: Fault[] }> {
  const sources: Source[] = [];
  const faults: Fault[] = [];
  for (const name of await sourceFiles(directory, faults)) {
    const file = `sources/${name}`;
    const id = name.replace(EXTENSION, '');
    if (!ID.test(id)) faults.push(faultOf(file, BAD_ID));
    if (sources.some((source) => source.id === id))
      faults.push(faultOf(file, `is a second file of the source ${id}: remove one of them.`));
    try {
      const read = readFileText(file, await readFile(join(directory, name)), sourceSchema);
      if ('value' in read) sources.push({ id, ...read.value });
      else faults.push(...read.faults);
    } catch (error) {
      faults.push(unreadable(file, error));
    }
  }
  return { sources, faults };
}

/** Names in the folder of sources, none if it is absent; one that cannot be read is a fault and not an empty one. */
async function sourceFiles(directory: string, faults: Fault[]): Promise<string[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') faults.push(unreadable('sources', error));
    return [];
  });
  return names.filter((name) => EXTENSION.test(name)).sort();
}

function unreadable(file: string, error: unknown): Fault {
  return faultOf(file, `cannot be read (${messageOf(error)}). Check its permissions.`);
}

/** A fault of a file as a whole. */
function faultOf(file: string, message: string): Fault {
  return { file, line: 1, path: '', message };
}

function invalid(faults: readonly Fault[]): ConfigError {
  const lines = faults.map((f) => `  ${f.file}:${f.line}${f.path === '' ? '' : ` ${f.path}`}: ${f.message}`);
  const count = faults.length === 1 ? 'One fault' : `${faults.length} faults`;
  return new ConfigError('CONFIG_INVALID', `${count} in the configuration:\n${lines.join('\n')}`, { faults });
}
