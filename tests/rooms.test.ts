import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Rooms a room may import from, beside itself. What a single file may be imported for is named whole. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  crawlers: ['core'],
  pipeline: ['core'],
  store: ['core'],
  notify: ['core'],
  web: ['core', 'pipeline/diff', 'store/store.ts'],
  app: ['core', 'crawlers', 'pipeline', 'store', 'notify', 'web'],
  bench: ['core', 'crawlers', 'pipeline', 'store', 'notify', 'app'],
};

/** Files that are processes of their own: the command line, and what is started to read a stranger's file. */
const PROCESSES = ['app/cli.ts', 'app/attachments/reader-child.ts', 'app/attachments/memory-watch.ts'];
/** Every way to the process: the global, a name it is given, and the module. */
const TOUCHES_PROCESS = /\bprocess\.(?!versions\b)\w|[=(]\s*(globalThis\.)?process\b|'node:process'/;
const REAL_CLOCK = 'app/wire.ts';
/** The clock of the wall, the one of the processor, and chance. */
const READS_CLOCK =
  /\bnew Date\b(?!\([^)])|\bDate\.now\b|\bperformance\.now\b|'node:perf_hooks'|\bMath\.random\b/;

interface Line {
  readonly file: string;
  readonly number: number;
  readonly text: string;
}

function linesOf(room: string): Line[] {
  const names = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(room, name);
      return readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .map((text, i) => ({ file, number: i + 1, text }));
    });
}

/** The file a relative import names, from the root; null for packages. */
function imported({ file, text }: Line): string | null {
  const target = /(?:from|import)\s*\(?\s*'(\.[^']+)'/.exec(text)?.[1];
  return target === undefined ? null : relative(ROOT, join(ROOT, dirname(file), target));
}

function isWithin(path: string, allowed: string): boolean {
  return path === allowed || path.startsWith(`${allowed}/`);
}

const at = ({ file, number, text }: Line) => `${file}:${number}: ${text.trim()}`;
const isComment = ({ text }: Line) => /^\s*(\*|\/\/|\/\*)/.test(text);

describe('what the rules look for', () => {
  it.each([
    ["import { env } from 'node:process';", TOUCHES_PROCESS],
    ['const { env } = process;', TOUCHES_PROCESS],
    ['const { pid } = globalThis.process;', TOUCHES_PROCESS],
    ['process.exit(1);', TOUCHES_PROCESS],
    ['const now = new Date;', READS_CLOCK],
    ['const now = new Date();', READS_CLOCK],
    ['const order = Math.random() - 0.5;', READS_CLOCK],
    ['const start = performance.now();', READS_CLOCK],
  ])('finds %s', (text, rule) => {
    expect(rule.test(text)).toBe(true);
  });

  it.each([
    ['const day = new Date(published);', READS_CLOCK],
    ['export function process(page: Page) {', TOUCHES_PROCESS],
  ])('lets %s be', (text, rule) => {
    expect(rule.test(text)).toBe(false);
  });
});

describe('the rooms', () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`lets ${room}/ import only from ${allowed.join(', ') || 'packages'}`, () => {
      const offending = linesOf(room).filter((line) => {
        const path = imported(line);
        return path !== null && ![room, ...allowed].some((place) => isWithin(path, place));
      });
      expect(offending.map(at)).toEqual([]);
    });
  }

  it('lets web/ have the store only as a type', () => {
    const offending = linesOf('web').filter(
      (line) => imported(line) === 'store/store.ts' && !/import type/.test(line.text),
    );
    expect(offending.map(at)).toEqual([]);
  });

  it('lets only what is a process of its own touch it', () => {
    const offending = Object.keys(MAY_IMPORT)
      .filter((room) => room !== 'bench')
      .flatMap(linesOf)
      .filter(
        (line) => !PROCESSES.includes(line.file) && !isComment(line) && TOUCHES_PROCESS.test(line.text),
      );
    expect(offending.map(at)).toEqual([]);
  });

  it('lets only the composition root read the real clock and throw dice', () => {
    const offending = Object.keys(MAY_IMPORT)
      .filter((room) => room !== 'bench')
      .flatMap(linesOf)
      .filter((line) => !isComment(line) && READS_CLOCK.test(line.text))
      .filter((line) => line.file !== REAL_CLOCK);
    expect(offending.map(at)).toEqual([]);
  });

  it('keeps pipeline/ away from files, sockets and timers', () => {
    const effects =
      /from 'node:(fs|net|http|https|dns|child_process|timers|worker_threads)|\bfetch\(|\bset(Timeout|Interval|Immediate)\(/;
    expect(
      linesOf('pipeline')
        .filter((line) => effects.test(line.text) && !isComment(line))
        .map(at),
    ).toEqual([]);
  });

  it('names no file outside the project', () => {
    const rooms = [...Object.keys(MAY_IMPORT)].flatMap(linesOf);
    expect(rooms.filter((line) => /\/(work|home|root)\//.test(line.text)).map(at)).toEqual([]);
  });
});
