import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Message } from './compose-message.ts';
import { smtpError } from './smtp-error.ts';

/** How to reach the mail server. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: TLS from the first byte (port 465). `required`: STARTTLS or nothing (587). `offered`: STARTTLS where the
   * server has it. `none`: plain text, for a relay on this machine.
   */
  readonly tls: 'implicit' | 'required' | 'offered' | 'none';
  /** Null for servers that ask for none. */
  readonly auth: { readonly user: string; readonly password: string } | null;
  /** PEM of an own certificate authority, where the server's certificate is signed by one. */
  readonly ca?: string;
  /** To connect, to be greeted, and of silence, each. Default 30. */
  readonly timeoutSeconds?: number;
}

/** Bytes held back until the mail is marked; a message without its end is dropped by every server. */
const HELD_BACK = 64;

function connectionTo(settings: SmtpSettings): SMTPConnection {
  const timeout = (settings.timeoutSeconds ?? 30) * 1000;
  return new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'required',
    ignoreTLS: settings.tls === 'none',
    ...(settings.ca === undefined ? {} : { tls: { ca: settings.ca } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  });
}

/**
 * Deliver one message over a connection of its own, with its last bytes held back until `handingOver` is done.
 *
 * It drives nodemailer's connection itself: its transports read the message before the server has accepted the
 * recipient, and its pool sends again by itself after a broken connection, which would mail twice.
 *
 * @returns the server's answer
 * @throws {NotifyError} see {@link smtpError}; what `handingOver` throws comes out unchanged, with nothing delivered
 */
export async function deliverMessage(
  settings: SmtpSettings,
  message: Message,
  handingOver: () => Promise<void>,
): Promise<string> {
  const hand: { over: boolean; refusal: { readonly cause: unknown } | null } = { over: false, refusal: null };
  async function* pieces(): AsyncGenerator<Buffer> {
    const cut = Math.max(0, message.raw.length - HELD_BACK);
    yield message.raw.subarray(0, cut);
    try {
      await handingOver();
    } catch (cause) {
      // nodemailer writes its own code on errors that pass through it; ours must come out as it went in.
      hand.refusal = { cause };
      throw new Error('not handed over', { cause });
    }
    hand.over = true;
    yield message.raw.subarray(cut);
  }

  const smtp = connectionTo(settings);
  const broken = new Promise<never>((_, reject) => smtp.on('error', reject));
  broken.catch(() => {});
  /** A fault between or within steps fails the step that waits. */
  const step = <T>(start: ConstructorParameters<typeof Promise<T>>[0]): Promise<T> =>
    Promise.race([broken, new Promise<T>(start)]);
  try {
    await step<void>((done, fail) => smtp.connect((error) => (error ? fail(error) : done())));
    if (settings.auth !== null) {
      const credentials = { user: settings.auth.user, pass: settings.auth.password };
      await step<void>((done, fail) =>
        smtp.login({ credentials }, (error) => (error ? fail(error) : done())),
      );
    }
    const envelope = { from: message.sender, to: [message.recipient], size: message.raw.length };
    const { response } = await step<{ response: string }>((done, fail) =>
      smtp.send(envelope, Readable.from(pieces()), (error, info) => (error ? fail(error) : done(info))),
    );
    smtp.quit();
    return response;
  } catch (cause) {
    smtp.close();
    if (hand.refusal !== null) throw hand.refusal.cause;
    throw smtpError(cause, `${settings.host}:${settings.port}`, hand.over);
  }
}
