import { setFlagsFromString } from 'node:v8';
import { type Asked, MOST_IN_HAND, startThread, type TaskLimits, type Thread } from './thread.ts';

/** What one task may cost, and how many threads there are. */
export interface WorkerLimits extends TaskLimits {
  /** Threads at most; each starts when it is first needed. Minimum 1. */
  readonly size: number;
}

/** Threads that do one kind of work. */
export interface WorkerPool<Task, Answer> {
  /**
   * Do a task on the next free thread; tasks wait their turn in order.
   *
   * @param transfer buffers of the task that are given away: the caller's are empty some time later
   * @throws {ExtractError} WORKER_TIMEOUT, WORKER_MEMORY, WORKER_CRASHED: this task alone failed, its thread is replaced
   */
  readonly run: (task: Task, transfer?: readonly ArrayBuffer[]) => Promise<Answer>;
  /** Start a thread, if there is none, for tasks that are about to come. */
  readonly warmUp: () => void;
  /** End all threads, at once. What is still to be done is done no more. */
  readonly close: () => Promise<void>;
}

/** What a heap may grow by before it is gone through: half of this saves 10 MB more and costs twice as many goings through. */
const GROWING_PERCENT = 40;

/**
 * Make a pool of threads that all run one file: it answers each message with one message, in order.
 *
 * Plain worker_threads, since the libraries for it time a task from when it is queued, or not at all: a queue would then
 * look like a hostile page (docs/decisions/0014-the-reader-runs-in-threads.md).
 */
export function workerPool<Task, Answer>(file: URL, limits: WorkerLimits): WorkerPool<Task, Answer> {
  const threads = new Set<Thread<Task, Answer>>();
  const waiting: Asked<Task, Answer>[] = [];
  let isClosed = false;
  // Each heap is gone through once it has grown by so much, the main thread's too: by itself it doubled in 700 pages, and 60 MB of
  // read pieces of bodies waited beside it, which are not freed with what dies young. Said here, before lists are read: what a
  // heap may grow to is settled when it has been gone through, and holds until it is again.
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);

  const start = (): Thread<Task, Answer> => {
    const thread = startThread<Task, Answer>(file, limits, {
      answered: handOut,
      ended: (left) => {
        threads.delete(thread);
        waiting.unshift(...left);
        handOut();
      },
    });
    threads.add(thread);
    return thread;
  };
  const roomiest = (): Thread<Task, Answer> | null => {
    const [least] = [...threads].sort((a, b) => a.inHand() - b.inHand());
    if (least?.inHand() === 0) return least;
    if (threads.size < limits.size) return start();
    return least !== undefined && least.inHand() < MOST_IN_HAND ? least : null;
  };
  const handOut = (): void => {
    for (let asked = waiting[0]; asked !== undefined && !isClosed; asked = waiting[0]) {
      const thread = roomiest();
      if (thread === null) return;
      waiting.shift();
      thread.give(asked);
    }
  };

  return {
    run: (task, transfer = []) =>
      new Promise<Answer>((resolve, reject) => {
        waiting.push({ task, transfer, resolve, reject });
        handOut();
      }),
    warmUp: () => {
      if (threads.size === 0) start();
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
