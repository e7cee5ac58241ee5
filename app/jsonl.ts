import { z } from 'zod';
import { type AppError, ConfigError, codeOf, messageOf } from '../core/errors.ts';
import { type Io, print } from './io.ts';
import { readLines } from './read-lines.ts';

/** Longest line that is read: a page of the largest size that crawling takes fits several times. */
const MOST_BYTES = 256_000_000;

/** Bytes as the contract writes them. Node decodes whatever it gets, so that a page sent as it is would read as noise. */
export const base64 = z.string().refine((text) => !/[^\w+/=\s-]/.test(text), 'is not base64');

/**
 * Answer a stream of JSON lines: one object in, one object out, in the same order, nothing else on stdout.
 *
 * A line that cannot be read, or that `handle` throws at, is answered `{id, error: {code, message}}` and the
 * run goes on: one bad page among ten thousand must not cost the other 9,999. Empty lines are passed over.
 *
 * @param schema what a line must be; `id` is passed through
 * @param handle the answer without its id
 */
export async function answerLines<T extends { id?: unknown }>(
  io: Pick<Io, 'stdin' | 'stdout'>,
  schema: z.ZodType<T>,
  handle: (record: T) => object | Promise<object>,
  mostBytes = MOST_BYTES,
): Promise<void> {
  for await (const line of readLines(io.stdin, mostBytes)) {
    if (line === null)
      await print(io, written(faultOf(null, badLine(`it is longer than ${mostBytes} bytes`))));
    else if (line.trim() !== '') await print(io, written(await answer(line, schema, handle)));
  }
}

/**
 * Refuse a file beside `--jsonl`, which would be passed over while the command waits at the keyboard.
 *
 * @throws {ConfigError} JSONL_STDIN
 */
export function refuseFile(file: string | undefined): void {
  if (file === undefined) return;
  throw new ConfigError('JSONL_STDIN', `--jsonl reads stdin and takes no file: write --jsonl < ${file}`);
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
    if (!record.success) throw badLine([...new Set(record.error.issues.map(inWords))].join('; '));
    return { id, ...(await handle(record.data)) };
  } catch (error) {
    return faultOf(id, error);
  }
}

/** An answer as a line. Values nested deeper than the stack can be read but not written, and only the id is not ours. */
function written(value: object): string {
  try {
    return `${JSON.stringify(value)}\n`;
  } catch {
    return `${JSON.stringify(faultOf(null, badLine('its id is nested too deeply')))}\n`;
  }
}

function faultOf(id: unknown, error: unknown): object {
  return { id, error: { code: codeOf(error), message: messageOf(error) } };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw badLine(`not JSON: ${messageOf(cause)}`);
  }
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  const field = path.join('.');
  if (/received undefined$/.test(message)) return `${field} is missing`;
  const wrong = message.replace(/^Invalid input: /, '');
  return [field, wrong].filter((part) => part !== '').join(': ');
}

function badLine(why: string): AppError {
  return new ConfigError('BAD_LINE', `This line cannot be read (${why}). Write one JSON object a line.`);
}
