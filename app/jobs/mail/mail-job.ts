import type { Digest, News, Subscriber } from '../../../core/digest.ts';
import { ConfigError, codeOf, messageOf, NotifyError } from '../../../core/errors.ts';
import { buildDigests } from '../../../notify/build-digests.ts';
import { fileMailer, type Mailer, smtpMailer } from '../../../notify/mailer.ts';
import { renderEmails } from '../../../notify/render-emails.ts';
import { nextAttempt } from '../../../notify/retry.ts';
import type { OutboxRecord } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import { knownSources } from '../known-sources.ts';
import { MAIL_RUN, withRun } from '../with-run.ts';
import { loadNews } from './load-news.ts';
import { mailSite } from './mail-site.ts';
import { hasLetters, tellOperators } from './tell-operators.ts';

/** What one round of mail came to. */
export interface MailCounts {
  readonly composed: number;
  readonly sent: number;
  readonly failed: number;
  /** Mails whose server may or may not have them; they wait for the operator. */
  readonly inDoubt: number;
}

/**
 * Compose what is new for each subscriber, then send what is due. A mail that cannot be sent stays in the outbox.
 *
 * @param dueAt ISO time of the scheduled minute; default now
 * @returns null if another process is at it
 */
export function mailJob(app: App, dueAt?: string): Promise<MailCounts | null> {
  return underClaim(app, dueAt, async () => {
    const letters = await tellOperators(app, true);
    return sendMails(app, letters + (await composeMails(app)));
  });
}

/** Send what an earlier round left in the outbox, and tell operators what broke. Cheap when there is nothing. */
export async function resumeMail(app: App): Promise<MailCounts | null> {
  const due = await app.store.dueMails(app.clock().toISOString(), 1);
  if (due.length === 0 && !(await hasLetters(app))) return null;
  return underClaim(app, undefined, async () => sendMails(app, await tellOperators(app, false)));
}

async function underClaim(
  app: App,
  dueAt: string | undefined,
  work: () => Promise<Omit<MailCounts, 'inDoubt'>>,
): Promise<MailCounts | null> {
  const done = await withRun(app, MAIL_RUN, dueAt ?? app.clock().toISOString(), async () => {
    const counts = await work();
    return { ...counts, fetched: 0, newVersions: 0, errors: counts.failed };
  });
  if (done === null) return null;
  const inDoubt = (await app.store.outbox({ state: 'doubt', limit: 1000 })).length;
  return { composed: done.composed, sent: done.sent, failed: done.failed, inDoubt };
}

/** The digests that would go out now, with the events they tell of. Nothing is written. */
export async function dueDigests(app: App): Promise<{ digest: Digest; eventIds: string[] }[]> {
  const { store, clock } = app;
  const until = clock().toISOString();
  const sources = await knownSources(app);
  const loaded = new Map<string, News>();
  const due: { digest: Digest; eventIds: string[] }[] = [];
  for (const subscriber of (await store.subscribers()).filter((one) => one.active)) {
    const events = await store.untoldEvents(subscriber, until);
    for (const event of events) {
      if (!loaded.has(event.id)) loaded.set(event.id, await loadNews(store, event, sources));
    }
    const news = events.flatMap((event) => loaded.get(event.id) ?? []);
    const period = { from: periodStart(subscriber, news), to: until };
    for (const digest of buildDigests(news, [subscriber], period)) {
      due.push({ digest, eventIds: events.map((event) => event.id) });
    }
  }
  return due;
}

async function composeMails(app: App): Promise<number> {
  let composed = 0;
  for (const { digest, eventIds } of await dueDigests(app)) {
    const subscriberId = digest.subscriber.id;
    const emails = renderEmails(digest, mailSite(app));
    const at = app.clock().toISOString();
    const kept = await app.store.transaction((store) =>
      store.saveMails({ subscriberId, emails, eventIds, at }),
    );
    if (!kept) continue;
    composed += emails.length;
    const news = digest.news.length;
    app.log('info', 'mail.composed', {
      digest: digest.id,
      mails: emails.length,
      subscriber: subscriberId,
      news,
    });
  }
  return composed;
}

async function sendMails(app: App, composed: number): Promise<Omit<MailCounts, 'inDoubt'>> {
  const mailer = mailerOf(app);
  const counts = { composed, sent: 0, failed: 0 };
  try {
    for (;;) {
      const [mail] = await app.store.dueMails(app.clock().toISOString(), 1);
      if (mail === undefined) return counts;
      if (await sendMail(app, mailer, mail)) counts.sent++;
      else counts.failed++;
    }
  } finally {
    await mailer.close();
  }
}

async function sendMail(
  { store, clock, log, config }: App,
  mailer: Mailer,
  mail: OutboxRecord,
): Promise<boolean> {
  const now = () => clock().toISOString();
  // A file is written under the mail's id: writing it twice is writing it once, so there can be no doubt.
  const handingOver = () => (config.mail.smtp ? store.markHandingOver(mail.id, now()) : Promise.resolve());
  try {
    const receipt = await mailer.send(mail.email, handingOver);
    await store.markSent(receipt);
    log('info', 'mail.sent', { mail: mail.id, response: receipt.response });
    return true;
  } catch (error) {
    if (!(error instanceof NotifyError)) throw error;
    const failure = { code: codeOf(error), message: messageOf(error) };
    if (error.code === 'SMTP_IN_DOUBT') {
      await store.markInDoubt(mail.id, failure);
      log('error', 'mail.in_doubt', { mail: mail.id, ...failure });
    } else if (!error.retryable) {
      await store.markRefused(mail.id, { ...failure, at: now() });
      log('error', 'mail.refused', { mail: mail.id, ...failure });
    } else {
      await store.markFailed(mail.id, { ...failure, nextAttemptAt: nextAttempt(mail.attempts + 1, now()) });
      log('warn', 'mail.failed', { mail: mail.id, ...failure });
    }
    return false;
  }
}

/**
 * See that mail could be sent, as far as the settings tell.
 *
 * @throws {ConfigError} SMTP_PASSWORD_MISSING
 */
export function checkMail(app: App): void {
  mailerOf(app);
}

function mailerOf({ config, clock, env }: App): Mailer {
  const { smtp, directory } = config.mail;
  if (smtp === undefined) return fileMailer(directory, clock);
  const { host, port, tls, user, passwordEnv } = smtp;
  if (user === undefined || passwordEnv === undefined)
    return smtpMailer({ host, port, tls, auth: null }, clock);
  const password = env[passwordEnv];
  if (password !== undefined && password !== '')
    return smtpMailer({ host, port, tls, auth: { user, password } }, clock);
  throw new ConfigError(
    'SMTP_PASSWORD_MISSING',
    `The environment variable ${passwordEnv}, which mail.smtp.passwordEnv names, is not set: set it to the password of ${user}.`,
  );
}

/** From the oldest news told; a digest speaks of what it holds, however long mail was down. */
function periodStart(subscriber: Subscriber, news: readonly News[]): string {
  return news[0]?.at ?? subscriber.createdAt;
}
