import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const BENCH = join(import.meta.dirname, '../../bench/kill.ts');

/** The bench does it with 1,000 pages and 20 kills; here it is as small as still finds a crawl in the middle. */
it('ends a crawl that was killed hard, again and again, with the archive of one that was not', {
  timeout: 240_000,
}, async () => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', BENCH, '30', '4']);
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([0, expect.stringContaining('the archive is the same')]);
});
