import color from 'picocolors';
import type { Log, LogFields } from '../../core/log.ts';
import type { Io } from '../io.ts';

/** A log for a person at a terminal: only what asks for attention, a line each. The rest is progress. */
export function humanLog(io: Io): Log {
  return (level, event, fields) => {
    if (level === 'debug' || level === 'info') return;
    const mark = level === 'error' ? color.red('error') : color.yellow('warning');
    io.stderr.write(`\r\x1b[K${mark} ${event} ${describe(fields)}\n`);
  };
}

function describe(fields: LogFields = {}): string {
  const { source, code, message, ...rest } = fields;
  const words = [source, code, message].filter((word) => word !== undefined).map(String);
  return words.length > 0 ? words.join(' ') : JSON.stringify(rest);
}
