/** What an {@link AppError} carries beside its code and message. */
export interface ErrorDetails {
  /** The error underneath, kept for logs; never shown to readers. */
  readonly cause?: unknown;
  /** True when the same call may succeed later (time-out, 503, busy database). Default false. */
  readonly retryable?: boolean;
  /** Facts for the operator: url, status, file, line. Values are plain data. */
  readonly [fact: string]: unknown;
}

/**
 * The base of every expected fault.
 *
 * Code decides on `code`, never on message text: messages are for operators, say what to do, and may be reworded.
 */
export class AppError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    const { cause, retryable, ...facts } = details;
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = retryable ?? false;
    this.details = facts;
  }
}

/** A page could not be fetched: network, limits, robots, guard. Recorded against the source; the run goes on. */
export class FetchError extends AppError {}
/** A fetched page could not be turned into an article. Recorded against the source; the run goes on. */
export class ExtractError extends AppError {}
/** A text could not be read as a plan, or two plans cannot be compared. */
export class PlanError extends AppError {}
/** The database refused: missing, locked, unwritable, of another schema. Stops the run. */
export class StoreError extends AppError {}
/** A mail could not be composed or handed over. The outbox keeps it. */
export class NotifyError extends AppError {}
/** Configuration or command line is wrong. Exit code 2. */
export class ConfigError extends AppError {}

/** The stable code of anything thrown; `INTERNAL` for what is not an {@link AppError}, that is, for our bugs. */
export function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'INTERNAL';
}

/** The message of anything thrown, on one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}
