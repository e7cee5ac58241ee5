import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { ExtractError, messageOf } from '../../core/errors.ts';
import { keepHeapYoung } from './young-heap.ts';

/** What one task may cost, and how many run at once. */
export interface WorkerLimits {
  /** Threads at most; each starts when it is first needed. Minimum 1. */
  readonly size: number;
  /** Milliseconds one task may take, the start of its thread included. */
  readonly timeoutMs: number;
  /** Megabytes of heap a thread may hold. */
  readonly heapMb: number;
}

/** Threads that do one kind of work. */
export interface WorkerPool<Task, Answer> {
  /**
   * Do a task on the next free thread; tasks wait their turn in order.
   *
   * @param transfer buffers of the task that move to the thread instead of being copied: the caller's are empty then
   * @throws {ExtractError} WORKER_TIMEOUT, WORKER_MEMORY, WORKER_CRASHED: this task alone failed, its thread is replaced
   */
  readonly run: (task: Task, transfer?: readonly ArrayBuffer[]) => Promise<Answer>;
  /** Start a thread, if there is none, for tasks that are about to come. */
  readonly warmUp: () => void;
  /** End all threads, at once. */
  readonly close: () => Promise<void>;
}

/**
 * Megabytes for what has just been made in a thread: above it, what dies young is cleared. The default would be 48; a third of
 * this is filled, which three pages do.
 */
const YOUNG_MB = 24;

/** What a heap may grow by before it is gone through: at 40 a crawl of 20,000 pages holds 355 MB, at 34 and 30 it holds 335, and 30 takes more time. */
const GROWING_PERCENT = 34;

/**
 * Make a pool of threads that all run one file: it answers each message with one message, in order.
 *
 * Plain worker_threads, since the libraries for it time a task from when it is queued, or not at all: a queue would then
 * look like a hostile page (docs/decisions/0014-the-reader-runs-in-threads.md).
 */
export function workerPool<Task, Answer>(file: URL, limits: WorkerLimits): WorkerPool<Task, Answer> {
  const alive = new Set<Worker>();
  const idle = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];
  // Each heap is gone through once it has grown by so much, the main thread's too: by itself it doubled in 700 pages, and 60 MB of
  // read pieces of bodies waited beside it, which are not freed with what dies young. Said here, before lists are read: what a
  // heap may grow to is settled when it has been gone through, and holds until it is again.
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);

  const start = (): Worker => {
    // The main thread may have been started with less, which would hold for its threads too.
    setFlagsFromString(`--max-semi-space-size=${YOUNG_MB / 3}`);
    keepHeapYoung();
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    alive.add(worker);
    // Who waits for an answer hears of its end; of a thread that ends in its sleep nobody need.
    worker.on('error', () => {});
    worker.on('exit', () => {
      alive.delete(worker);
      idle.delete(worker);
    });
    return worker;
  };
  const free = (): Worker | Promise<Worker> => {
    const [worker] = idle;
    if (worker === undefined)
      return alive.size < limits.size ? start() : new Promise((resolve) => waiting.push(resolve));
    idle.delete(worker);
    return worker;
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next === undefined) idle.add(worker);
    else next(worker);
  };
  const replace = (worker: Worker): void => {
    alive.delete(worker);
    worker.terminate();
    const next = waiting.shift();
    if (next !== undefined) next(start());
  };

  return {
    run: async (task, transfer = []) => {
      const worker = await free();
      try {
        const answer = await ask<Task, Answer>(worker, task, transfer, limits);
        giveBack(worker);
        return answer;
      } catch (error) {
        replace(worker);
        throw error;
      }
    },
    warmUp: () => {
      if (alive.size === 0) idle.add(start());
    },
    close: async () => {
      await Promise.all([...alive].map((worker) => worker.terminate()));
    },
  };
}

/** Hand a task to a thread and wait for its answer, its end, or the end of its time. */
function ask<Task, Answer>(
  worker: Worker,
  task: Task,
  transfer: readonly ArrayBuffer[],
  { timeoutMs, heapMb }: WorkerLimits,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const fail = (cause: unknown) => settle(() => reject(died(cause, heapMb)));
    const ended = () => fail(new Error('its thread ended'));
    const answered = (answer: Answer) => settle(() => resolve(answer));
    const timer = setTimeout(() => settle(() => reject(tooSlow(timeoutMs))), timeoutMs);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', fail).off('exit', ended);
      how();
    };
    worker.on('message', answered).on('error', fail).on('exit', ended);
    try {
      worker.postMessage(task, transfer);
    } catch (cause) {
      fail(cause);
    }
  });
}

function tooSlow(timeoutMs: number): ExtractError {
  return new ExtractError(
    'WORKER_TIMEOUT',
    `Reading took more than ${timeoutMs / 1000} s and was stopped. Exclude this address if it is no article; else report it.`,
    { timeoutMs },
  );
}

function died(cause: unknown, heapMb: number): ExtractError {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ExtractError(
      'WORKER_MEMORY',
      `Reading took more than ${heapMb} MB and was stopped. Exclude this address if it is no article; else report it.`,
      { cause, heapMb },
    );
  }
  return new ExtractError('WORKER_CRASHED', `Reading broke off (${messageOf(cause)}). Report this address.`, {
    cause,
  });
}
