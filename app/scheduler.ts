import cron from 'node-cron';
import PQueue from 'p-queue';
import { messageOf } from '../core/errors.ts';
import type { Source } from '../core/source.ts';
import { crawlJob } from './jobs/crawl-job.ts';
import { dueSources, lastMinute } from './jobs/due-sources.ts';
import { mailJob, resumeMail } from './jobs/mail-job.ts';
import { settlePending } from './jobs/settle-page.ts';
import { MAIL_RUN } from './jobs/with-run.ts';
import type { App } from './wire.ts';

/** Mails that failed are tried again this often, if their next attempt is due. */
const RETRY_CRON = '*/5 * * * *';

export interface Scheduler {
  /** Start nothing more, let what is under way end, then resolve. */
  readonly stop: () => Promise<void>;
}

/**
 * Run every source and the mail on their schedules, after catching up once on what was missed while we were down.
 *
 * What is due is claimed in the store by source and minute, so a second scheduler on the same store does no harm.
 */
export async function startScheduler(app: App): Promise<Scheduler> {
  const stopping = new AbortController();
  const queue = new PQueue({ concurrency: app.config.crawl.sources });
  const mail = new PQueue({ concurrency: 1 });
  const guarded = (name: string, work: () => Promise<unknown>) => async () => {
    if (stopping.signal.aborted) return;
    await work().catch((error) => app.log('error', 'job.failed', { job: name, message: messageOf(error) }));
  };
  const crawl = (source: Source, dueAt: string) =>
    queue.add(guarded(source.id, () => crawlJob(app, source, { dueAt, stop: stopping.signal })));
  const send = (dueAt: string) => mail.add(guarded(MAIL_RUN, () => mailJob(app, dueAt)));

  const enabled = app.config.sources.filter((source) => source.enabled);
  const { schedule } = app.config.mail;
  const { timezone } = app.config;
  const tasks = [
    ...enabled.map((source) =>
      cron.schedule(source.cron, ({ date }) => crawl(source, minuteOf(date)), {
        timezone: source.timezone,
        noOverlap: true,
        name: source.id,
      }),
    ),
    cron.schedule(schedule, ({ date }) => send(minuteOf(date)), {
      timezone,
      noOverlap: true,
      name: MAIL_RUN,
    }),
    cron.schedule(RETRY_CRON, () => mail.add(guarded(MAIL_RUN, () => resumeMail(app))), { noOverlap: true }),
  ];

  await settlePending(app);
  const runs = await app.store.lastRuns();
  const now = app.clock();
  const missed = dueSources(enabled, runs, now);
  app.log('info', 'scheduler.started', {
    sources: enabled.length,
    missed: missed.map(({ source }) => source.id),
  });
  const caughtUp = missed.map(({ source, dueAt }) => crawl(source, dueAt));
  const lastMail = runs.find((run) => run.sourceId === MAIL_RUN);
  const mailDue = lastMinute(schedule, timezone, now);
  // A mail that was missed goes out once the crawls that were missed are in.
  if (lastMail !== undefined && lastMail.startedAt < mailDue) {
    void Promise.all(caughtUp).then(() => send(mailDue));
  }

  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all([queue.onIdle(), mail.onIdle()]);
      app.log('info', 'scheduler.stopped');
    },
  };
}

function minuteOf(date: Date): string {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
}
