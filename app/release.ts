import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT } from './product.ts';

/** The rooms whose code decides what is fetched and what is read out of it. */
const ROOMS = ['core', 'crawlers', 'pipeline'] as const;

/**
 * Which state of our program this is: version, and a hash of the code that fetches and reads.
 *
 * The version alone would not tell two checkouts apart, and it is what changed between two runs that is to blame when
 * sources break that did not change.
 */
export function readRelease(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const folder = join(import.meta.dirname, '..', room);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
    for (const name of names.filter((one) => /\.[jt]s$/.test(one) && !one.endsWith('.d.ts')))
      hash.update(name).update(readFileSync(join(folder, name)));
  }
  return `${PRODUCT.version}+${hash.digest('hex').slice(0, 8)}`;
}
