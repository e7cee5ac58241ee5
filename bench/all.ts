import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every bench of this folder but the one that only passes or fails, one after another, each in a process of its own so that none warms up another. */
const NOT_BENCHES = new Set(['all.ts', 'gates.ts', 'kill.ts']);
const HERE = import.meta.dirname;

for (const name of readdirSync(HERE).filter((file) => file.endsWith('.ts') && !NOT_BENCHES.has(file))) {
  process.stdout.write(`\n${name}\n`);
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(HERE, name)], {
    stdio: 'inherit',
  });
  if (run.status !== 0) process.exitCode = 1;
}
