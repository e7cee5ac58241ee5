import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { ExtractError, messageOf } from '../../core/errors.ts';
import { readDocument } from '../../pipeline/documents/read-document.ts';

/**
 * The process that reads one file, started by document-reader.ts: it gets the bytes, answers with text or fault, and
 * ends. Whatever the file does to it, it does to it alone.
 */
const [maxBytes] = process.argv.slice(2).map(Number);

// Heap limits do not count buffers. The thread goes on while the reader is busy.
new Worker(new URL(`./memory-watch${extname(import.meta.url)}`, import.meta.url), {
  workerData: maxBytes,
}).unref();

process.once('message', async (message: unknown) => {
  process.send?.(await answer(z.instanceof(Uint8Array).parse(message)), () => process.disconnect());
});

async function answer(bytes: Uint8Array): Promise<object> {
  try {
    return { document: await readDocument(bytes) };
  } catch (error) {
    if (error instanceof ExtractError) return { fault: { code: error.code, message: error.message } };
    const message = `the file cannot be read (${messageOf(error).slice(0, 200)}). Open it; if it opens, report this.`;
    return { fault: { code: 'ATTACHMENT_UNREADABLE', message } };
  }
}
