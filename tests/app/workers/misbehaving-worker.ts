import { parentPort } from 'node:worker_threads';

/** A thread that does what it is told, good or bad. */
parentPort?.on('message', ({ text, kept }: { text: string; kept: unknown[] }) => {
  if (text === 'loop') for (;;);
  if (text === 'crash') throw new Error('on purpose');
  if (text === 'exit') process.exit(3);
  if (text === 'hog') for (;;) kept.push(new Array(1e5).fill(0).map(() => ({})));
  const bytes = kept.filter((one) => one instanceof Uint8Array);
  parentPort?.postMessage(text.toUpperCase() + bytes.map(({ length }) => ` ${length}`).join(''));
});
