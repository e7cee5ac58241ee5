import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { ExtractError, messageOf } from '../../core/errors.ts';
import { keepHeapYoung } from './young-heap.ts';

/** What one task may cost. */
export interface TaskLimits {
  /** Milliseconds one task may take, the start of its thread included. */
  readonly timeoutMs: number;
  /** Megabytes of heap a thread may hold. */
  readonly heapMb: number;
}

/** A task, and who waits for its answer. */
export interface Asked<Task, Answer> {
  readonly task: Task;
  /** Buffers of the task that its thread may have: whoever asks gave them away. */
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: ExtractError) => void;
}

/** A thread with the tasks that it has in hand. */
export interface Thread<Task, Answer> {
  readonly inHand: () => number;
  readonly give: (asked: Asked<Task, Answer>) => void;
  readonly terminate: () => Promise<unknown>;
}

/** Tasks a thread may have in hand: it would idle until the thread that asks, which has much else to do, takes its answer and has the next. */
export const MOST_IN_HAND = 2;

/**
 * Megabytes for what has just been made in a thread: above it, what dies young is cleared. The default would be 48; a third of
 * this is filled, which three pages do.
 */
const YOUNG_MB = 24;

/**
 * Start a thread that runs a file, which answers each message with one message, in order.
 *
 * @param on answered: it has room for another task; ended: it is no more, with the tasks that it had not begun
 */
export function startThread<Task, Answer>(
  file: URL,
  { timeoutMs, heapMb }: TaskLimits,
  on: { readonly answered: () => void; readonly ended: (left: readonly Asked<Task, Answer>[]) => void },
): Thread<Task, Answer> {
  // The main thread may have been started with less, which would hold for its threads too.
  setFlagsFromString(`--max-semi-space-size=${YOUNG_MB / 3}`);
  keepHeapYoung();
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const inHand: Asked<Task, Answer>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  /** The first in hand fails by it; whatever else is in hand is not to blame. */
  const end = (fault: ExtractError) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    worker.terminate();
    const [first, ...left] = inHand;
    first?.reject(fault);
    on.ended(left);
  };
  const begin = () => {
    clearTimeout(timer);
    if (inHand.length > 0) timer = setTimeout(() => end(tooSlow(timeoutMs)), timeoutMs);
  };
  worker.on('message', (answer: Answer) => {
    inHand.shift()?.resolve(answer);
    // What is begun is not asked of another thread any more.
    for (const buffer of inHand[0]?.transfer ?? []) buffer.transfer(0);
    begin();
    on.answered();
  });
  worker.on('error', (cause) => end(died(cause, heapMb)));
  worker.on('exit', () => end(died(new Error('its thread ended'), heapMb)));
  return {
    inHand: () => inHand.length,
    give: (asked) => {
      try {
        // A copy, where another thread may have to do it: this one may end before.
        worker.postMessage(asked.task, inHand.length === 0 ? asked.transfer : []);
      } catch (cause) {
        return asked.reject(died(cause, heapMb));
      }
      inHand.push(asked);
      if (inHand.length === 1) begin();
    },
    terminate: () => worker.terminate(),
  };
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
