import type { RunRecord } from '../../core/archive.ts';
import type { App } from '../wire.ts';

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
 * @param work may say that the run is broken without throwing; it is then recorded as failed
 * @returns what the work gave, or null if somebody else has the claim
 */
export async function withRun<
  T extends Pick<RunRecord, 'fetched' | 'newVersions' | 'errors'> & { readonly broken?: boolean },
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
    status: 'done' | 'failed' | 'interrupted',
    counts: Pick<RunRecord, 'fetched' | 'newVersions' | 'errors'>,
  ) => store.finishRun({ id: run.id, status, finishedAt: clock().toISOString(), ...counts });
  try {
    const result = await work(run);
    await finish(stop?.aborted ? 'interrupted' : result.broken ? 'failed' : 'done', {
      fetched: result.fetched,
      newVersions: result.newVersions,
      errors: result.errors,
    });
    return result;
  } catch (error) {
    await finish('failed', { fetched: 0, newVersions: 0, errors: 1 });
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
