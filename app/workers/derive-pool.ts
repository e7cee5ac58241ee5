import { extname } from 'node:path';
import { ExtractError } from '../../core/errors.ts';
import type { ExtractRules } from '../../core/source.ts';
import type { FileText } from '../attachments/attach-files.ts';
import { type Derived, derive } from '../jobs/page/derive.ts';
import { workerPool } from './worker-pool.ts';

/**
 * Bytes to article to plan, see app/jobs/page/derive.ts, wherever it runs.
 *
 * @param body given away: it may be empty for the caller afterwards
 * @throws {ExtractError} if the bytes cannot be turned into an article, or not in time, or not in memory
 */
export type Derive = (...task: Parameters<typeof derive>) => Promise<Derived>;

/** {@link Derive} that can be ended. */
export interface DerivePool {
  readonly derive: Derive;
  /** Start a thread that will be needed: loading what it runs takes it half a second. */
  readonly warmUp: () => void;
  readonly close: () => Promise<void>;
}

/** What travels to a thread. */
export interface DeriveTask {
  readonly body: Uint8Array;
  readonly page: Parameters<typeof derive>[1];
  readonly rules: ExtractRules;
  readonly region: string | null;
  readonly files: readonly FileText[];
}

/** What comes back; a code of null is a bug of ours. */
export type DeriveAnswer =
  | { readonly derived: Derived }
  | { readonly failed: { readonly code: string | null; readonly message: string } };

/** One page may take so long; real ones take hundredths of a second. */
const TIMEOUT_MS = 60_000;
/** Megabytes a thread may hold; a page of crawl.maxBytes takes about half of it, a usual one a tenth. */
const HEAP_MB = 512;

/** {@link Derive} in threads of their own, so many at once. */
export function derivePool(size: number): DerivePool {
  // A worker's file is named as this one is: .ts as written, .js as built.
  const file = new URL(`./derive-worker${extname(import.meta.url)}`, import.meta.url);
  const pool = workerPool<DeriveTask, DeriveAnswer>(file, { size, timeoutMs: TIMEOUT_MS, heapMb: HEAP_MB });
  return {
    derive: async (given, page, rules, region, files = []) => {
      const body = movable(given);
      const answer = await pool.run({ body, page, rules, region, files }, [body.buffer]);
      if ('derived' in answer) return answer.derived;
      const { code, message } = answer.failed;
      throw code === null ? new Error(message) : new ExtractError(code, message);
    },
    warmUp: pool.warmUp,
    close: pool.close,
  };
}

/** {@link Derive} in the thread that asks: for tests and for a page or two. */
export const inlineDerive: DerivePool = {
  derive: async (...task) => derive(...task),
  warmUp: () => {},
  close: async () => {},
};

/** Bytes that can move to a thread: those that share a buffer with others (small ones, of Node's pool) as a copy. */
function movable(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = body;
  return buffer instanceof ArrayBuffer && buffer.byteLength === body.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(body);
}
