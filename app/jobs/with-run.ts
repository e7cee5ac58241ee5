import type { Fault, RunRecord } from '../../core/archive.ts';
import { codeOf, messageOf } from '../../core/errors.ts';
import type { App } from '../wire.ts';
import { keepTicket } from './mail/keep-ticket.ts';

/** How long a claim holds without a sign of life. Long enough for a machine that stalls, short enough to wait out. */
const LEASE_MS = 60_000;
const HEARTBEAT_MS = LEASE_MS / 4;

/** The lock name under which mail is sent: not a source, and no source id may look like it. */
export const MAIL_RUN = '@mail';

/**
 * Do work under a claim that no other process holds, and record how it ended.
 *
 * @param sourceId what is claimed: a source, or {@link MAIL_RUN}
 * @param dueAt ISO time of the scheduled minute; the same minute is never run twice
 * @param stop a run that it ended early counts as interrupted, and is due again at the next start
 * @param work may say without throwing that the run is broken, which is then recorded as failed; what was wrong with
 * the source as a whole (null: nothing), which opens or closes its ticket; and that it was narrowed, so that it is no
 * first crawl
 * @returns what the work gave, or null if somebody else has the claim
 */
export async function withRun<
  T extends Pick<RunRecord, 'fetched' | 'newVersions' | 'errors'> & {
    readonly broken?: boolean;
    readonly fault?: Fault | null | undefined;
    readonly narrowed?: boolean;
  },
>(
  app: App,
  sourceId: string,
  dueAt: string,
  work: (run: RunRecord) => Promise<T>,
  stop?: AbortSignal,
): Promise<T | null> {
  const { store, clock, log } = app;
  const lease = () => new Date(clock().getTime() + LEASE_MS).toISOString();
  const run = await store.transaction((tx) =>
    tx.claimRun({
      sourceId,
      dueAt,
      at: clock().toISOString(),
      leaseUntil: lease(),
      owner: app.owner,
      isDead: app.isDead,
      release: app.release,
    }),
  );
  if (run === null) {
    log('info', 'run.refused', {
      source: sourceId,
      dueAt,
      why: 'another run of it is under way or was done',
    });
    return null;
  }
  const heartbeat = setInterval(() => {
    store
      .renewRun(run.id, lease())
      .catch((error) => log('warn', 'run.heartbeat_failed', { source: sourceId, error: String(error) }));
  }, HEARTBEAT_MS);
  const finish = (
    end: Pick<RunRecord, 'status' | 'fetched' | 'newVersions' | 'errors'>,
    fault: Fault | null | undefined,
    narrowed = false,
  ) => {
    const at = clock().toISOString();
    return store.transaction(async (tx) => {
      const judged = fault !== undefined && end.status !== 'interrupted';
      await tx.finishRun({ id: run.id, finishedAt: at, ...end, fault: fault ?? null, judged, narrowed });
      if (judged) await keepTicket(tx, run, fault, app.config.crawl.patience, at);
    });
  };
  try {
    const result = await work(run);
    const { fetched, newVersions, errors, broken, fault, narrowed } = result;
    const status = stop?.aborted ? 'interrupted' : broken ? 'failed' : 'done';
    await finish({ status, fetched, newVersions, errors }, fault, narrowed);
    return result;
  } catch (error) {
    const fault = sourceId === MAIL_RUN ? undefined : { code: codeOf(error), message: messageOf(error) };
    await finish({ status: 'failed', fetched: 0, newVersions: 0, errors: 1 }, fault);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
