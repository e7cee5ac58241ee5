import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Email, Receipt } from '../core/digest.ts';
import { messageOf, NotifyError } from '../core/errors.ts';
import { type Clock, isoTime } from '../core/time.ts';
import { composeMessage } from './compose-message.ts';
import { deliverMessage, type SmtpSettings } from './deliver-message.ts';

/** Hands mail over, to a server or to a folder. */
export interface Mailer {
  /**
   * Deliver one mail.
   *
   * @param handingOver awaited before the last bytes leave. Whoever is killed earlier may send again; whoever is killed
   *   later, before the receipt is kept, cannot know whether the mail arrived. If it throws, nothing is delivered.
   * @throws {NotifyError} with a stable code. Only after SMTP_IN_DOUBT may the mail have arrived.
   */
  send(email: Email, handingOver: () => Promise<void>): Promise<Receipt>;
  /** Wait for what is on its way. */
  close(): Promise<void>;
}

/**
 * Mail as files, `<id>.eml` in a folder: what is used until a mail server is configured. Any mail program opens them.
 *
 * The same mail gives the same file, whole or not at all: it is written beside its place and then renamed.
 */
export function fileMailer(directory: string, clock: Clock): Mailer {
  return {
    async send(email, handingOver) {
      if (!/^[\w-]{1,100}$/.test(email.id))
        throw new NotifyError('MAIL_ID', `${JSON.stringify(email.id)} cannot be a file name: not written.`);
      const { raw } = await composeMessage(email);
      const path = join(directory, `${email.id}.eml`);
      const draft = join(directory, `.${email.id}.draft`);
      await writeDraft(directory, draft, raw);
      await handingOver();
      await rename(draft, path);
      return { id: email.id, at: isoTime(clock()), response: path };
    },
    async close() {},
  };
}

async function writeDraft(directory: string, draft: string, raw: Buffer): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await using file = await open(draft, 'w');
    await file.writeFile(raw);
    await file.sync();
  } catch (cause) {
    throw new NotifyError(
      'OUTBOX_UNWRITABLE',
      `Cannot write mail to ${directory}: make the folder writable or set mail.directory (${messageOf(cause)}).`,
      { cause, retryable: true, directory },
    );
  }
}

/** Mail over SMTP, one connection a mail. */
export function smtpMailer(settings: SmtpSettings, clock: Clock): Mailer {
  const underWay = new Set<Promise<unknown>>();
  const deliver = async (email: Email, handingOver: () => Promise<void>): Promise<Receipt> => {
    const response = await deliverMessage(settings, await composeMessage(email), handingOver);
    return { id: email.id, at: isoTime(clock()), response };
  };
  return {
    async send(email, handingOver) {
      const delivery = deliver(email, handingOver);
      underWay.add(delivery);
      try {
        return await delivery;
      } finally {
        underWay.delete(delivery);
      }
    },
    async close() {
      await Promise.allSettled(underWay);
    },
  };
}
