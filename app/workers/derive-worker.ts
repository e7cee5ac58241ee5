import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { AppError, messageOf } from '../../core/errors.ts';
import type { DeriveAnswer, DeriveTask } from './derive-pool.ts';

// A thread starts in half the time and with less memory; whatever is to be cached must be imported after this.
enableCompileCache();
const { derive } = await import('../jobs/page/derive.ts');

/** A thread that reads pages: see derive-pool.ts. Errors lose their class on the way, so they travel as code and message. */
parentPort?.on('message', (task: DeriveTask) => parentPort?.postMessage(answer(task)));

function answer({ body, page, rules, region, files }: DeriveTask): DeriveAnswer {
  try {
    return { derived: derive(body, page, rules, region, files) };
  } catch (error) {
    return { failed: { code: error instanceof AppError ? error.code : null, message: messageOf(error) } };
  } finally {
    // Freed at once: bytes that wait for the collector make it go through the whole heap every twenty pages.
    if (body.buffer instanceof ArrayBuffer) body.buffer.transfer(0);
  }
}
