import cron from 'node-cron';
import PQueue from 'p-queue';
import { messageOf } from '../../core/errors.ts';
import type { CrawlScope } from '../jobs/crawl/crawl-deps.ts';
import { crawlJob } from '../jobs/crawl/crawl-job.ts';
import { type DueSource, dueSources, hostOf, jitterMs, lastMinute } from '../jobs/crawl/due-sources.ts';
import { heldAgain } from '../jobs/crawl/held-again.ts';
import { checkMail, mailJob, resumeMail } from '../jobs/mail/mail-job.ts';
import { settlePending } from '../jobs/page/settle-page.ts';
import { MAIL_RUN } from '../jobs/with-run.ts';
import type { App } from '../wire.ts';
import { createHostQueue } from './host-queue.ts';

/** What is left in the outbox, and what is held back, is looked at once in so many minutes. */
const RETRY_MINUTES = 5;

export interface Scheduler {
  /** Resolves when no crawl is under way or waits. */
  readonly idle: () => Promise<unknown>;
  /** Start nothing more, let what is under way end, then resolve. */
  readonly stop: () => Promise<void>;
}

/** Calls back once a minute until it is told to stop. Tests pass their own. */
export type EveryMinute = (work: () => Promise<void>) => { readonly stop: () => unknown };

const everyMinute: EveryMinute = (work) => {
  const task = cron.schedule('* * * * *', work, { noOverlap: true, name: 'planwatch' });
  return { stop: () => task.destroy() };
};

/**
 * Run every source and the mail on their schedules.
 *
 * Once a minute it is asked what is due, which is the same question at the start, after a night without power, and on
 * the day the clocks change: see docs/decisions/0007-one-question-a-minute.md. What is due is claimed in the store by
 * source and minute, so a second scheduler on the same store does no harm.
 *
 * @throws {ConfigError} SMTP_PASSWORD_MISSING: at the start, where someone looks, and not on the first morning
 */
export async function startScheduler(app: App, every: EveryMinute = everyMinute): Promise<Scheduler> {
  const { config, clock, log } = app;
  checkMail(app);
  const stopping = new AbortController();
  const { signal } = stopping;
  const queue = createHostQueue(config.crawl.sources);
  const mail = new PQueue({ concurrency: 1 });
  const inHand = new Map<string, Promise<void>>();
  const guarded = (name: string, work: () => Promise<unknown>) => async () => {
    if (signal.aborted) return;
    await work().catch((error) => log('error', 'job.failed', { job: name, message: messageOf(error) }));
  };
  const crawl = ({ source, dueAt }: DueSource, scope: Pick<CrawlScope, 'only'> = {}): Promise<void> => {
    const work = guarded(source.id, () => crawlJob(app, source, { dueAt, stop: signal, ...scope }));
    const done = app
      .sleep(jitterMs(source.id, dueAt, config.crawl.jitterSeconds * 1000), signal)
      .then(() => queue.add(hostOf(source), work))
      .then(() => void inHand.delete(source.id));
    inHand.set(source.id, done);
    return done;
  };
  const idle = () => Promise.all(inHand.values());

  await settlePending(app);
  let mailedAt = await lastDigest(app);
  const tick = async (): Promise<void> => {
    if (signal.aborted) return;
    const now = clock();
    const lastRuns = await app.store.lastRuns(now.toISOString());
    const due = dueSources(config.sources, lastRuns, now);
    const crawls = due.filter(({ source }) => !inHand.has(source.id)).map((one) => crawl(one));
    const again = now.getUTCMinutes() % RETRY_MINUTES === 0;
    for (const { source, urls } of again ? await heldAgain(app, lastRuns) : [])
      if (!inHand.has(source.id)) void crawl({ source, dueAt: now.toISOString() }, { only: urls });
    const mailAt = lastMinute(config.mail.schedule, config.timezone, now);
    if (mailAt > mailedAt) {
      // A digest that was missed goes out once the crawls that were missed are in.
      const missed = now.getTime() - Date.parse(mailAt) >= 60_000;
      const send = guarded(MAIL_RUN, () => mailJob(app, mailAt));
      void (missed ? Promise.all(crawls) : Promise.resolve()).then(() => mail.add(send));
      mailedAt = mailAt;
    } else if (again) {
      void mail.add(guarded(MAIL_RUN, () => resumeMail(app)));
    }
  };
  const safeTick = guarded('schedule', tick);
  log('info', 'scheduler.started', { sources: config.sources.filter(({ enabled }) => enabled).length });
  await safeTick();
  const minutes = every(safeTick);

  return {
    idle,
    stop: async () => {
      stopping.abort();
      await minutes.stop();
      await Promise.all([idle(), mail.onIdle()]);
      log('info', 'scheduler.stopped');
    },
  };
}

/** The minute of the last digest that needs no catching up; one that has never run begins with the next. */
async function lastDigest({ store, config, clock }: App): Promise<string> {
  const now = clock();
  const due = lastMinute(config.mail.schedule, config.timezone, now);
  const last = (await store.lastRuns(now.toISOString())).find((run) => run.sourceId === MAIL_RUN);
  return last === undefined || last.startedAt >= due ? due : last.startedAt;
}
