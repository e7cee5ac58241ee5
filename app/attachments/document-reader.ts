import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import PQueue from 'p-queue';
import { z } from 'zod';
import { AppError, ExtractError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import { DOCUMENT_KINDS, type DocumentText } from '../../pipeline/documents/document.ts';

/** What reading one file may cost. */
export interface ReadingLimits {
  /** Milliseconds from start to answer. */
  readonly timeoutMs: number;
  /** Megabytes of JavaScript objects. */
  readonly heapMb: number;
  /** Megabytes in all, buffers included. */
  readonly memoryMb: number;
}

/** Reads documents, each in a process of its own. */
export interface DocumentReader {
  /**
   * @throws {ExtractError} the codes of pipeline/documents; ATTACHMENT_TIMEOUT, ATTACHMENT_TOO_LARGE where it took more
   *   time or memory than it may
   */
  readonly read: (bytes: Uint8Array) => Promise<DocumentText>;
}

const USUAL: ReadingLimits = { timeoutMs: 60_000, heapMb: 512, memoryMb: 1024 };
/** Processes at once: each may take its memory. */
const AT_ONCE = 2;
/** Readings remembered: a file is read when it comes, and again when its page is settled. */
const REMEMBERED = 24;

/**
 * Make a reader of attached documents.
 *
 * Libraries for these formats are large and have had holes of every kind; a file that makes one loop, grow or crash must
 * not take a crawl with it. The child gets no environment, may write no file and start no process.
 */
export function createDocumentReader(limits: Partial<ReadingLimits> = {}): DocumentReader {
  const bounds = { ...USUAL, ...limits };
  const queue = new PQueue({ concurrency: AT_ONCE });
  const known = new Map<string, Promise<DocumentText>>();
  return {
    read: (bytes) => {
      const key = sha256(bytes);
      const before = known.get(key);
      if (before !== undefined) return before;
      const reading = queue.add(() => readApart(bytes, bounds));
      known.set(key, reading);
      for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - REMEMBERED)))
        known.delete(oldest);
      // Time is a matter of what else the machine does: that is worth another try.
      reading.catch((error: unknown) => {
        if (error instanceof AppError && error.retryable) known.delete(key);
      });
      return reading;
    },
  };
}

/** Named as this file is: .ts as written, .js as built. */
const CHILD = new URL(`./reader-child${extname(import.meta.url)}`, import.meta.url);

const fault = z.object({ code: z.string(), message: z.string() });

const block = z.object({
  kind: z.enum(['heading', 'paragraph', 'item', 'quote', 'caption', 'table', 'attachment']),
  text: z.string(),
  level: z.number().exactOptional(),
  rows: z.array(z.array(z.string())).exactOptional(),
});

/** What the child may say: it has read a stranger's file, so it is one itself. */
const answer = z.union([
  z.object({
    document: z.object({
      kind: z.enum(DOCUMENT_KINDS),
      blocks: z.array(block),
      faults: z.array(fault),
    }),
  }),
  z.object({ fault }),
]);

async function readApart(bytes: Uint8Array, limits: ReadingLimits): Promise<DocumentText> {
  const child = fork(CHILD, [String(limits.memoryMb * 1_000_000)], {
    execArgv: [
      `--max-old-space-size=${limits.heapMb}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--disable-warning=ExperimentalWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: limits.timeoutMs,
    killSignal: 'SIGTERM',
  });
  const said = answer.safeParse(await messageFrom(child, bytes, limits));
  if (!said.success) throw unreadable('its reader answered nonsense');
  if ('document' in said.data) return said.data.document;
  throw new ExtractError(said.data.fault.code, said.data.fault.message);
}

function messageFrom(child: ChildProcess, bytes: Uint8Array, limits: ReadingLimits): Promise<unknown> {
  return new Promise((done, fail) => {
    child.once('message', done);
    child.once('error', (error) => fail(unreadable(error.message)));
    child.once('exit', (code, signal) => fail(endOf(code, signal, limits)));
    // A child that died before it was told is heard of by its exit.
    child.send(bytes, () => {});
  });
}

/** What the end of a child that never answered means. */
function endOf(
  code: number | null,
  signal: string | null,
  { timeoutMs, memoryMb }: ReadingLimits,
): ExtractError {
  if (signal === 'SIGTERM')
    return new ExtractError(
      'ATTACHMENT_TIMEOUT',
      `the file was not read within ${timeoutMs / 1000} seconds. Look at it yourself.`,
      { retryable: true },
    );
  if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134)
    return new ExtractError(
      'ATTACHMENT_TOO_LARGE',
      `reading the file took more than ${memoryMb} megabytes of memory. Look at it yourself.`,
    );
  return unreadable(`its reader ended with ${signal ?? code}`);
}

function unreadable(why: string): ExtractError {
  return new ExtractError(
    'ATTACHMENT_UNREADABLE',
    `the file cannot be read (${why}). Open it; if it opens, report this.`,
  );
}
