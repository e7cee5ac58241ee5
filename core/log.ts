export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

/** One call is one line. Events are `noun.verb`, such as `page.fetched`. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** A log that writes one JSON object a line: time, level, event, then the fields. */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  return (level, event, fields) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
}

/** A log that says nothing. */
export const silentLog: Log = () => {};
