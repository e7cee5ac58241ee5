#!/usr/bin/env node
import module from 'node:module';
import type { Io } from './io.ts';
import { keepHeapYoung } from './workers/young-heap.ts';

// Before anything is read that an older one cannot read.
const NODE = 24;
if (Number.parseInt(process.versions.node, 10) < NODE) {
  process.stderr.write(
    `planwatch: NODE_TOO_OLD: It needs Node ${NODE} or later; this is ${process.versions.node}. From a clone, "npm run -s planwatch" brings its own.\n`,
  );
  process.exit(2);
}

keepHeapYoung();
// Halves the time to start; whatever is to be cached must be imported after this.
module.enableCompileCache();
const { runProgram } = await import('./program.ts');

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  interactive: process.stderr.isTTY === true,
  columns: process.stdout.columns || 100, // some terminals say 0
  pid: process.pid,
  isAlive: (pid) => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      // Not permitted to signal it: it is there.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
  onStop: (stop) => {
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  },
};

// A closed pipe (`planwatch search … | head`) is the reader's choice, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), io);
