import type { Readable, Writable } from 'node:stream';

/** The process as commands see it. app/cli.ts hands the real one in; tests hand in their own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether stderr is a terminal, so that progress may be drawn. */
  readonly interactive: boolean;
  /** Width of the terminal in columns; 100 where there is none. */
  readonly columns: number;
  readonly pid: number;
  /** Whether a process of this machine is alive. */
  readonly isAlive: (pid: number) => boolean;
  /** Calls back once, at the first SIGTERM or SIGINT. */
  readonly onStop: (stop: () => void) => void;
}

/** Write text to stdout and wait until the pipe takes it, so that a slow reader bounds our memory. */
export function print(io: Pick<Io, 'stdout'>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    io.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
