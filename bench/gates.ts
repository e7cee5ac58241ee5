import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The quality gates: the scorers of ../shared/eval, run on the command line as it is, against the levels reached.
 * Levels are raised as the code gets better, never lowered. Without ../shared they say so and pass.
 */
const ROOT = join(import.meta.dirname, '..');
const EVAL = join(ROOT, '../shared/eval');

const levels = z
  .record(z.string(), z.record(z.string(), z.union([z.number(), z.object({ atMost: z.number() })])))
  .parse(JSON.parse(readFileSync(join(ROOT, 'bench/levels.json'), 'utf8')));

function score(suite: string): unknown {
  const run = spawnSync('node', [join(EVAL, suite, 'score.mjs'), '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0)
    throw new Error(`${suite}: the scorer ended with ${run.status}\n${run.stderr.slice(-2000)}`);
  return JSON.parse(run.stdout);
}

/** `a.b c.d` of `{a: {'b c': {d: 1}}}`. */
function valueAt(scores: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      scores,
    );
}

function judge(suite: string): boolean {
  const scores = score(suite);
  const verdicts = Object.entries(levels[suite] ?? {}).map(([path, level]) => {
    const value = valueAt(scores, path);
    const bound = typeof level === 'number' ? `at least ${level}` : `at most ${level.atMost}`;
    const holds =
      typeof value === 'number' && (typeof level === 'number' ? value >= level : value <= level.atMost);
    const shown = typeof value === 'number' ? Number(value.toFixed(4)) : 'nothing';
    process.stdout.write(`gate: ${suite} ${path} is ${shown}, ${bound}: ${holds ? 'passed' : 'failed'}\n`);
    return holds;
  });
  return verdicts.every(Boolean);
}

if (!existsSync(EVAL)) {
  process.stdout.write('skipped: the quality gates, since ../shared/eval is not beside the project\n');
} else {
  const verdicts = Object.keys(levels).map(judge);
  process.exitCode = verdicts.every(Boolean) ? 0 : 1;
}
