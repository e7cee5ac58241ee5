import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Name and version, as package.json has them. */
export const PRODUCT = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));
