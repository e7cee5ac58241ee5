import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Visit } from './visit.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const seq = z.coerce.number().int().min(1).max(1_000_000);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const year = z.coerce.number().int().min(1900).max(2200);
const words = z.string().trim().max(100);

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HTTPException(400);
  return parsed.data;
}

/**
 * What a request asks for, parsed; nothing else reads addresses.
 *
 * @throws {HTTPException} 400 if it cannot be read
 */
export const asked = {
  id: (visit: Visit, name = 'id'): string => parse(id, visit.params[name]),
  seq: (visit: Visit): number => parse(seq, visit.params.seq),
  /** `3..4` of a diff. */
  range: (visit: Visit): { before: number; after: number } => {
    const [before, after, ...rest] = (visit.params.range ?? '').split('..');
    if (rest.length > 0) throw new HTTPException(400);
    return { before: parse(seq, before), after: parse(seq, after) };
  },
  /** From 1. */
  page: (visit: Visit): number => parse(page, visit.url.searchParams.get('page') ?? undefined),
  /** A year, undefined where none is asked for. */
  year: (visit: Visit): number | undefined => {
    const value = visit.url.searchParams.get('year');
    return value === null || value === '' ? undefined : parse(year, value);
  },
  /** A filter by words, undefined where it is not set. */
  words: (visit: Visit, name: string): string | undefined =>
    parse(words, visit.url.searchParams.get(name) ?? '') || undefined,
  /** A filter with known values; unknown ones are faults, not silently everything. */
  choice: <T extends string>(visit: Visit, name: string, values: readonly T[]): T | undefined => {
    const value = visit.url.searchParams.get(name);
    if (value === null || value === '') return undefined;
    const known = values.find((choice) => choice === value);
    if (known === undefined) throw new HTTPException(400);
    return known;
  },
};
