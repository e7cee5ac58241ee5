import type { OutboxState, Store } from '../../store/store.ts';
import { withoutControls } from './table.ts';

/** Most mails of one state that are counted and named. */
const MOST = 1000;
/** Mails named one by one on the terminal. */
const SHOWN = 20;

/** A mail that does not go out, and why. */
interface StuckMail {
  readonly state: 'in doubt' | 'refused' | 'waiting';
  readonly id: string;
  readonly to: string;
  readonly code: string | null;
  readonly message: string | null;
}

/** How mail stands. Those in doubt and those refused wait for the operator; what waits goes out by itself. */
export interface MailStatus {
  readonly lastRun: string | null;
  readonly waiting: number;
  readonly inDoubt: number;
  readonly refused: number;
  readonly sent: number;
  /** In doubt, then refused, then those that failed and are tried again. */
  readonly stuck: readonly StuckMail[];
}

/** @param lastRun when mail was last sent or tried */
export async function readMailStatus(store: Store, lastRun: string | null): Promise<MailStatus> {
  const mails = (state: OutboxState) => store.outbox({ state, limit: MOST });
  const [doubt, refused, waiting] = [await mails('doubt'), await mails('refused'), await mails('waiting')];
  const stuckAs = (state: StuckMail['state'], stuck: typeof doubt): StuckMail[] =>
    stuck.map(({ id, email, errorCode, errorMessage }) => ({
      state,
      id,
      to: email.to,
      code: errorCode,
      message: errorMessage,
    }));
  return {
    lastRun,
    waiting: waiting.length,
    inDoubt: doubt.length,
    refused: refused.length,
    sent: (await mails('sent')).length,
    stuck: [
      ...stuckAs('in doubt', doubt),
      ...stuckAs('refused', refused),
      ...stuckAs(
        'waiting',
        waiting.filter(({ errorCode }) => errorCode !== null),
      ),
    ],
  };
}

/** The same for a terminal, with what to do. */
export function mailInWords({ sent, waiting, inDoubt, refused, stuck }: MailStatus): string {
  const lines = stuck
    .slice(0, SHOWN)
    .map(({ state, id, to, message }) =>
      withoutControls(
        `  ${state.padEnd(8)}  ${id} to ${to}: ${message ?? 'cut off while it was handed over'}`,
      ),
    );
  return [
    `Mail: ${sent} sent, ${waiting} waiting, ${inDoubt} in doubt, ${refused} refused`,
    ...lines,
    ...(stuck.length > SHOWN ? [`  ${stuck.length - SHOWN} more, see --json`] : []),
    ...(inDoubt > 0 ? ['  A mail in doubt may have arrived: ask its reader.'] : []),
    ...(inDoubt + refused > 0
      ? ['  "planwatch notify --resend ID" sends one again, "planwatch notify --dismiss ID" gives it up.']
      : []),
    '',
  ].join('\n');
}
