import MailComposer from 'nodemailer/lib/mail-composer';
import type { Email } from '../core/digest.ts';
import { NotifyError } from '../core/errors.ts';

/** One mailbox and nothing else: no list, no comment, no display name in which a second address could hide. */
const MAILBOX = /^[^\s@,;:<>()"\\[\]]{1,64}@[^\s@,;:<>()"\\[\]]{1,255}$/;

function refuseLineBreaks(email: Email): void {
  const values = {
    ...email.headers,
    From: email.from,
    Subject: email.subject,
    'Message-ID': email.messageId,
  };
  for (const [name, value] of Object.entries(values))
    if (/[\r\n\0]/.test(name + value))
      throw new NotifyError(
        'MAIL_HEADER',
        `Mail ${email.id} has a line break in ${JSON.stringify(name)}: not sent.`,
      );
}

/** A message as it goes over the wire. */
export interface Message {
  readonly raw: Buffer;
  /** The bare address of the sender, for the envelope. */
  readonly sender: string;
  readonly recipient: string;
}

/**
 * Write a mail as a MIME message. The same mail gives the same bytes: boundary, date and Message-ID come from it.
 *
 * @throws {NotifyError} MAIL_ADDRESS if the recipient or sender is not exactly one mailbox
 * @throws {NotifyError} MAIL_HEADER if a header value has a line break
 */
export async function composeMessage(email: Email): Promise<Message> {
  refuseLineBreaks(email);
  if (!MAILBOX.test(email.to))
    throw new NotifyError(
      'MAIL_ADDRESS',
      `${JSON.stringify(email.to)} is not one mail address: correct the subscriber.`,
    );
  const node = new MailComposer({
    from: email.from,
    to: { name: '', address: email.to },
    subject: email.subject,
    text: email.text,
    html: email.html,
    headers: { ...email.headers },
    messageId: email.messageId,
    date: new Date(email.date),
    // Chinese in quoted-printable is three times its size.
    encoding: 'base64',
    textEncoding: 'B',
    baseBoundary: email.id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from, to } = node.getEnvelope();
  const [recipient] = to;
  if (from === false || !MAILBOX.test(from) || recipient === undefined || to.length !== 1)
    throw new NotifyError(
      'MAIL_ADDRESS',
      `${JSON.stringify(email.from)} is not one mail address: correct mail.from.`,
    );
  return { raw: await node.build(), sender: from, recipient };
}
