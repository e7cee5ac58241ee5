import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process came to. */
export interface Measured {
  readonly done: number;
  readonly seconds: number;
  /** Processor time of all its threads, its start included. */
  readonly cpuSeconds: number;
  /** The most memory it ever had resident. */
  readonly rssMb: number;
}

const LOOK_MS = 50;
const TICKS_A_SECOND = 100;

/**
 * Run a process to its end and measure it by what Linux keeps of it.
 *
 * @param cwd the folder it may write to
 * @param env what its environment has beside ours
 * @param read how what it printed tells the pages done and the seconds they took
 * @returns null if the program is not there, or says that what it needs is not
 */
export async function measure(
  program: string,
  args: readonly string[],
  {
    cwd,
    env = {},
    read,
  }: {
    cwd: string;
    env?: Readonly<Record<string, string>>;
    read: (printed: { stdout: string; stderr: string }) => { done: number; seconds: number };
  },
): Promise<Measured | null> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  let last = { cpuSeconds: 0, rssMb: 0 };
  const timer = setInterval(() => {
    last = lookAt(child.pid) ?? last;
  }, LOOK_MS);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearInterval(timer);
  return code === 0 ? { ...read(printed), ...last } : null;
}

function lookAt(pid: number | undefined): Pick<Measured, 'cpuSeconds' | 'rssMb'> | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peak === undefined) return null;
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
      rssMb: Math.round(Number(peak) / 1024),
    };
  } catch {
    return null; // it has just ended
  }
}
