import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { type AppError, ConfigError, codeOf, messageOf } from '../core/errors.ts';
import { type Io, print } from './io.ts';

/**
 * Answer a stream of JSON lines: one object in, one object out, in the same order, nothing else on stdout.
 *
 * A line that cannot be read, or that `handle` throws at, is answered `{id, error: {code, message}}` and the
 * run goes on: one bad page among ten thousand must not cost the other 9,999.
 *
 * @param schema what a line must be; `id` is passed through
 * @param handle the answer without its id
 */
export async function answerLines<T extends { id?: unknown }>(
  io: Io,
  schema: z.ZodType<T>,
  handle: (record: T) => object | Promise<object>,
): Promise<void> {
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') await print(io, `${JSON.stringify(await answer(line, schema, handle))}\n`);
  }
}

async function answer<T extends { id?: unknown }>(
  line: string,
  schema: z.ZodType<T>,
  handle: (record: T) => object | Promise<object>,
): Promise<object> {
  let id: unknown = null;
  try {
    const raw: unknown = parseLine(line);
    if (typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'id')) id = Reflect.get(raw, 'id');
    const record = schema.safeParse(raw);
    if (!record.success)
      throw badLine(record.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    return { id, ...(await handle(record.data)) };
  } catch (error) {
    return { id, error: { code: codeOf(error), message: messageOf(error) } };
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw badLine(`not JSON: ${messageOf(cause)}`);
  }
}

function badLine(why: string): AppError {
  return new ConfigError('BAD_LINE', `This line cannot be read (${why}). Write one JSON object a line.`);
}
