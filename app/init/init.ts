import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, messageOf } from '../../core/errors.ts';
import { configSchema, sourceSchema } from '../config/schema.ts';

const HERE = import.meta.dirname;

/**
 * Make a new installation: commented settings, a starter set of sources, and JSON Schemas for editors.
 *
 * What is there already is left as it is, so it can be run again after an upgrade for new starter sources.
 *
 * @returns paths written and paths left, relative to the folder
 * @throws {ConfigError} INIT_UNWRITABLE
 */
export async function initFolder(directory: string): Promise<{ written: string[]; left: string[] }> {
  const written: string[] = [];
  const left: string[] = [];
  const keep = async (path: string, write: (to: string) => Promise<unknown>) => {
    await write(join(directory, path)).then(
      () => written.push(path),
      (error: unknown) => (isThere(error) ? left.push(path) : Promise.reject(error)),
    );
  };
  try {
    await mkdir(join(directory, 'sources'), { recursive: true });
    await mkdir(join(directory, 'schema'), { recursive: true });
    await keep('planwatch.yaml', (to) => copyFile(join(HERE, 'planwatch.yaml'), to, 1));
    for (const name of (await readdir(join(HERE, 'starter'))).sort()) {
      await keep(`sources/${name}`, (to) => copyFile(join(HERE, 'starter', name), to, 1));
    }
    for (const [name, schema] of [
      ['planwatch', configSchema],
      ['source', sourceSchema],
    ] as const) {
      const path = `schema/${name}.schema.json`;
      await writeFile(join(directory, path), jsonSchema(schema));
      written.push(path);
    }
    return { written, left };
  } catch (cause) {
    throw new ConfigError(
      'INIT_UNWRITABLE',
      `Cannot write to ${directory} (${messageOf(cause)}). Choose another folder, or mend its permissions.`,
      { cause },
    );
  }
}

/** A JSON Schema (draft 2020-12) of what an operator writes, for completion and checks in editors. */
export function jsonSchema(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
